import { allCategories, categoryName } from '../core/category.ts';
import type { ChartKey } from '../core/chart.ts';
import type { Growth } from '../core/growth.ts';
import type { VideoRecord } from '../core/history.ts';
import type { Reader } from '../core/ports.ts';
import { formatNumber } from './text.ts';

/** Where a video is watched. */
export function videoUrl(videoId: string): string {
  return `https://www.youtube.com/watch?v=${encodeURIComponent(videoId)}`;
}

/** What the JSON documents say of a video, wherever one is listed. */
export function describeVideo(video: VideoRecord) {
  const { videoId, title, channelId, channelTitle, categoryId, categoryName: category, primaryLanguage, publishedAt } = video;
  return {
    videoId,
    url: videoUrl(videoId),
    title,
    channelId,
    channelTitle,
    categoryId,
    categoryName: category,
    primaryLanguage,
    publishedAt,
  };
}

/** The videos with these ids, by id. */
export async function findVideosById(reader: Reader, videoIds: readonly string[]): Promise<ReadonlyMap<string, VideoRecord>> {
  const videos = await reader.findVideos([...new Set(videoIds)]);
  return new Map(videos.map((video) => [video.videoId, video]));
}

/** `PL`, or `PL Music` for the chart of one category. */
export function chartLabel({ region, category }: ChartKey): string {
  return category === allCategories ? region : `${region} ${categoryName(category) ?? category}`;
}

/** `1,234`, empty where a count is hidden. */
export function formatCount(count: number | null | undefined): string {
  return count === null || count === undefined ? '' : formatNumber(count);
}

/** `1,234 /h`; a count that fell is no rate, and says so. */
export function formatGrowth({ viewsPerHour, viewsFellBy }: Growth): string {
  if (viewsFellBy !== null) return `corrected by −${formatNumber(viewsFellBy)}`;
  return viewsPerHour === null ? '' : formatNumber(Math.round(viewsPerHour));
}
