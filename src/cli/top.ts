import { type Charting, growthOver, rankVideos } from '../core/top.ts';
import type { Growth } from '../core/growth.ts';
import type { VideoRecord } from '../core/history.ts';
import type { Reader } from '../core/ports.ts';
import { askVault, chooseRuns, describeChoice, documentChoice, type VaultAnswer } from './ask-vault.ts';
import type { TopSettings } from './command-options.ts';
import type { Edges } from './edges.ts';
import type { Look } from './look.ts';
import { sparkline } from './sparkline.ts';
import { type Column, renderTable } from './table.ts';
import { count } from '../core/format.ts';
import { fit } from './text.ts';
import { plain } from '../core/plain.ts';
import { chartLabel, formatCount, formatGrowth } from '../core/format.ts';
import { describeVideo } from './video-words.ts';
import { findVideosById } from '../core/find-videos.ts';

type Row = Charting & Growth & { readonly steps: readonly (number | null)[]; readonly video: VideoRecord };

/** `vault top`: the videos of the last run, or of a period. */
export async function topCommand(settings: TopSettings, edges: Edges): Promise<number> {
  return askVault(settings, edges, (reader) => findTop(settings, reader, edges));
}

async function findTop({ category, videoLimit, ...settings }: TopSettings, reader: Reader, edges: Edges): Promise<VaultAnswer> {
  const chosen = await chooseRuns(settings, reader, edges);
  const range = { from: chosen.first.run, to: chosen.last.run };
  const run = await reader.findRun(range.to);
  const charts = run === undefined || run.status === 'running' ? [] : run.charts;
  const ranked = rankVideos(await reader.places(range, settings.region), await reader.lastSnapshots(range), charts);
  const known =
    category === undefined
      ? undefined
      : await findVideosById(
          reader,
          ranked.map(({ videoId }) => videoId),
        );
  const found = known ? ranked.filter(({ videoId }) => known.get(videoId)?.categoryId === category) : ranked;
  const shown = found.slice(0, videoLimit);
  const videos =
    known ??
    (await findVideosById(
      reader,
      shown.map(({ videoId }) => videoId),
    ));
  const rows: Row[] = [];
  for (const charting of shown) {
    const video = videos.get(charting.videoId);
    if (video) rows.push({ ...charting, video, ...growthOver(await reader.snapshotsOf(charting.videoId), range) });
  }
  return {
    document: {
      ...documentChoice(chosen),
      found: found.length,
      videos: rows.map(describeRow),
    },
    render: (look) =>
      [`Top of ${describeChoice(chosen, look)}: ${describeFound(rows.length, found.length)}`, '', renderTop(rows, look)].join('\n'),
  };
}

function describeFound(shown: number, found: number): string {
  return shown === found ? count(found, 'video') : `${shown} of ${count(found, 'video')}`;
}

function describeRow({ video, snapshot, places, viewsPerHour, viewsFellBy }: Row) {
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

function renderTop(rows: readonly Row[], { width, paint }: Look): string {
  const columns: Column<Row>[] = [
    { title: '#', align: 'right', dispensable: 0, cell: (row) => String(rows.indexOf(row) + 1) },
    { title: 'Title', align: 'left', dispensable: 0, flexible: true, cell: ({ video }) => plain(video.title) },
    { title: 'Channel', align: 'left', dispensable: 4, cell: ({ video }) => fit(plain(video.channelTitle), 20) },
    { title: 'Category', align: 'left', dispensable: 5, cell: ({ video }) => fit(video.categoryName ?? '', 16) },
    { title: 'Views', align: 'right', dispensable: 0, cell: ({ snapshot }) => formatCount(snapshot?.views) },
    { title: 'Per hour', align: 'right', dispensable: 1, cell: formatGrowth },
    { title: 'Growth', align: 'left', dispensable: 3, cell: ({ steps }) => sparkline(steps.slice(-12), 12) },
    { title: 'Ranks', align: 'left', dispensable: 2, cell: ({ places }) => fit(describePlaces(places), 30) },
  ];
  return renderTable(columns, rows, { width, head: (title) => paint('bold', title) });
}

function describePlaces(places: Row['places']): string {
  return places.map((place) => `${chartLabel(place)} ${place.rank}`).join(', ');
}
