import { type ChartKey, chartName } from '../core/chart.ts';
import { mergeCharts } from '../core/merge.ts';
import { isSparse, runsCompared } from '../core/outcome.ts';
import type { RereadItem } from '../core/rejections.ts';
import { appearanceRow, rejectionRow, type Row, snapshotRow, videoRow } from '../core/run-rows.ts';
import { type ChartStatus, runStatus } from '../core/summary.ts';
import { createChartQueries } from './chart-queries.ts';
import type { Query } from './connection.ts';
import { insertRows } from './insert.ts';
import { makePartitions } from './partitions.ts';
import { inMonth, saveRejections } from './run-writer.ts';
import { saveVideos } from './save-videos.ts';
import { fallBehind } from './search-index.ts';

type Counted = { readonly status: ChartStatus; readonly videos: number };

/** One chart of one run, and the month in which the run started. */
interface Chart extends ChartKey {
  readonly run: number;
  readonly month: string;
}

/**
 * Writes what can be read of a run's rejected items now; inside the transaction that is open.
 *
 * The rows become those that the run would have left had it read the items then: a video's metadata are of the newest run that saw
 * it, and there of the first chart, in the order asked for, that shows it.
 */
export async function saveReread(query: Query, run: number, items: readonly RereadItem[]): Promise<void> {
  const [found] = await query<{ month: string }>('SELECT month FROM runs WHERE run_id = $1', [run]);
  if (!found) throw new Error(`run ${run} is not kept: nothing can be added to it`);
  await makePartitions(query, [found.month]);
  await fallBehind(query, run);
  for (const item of items) await saveItem(query, { run, month: found.month, region: item.region, category: item.category }, item);
  const charts = new Map(items.map((item) => [chartName(item), { run, month: found.month, region: item.region, category: item.category }]));
  for (const chart of charts.values()) await recount(query, chart);
  const all = await query<Counted>('SELECT status, videos FROM charts WHERE run_id = $1', [run]);
  await query('UPDATE runs SET status = $2 WHERE run_id = $1', [run, runStatus(all)]);
}

const thisChart = 'run_id = $1 AND region = $2 AND category = $3';

async function saveItem(query: Query, chart: Chart, { video, rejections }: RereadItem): Promise<void> {
  const id = [chart.run, chart.region, chart.category];
  await query(`DELETE FROM rejections WHERE ${thisChart} AND position = $4`, [...id, video.rank]);
  const rankSql = `SELECT rank FROM appearances WHERE ${thisChart} AND month = $5 AND video_id = $4`;
  const [shown] = await query<{ rank: number }>(rankSql, [...id, video.id, chart.month]);
  // What a chart repeats counts once, at its best rank.
  if ((shown?.rank ?? Infinity) < video.rank) return;
  for (const merged of mergeCharts([{ region: chart.region, category: chart.category, videos: [video] }], [chart])) {
    const row = videoRow(chart.run, merged);
    const appearances = merged.appearances.map((appearance) => inMonth(chart.month, appearanceRow(chart.run, merged, appearance)));
    await saveVideo(query, chart, row);
    await insertRows(query, 'snapshots', [inMonth(chart.month, snapshotRow(chart.run, merged))], greatestCounts);
    await insertRows(query, 'appearances', appearances, newestPlace);
  }
  await saveRejections(
    query,
    rejections.map((rejection) => rejectionRow(chart.run, chart, rejection)),
  );
}

async function saveVideo(query: Query, chart: Chart, row: Row): Promise<void> {
  const [known] = await query<{ tells: boolean }>(tellsSql, [
    chart.run,
    chart.region,
    chart.category,
    row['video_id'] ?? null,
    chart.month,
  ]);
  if (known?.tells !== false) return saveVideos(query, chart.run, [row]);
  const seenSql = `
    UPDATE videos SET first_run = least(first_run, $2), max_views = greatest(max_views, $3) WHERE video_id = $1`;
  await query(seenSql, [row['video_id'] ?? null, chart.run, row['max_views'] ?? null]);
}

/** Whether what this chart of this run shows is what is kept of the video; no row for one that is not known. */
const tellsSql = `
  SELECT last_run < $1 OR (last_run = $1 AND NOT EXISTS (
    SELECT FROM appearances JOIN charts USING (run_id, region, category)
    WHERE run_id = $1 AND month = $5 AND video_id = $4 AND charts.position < (SELECT position FROM charts WHERE ${thisChart})
  )) AS tells FROM videos WHERE video_id = $4`;

const greatestCounts = `
  ON CONFLICT (run_id, video_id, month) DO UPDATE SET
    views = greatest(snapshots.views, excluded.views), likes = greatest(snapshots.likes, excluded.likes),
    comments = greatest(snapshots.comments, excluded.comments)`;

const newestPlace = `
  ON CONFLICT (run_id, video_id, region, category, month) DO UPDATE SET rank = excluded.rank, views = excluded.views`;

/**
 * A chart that is no longer sparse becomes a stored one; one that was stored stays so, whatever its neighbours have now. For how many
 * videos it was asked is not kept, so that it is measured against all that the runs before it had.
 */
async function recount(query: Query, chart: Chart): Promise<void> {
  const [counted] = await query<Counted>(recountSql, [chart.run, chart.region, chart.category, chart.month]);
  const recentCounts = await createChartQueries(query).recentCounts(chart, chart.run, runsCompared);
  const sparse = isSparse(counted?.videos ?? 0, { maxResults: Infinity, recentCounts });
  if (counted?.status === 'sparse' && !sparse)
    await query(`UPDATE charts SET status = 'stored' WHERE ${thisChart}`, [chart.run, chart.region, chart.category]);
}

const recountSql = `
  UPDATE charts SET
    videos = (SELECT count(*) FROM appearances WHERE ${thisChart} AND month = $4),
    rejected = (SELECT count(*) FROM rejections WHERE ${thisChart})
  WHERE ${thisChart} RETURNING status, videos`;
