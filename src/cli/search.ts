import { VaultError } from '../core/errors.ts';
import { growthSteps, stepsDrawn } from '../core/growth.ts';
import type { SearchHit, VideoRecord } from '../core/history.ts';
import { readPeriod } from '../core/period.ts';
import type { Reader } from '../core/ports.ts';
import { readSearchWords } from '../core/search-words.ts';
import { askVault, type VaultAnswer } from './ask-vault.ts';
import type { SearchSettings } from './command-options.ts';
import type { Edges } from './edges.ts';
import type { Look } from './look.ts';
import { sparkline } from './sparkline.ts';
import { type Column, renderTable } from './table.ts';
import { count, formatAgo, formatCount } from '../text/format.ts';
import { fit } from '../text/fit.ts';
import { plain } from '../text/plain.ts';
import { describeVideo } from './describe-video.ts';
import { findVideosById } from '../core/find-videos.ts';

type Row = SearchHit & { readonly video: VideoRecord; readonly steps: readonly (number | null)[] };

/** `vault search WORDS`: videos by their words, those in the title first. */
export async function searchCommand(settings: SearchSettings, edges: Edges): Promise<number> {
  const words = readSearchWords(settings.words);
  if (words.length === 0) {
    throw new VaultError('usage', `search ${JSON.stringify(settings.words)}: no letter and no digit to look for; give a word`);
  }
  return askVault(settings, edges, (reader) => search(words, settings, reader, edges));
}

async function search(
  words: ReturnType<typeof readSearchWords>,
  settings: SearchSettings,
  reader: Reader,
  edges: Edges,
): Promise<VaultAnswer> {
  const { videoLimit, region, language } = settings;
  const period = readPeriod(settings, edges.clock.now());
  const hits = await reader.search({ ...period, words, regions: region, language: language?.toLowerCase(), limit: videoLimit + 1 });
  const shown = hits.slice(0, videoLimit);
  const videos = await findVideosById(
    reader,
    shown.map(({ videoId }) => videoId),
  );
  const rows: Row[] = [];
  for (const hit of shown) {
    const video = videos.get(hit.videoId);
    if (video) rows.push({ ...hit, video, steps: growthSteps(await reader.newestSnapshots(hit.videoId, stepsDrawn + 1)) });
  }
  const more = hits.length > videoLimit;
  return {
    document: { words: settings.words, more, videos: rows.map(describeRow) },
    render: (look) => {
      const quoted = `“${plain(settings.words)}”`;
      if (rows.length === 0) return `No video with ${quoted}.`;
      const heading = `${more ? `The best ${count(rows.length, 'video')}` : count(rows.length, 'video')} with ${quoted}`;
      return [heading, '', renderHits(rows, look)].join('\n');
    },
  };
}

function describeRow({ video, match }: Row) {
  const { maxViews, firstSeenAt, lastSeenAt } = video;
  return { ...describeVideo(video), match, maxViews, firstSeenAt, lastSeenAt };
}

function renderHits(rows: readonly Row[], { width, paint, now }: Look): string {
  const columns: Column<Row>[] = [
    { title: 'Id', align: 'left', dispensable: 2, cell: ({ videoId }) => videoId },
    { title: 'Title', align: 'left', dispensable: 0, flexible: true, cell: ({ video }) => plain(video.title) },
    { title: 'Channel', align: 'left', dispensable: 1, cell: ({ video }) => fit(plain(video.channelTitle), 20) },
    { title: 'Language', align: 'left', dispensable: 5, cell: ({ video }) => video.primaryLanguage },
    { title: 'Found in', align: 'left', dispensable: 6, cell: ({ match }) => match },
    { title: 'Views', align: 'right', dispensable: 0, cell: ({ video }) => formatCount(video.maxViews) },
    { title: 'Growth', align: 'left', dispensable: 4, cell: ({ steps }) => sparkline(steps, stepsDrawn) },
    {
      title: 'Last seen',
      align: 'right',
      dispensable: 3,
      cell: ({ video }) => (video.lastSeenAt ? formatAgo(Date.parse(video.lastSeenAt), now) : ''),
    },
  ];
  return renderTable(columns, rows, { width, paint });
}
