import type { VideoRecord } from '../core/history.ts';
import { videoUrl } from '../core/video-url.ts';

/** What the JSON documents say of a video, wherever one is listed. */
export function describeVideo(video: VideoRecord) {
  const { videoId, title, channelId, channelTitle, categoryId, categoryName, primaryLanguage, publishedAt } = video;
  return {
    videoId,
    url: videoUrl(videoId),
    title,
    channelId,
    channelTitle,
    categoryId,
    categoryName,
    primaryLanguage,
    publishedAt,
  };
}
