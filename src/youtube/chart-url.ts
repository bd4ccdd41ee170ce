import type { ChartKey } from '../core/chart.ts';

/** The most that YouTube gives on one page. */
export const itemsPerPage = 50;

/** Pages, and so units of quota, that a chart of `maxResults` takes when nothing goes wrong. */
export function plannedPages(maxResults: number): number {
  return Math.ceil(maxResults / itemsPerPage);
}

/** Only what we keep: most of a full answer is thumbnails. `kind` tells an empty page from an answer that is none. */
const fields =
  'kind,nextPageToken,items(id,' +
  'snippet(publishedAt,channelId,channelTitle,title,description,categoryId,liveBroadcastContent,tags,defaultLanguage,defaultAudioLanguage),' +
  'contentDetails/duration,statistics(viewCount,likeCount,commentCount))';

/** The address of one page of a chart. It never holds the key, so that it may stand in logs and errors. */
export function chartUrl(apiUrl: string, { region, category }: ChartKey, page: { maxResults: number; pageToken: string | undefined }): URL {
  const url = new URL('/youtube/v3/videos', apiUrl);
  url.search = new URLSearchParams({
    part: 'snippet,contentDetails,statistics',
    chart: 'mostPopular',
    regionCode: region,
    ...(category !== 0 && { videoCategoryId: String(category) }),
    maxResults: String(page.maxResults),
    ...(page.pageToken !== undefined && { pageToken: page.pageToken }),
    fields,
  }).toString();
  return url;
}
