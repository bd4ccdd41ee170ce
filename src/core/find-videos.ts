import type { History, VideoRecord } from './history.ts';

/** The videos with these ids, by id. */
export async function findVideosById(history: History, videoIds: readonly string[]): Promise<ReadonlyMap<string, VideoRecord>> {
  const videos = await history.findVideos([...new Set(videoIds)]);
  return new Map(videos.map((video) => [video.videoId, video]));
}
