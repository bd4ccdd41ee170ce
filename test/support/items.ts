/** An item as the API gives it, with whatever a test wants different. */
export function apiItem(
  id: string,
  more: { snippet?: object; statistics?: unknown; contentDetails?: unknown } = {},
): Record<string, unknown> {
  return {
    id,
    snippet: {
      publishedAt: '2026-11-20T10:00:00Z',
      channelId: `channel-of-${id}`,
      channelTitle: `Channel of ${id}`,
      title: `Title of ${id}`,
      description: `About ${id}`,
      categoryId: '10',
      liveBroadcastContent: 'none',
      ...more.snippet,
    },
    contentDetails: 'contentDetails' in more ? more.contentDetails : { duration: 'PT3M20S' },
    statistics: 'statistics' in more ? more.statistics : { viewCount: '1000', likeCount: '100', commentCount: '10' },
  };
}
