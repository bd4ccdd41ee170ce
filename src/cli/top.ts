import { findTop, type TopVideo } from '../core/find-top.ts';
import { stepsDrawn } from '../core/growth.ts';
import type { Reader } from '../core/ports.ts';
import { askVault, chooseRuns, describeChoice, documentChoice, type VaultAnswer } from './ask-vault.ts';
import type { TopSettings } from './command-options.ts';
import type { Edges } from './edges.ts';
import type { Look } from './look.ts';
import { sparkline } from './sparkline.ts';
import { type Column, renderTable } from './table.ts';
import { chartLabel, count, formatCount, formatGrowth } from '../text/format.ts';
import { fit } from '../text/fit.ts';
import { plain } from '../text/plain.ts';
import { describeVideo } from './describe-video.ts';

/** `vault top`: the videos of the last run, or of a period. */
export async function topCommand(settings: TopSettings, edges: Edges): Promise<number> {
  return askVault(settings, edges, (reader) => answerTop(settings, reader, edges));
}

async function answerTop({ category, videoLimit, region, ...choice }: TopSettings, reader: Reader, edges: Edges): Promise<VaultAnswer> {
  const chosen = await chooseRuns(choice, reader, edges);
  const range = { from: chosen.first.run, to: chosen.last.run };
  const { found, videos } = await findTop(reader, { range, regions: region, category, limit: videoLimit });
  return {
    document: { ...documentChoice(chosen), found, videos: videos.map(describeRow) },
    render: (look) =>
      [`Top of ${describeChoice(chosen, look)}: ${describeFound(videos.length, found)}`, '', renderTop(videos, look)].join('\n'),
  };
}

function describeFound(shown: number, found: number): string {
  return shown === found ? count(found, 'video') : `${shown} of ${count(found, 'video')}`;
}

function describeRow({ video, snapshot, places, viewsPerHour, viewsFellBy }: TopVideo) {
  const { views = null, likes = null, comments = null } = snapshot ?? {};
  return {
    ...describeVideo(video),
    views,
    likes,
    comments,
    viewsPerHour,
    viewsFellBy,
    places: places.map(({ region, category, rank, views }) => ({ region, category, rank, views })),
  };
}

function renderTop(rows: readonly TopVideo[], look: Look): string {
  const columns: Column<TopVideo>[] = [
    { title: '#', align: 'right', dispensable: 0, cell: (row) => String(rows.indexOf(row) + 1) },
    { title: 'Title', align: 'left', dispensable: 0, flexible: true, cell: ({ video }) => plain(video.title) },
    { title: 'Channel', align: 'left', dispensable: 4, cell: ({ video }) => fit(plain(video.channelTitle), 20) },
    { title: 'Category', align: 'left', dispensable: 5, cell: ({ video }) => fit(video.categoryName ?? '', 16) },
    { title: 'Views', align: 'right', dispensable: 0, cell: ({ snapshot }) => formatCount(snapshot?.views) },
    { title: 'Per hour', align: 'right', dispensable: 1, cell: formatGrowth },
    { title: 'Growth', align: 'left', dispensable: 3, cell: ({ steps }) => sparkline(steps.slice(-stepsDrawn), stepsDrawn) },
    { title: 'Ranks', align: 'left', dispensable: 2, cell: ({ places }) => fit(describePlaces(places), 30) },
  ];
  return renderTable(columns, rows, look);
}

function describePlaces(places: TopVideo['places']): string {
  return places.map((place) => `${chartLabel(place)} ${place.rank}`).join(', ');
}
