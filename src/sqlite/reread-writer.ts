import type { Database } from 'better-sqlite3';
import { type ChartKey, chartName } from '../core/chart.ts';
import { mergeCharts } from '../core/merge.ts';
import { isSparse, runsCompared } from '../core/outcome.ts';
import type { RereadItem } from '../core/rejections.ts';
import { type ChartStatus, runStatus } from '../core/summary.ts';
import { bindable } from './bindable.ts';
import { createChartQueries } from './chart-queries.ts';
import { appearanceRow, rejectionRow, type Row, snapshotRow, videoRow } from '../core/run-rows.ts';
import { prepareStatements } from './run-statements.ts';

/**
 * Prepares the writing of what can be read of a run's rejected items now, all of them in one transaction.
 *
 * The rows become those that the run would have left had it read the items then: a video's metadata are of the newest run that saw
 * it, and there of the first chart, in the order asked for, that shows it.
 */
export function createRereadWriter(db: Database): (run: number, items: readonly RereadItem[]) => void {
  const save = prepareReread(db);
  const write = db.transaction((run: number, items: readonly RereadItem[]) => {
    for (const item of items) saveItem(save, run, item);
    const charts = new Map(items.map((item) => [chartName(item), { run_id: run, region: item.region, category: item.category }]));
    for (const chart of charts.values()) recount(save, chart);
    save.runStatus.run({ run_id: run, status: runStatus(save.charts.all({ run_id: run })) });
  });
  return write.immediate;
}

type SaveReread = ReturnType<typeof prepareReread>;
type ChartId = ChartKey & { readonly run_id: number };
type Counted = { readonly status: ChartStatus; readonly videos: number };

function saveItem(save: SaveReread, run: number, { region, category, video, rejections }: RereadItem): void {
  const chart = { run_id: run, region, category };
  save.forget.run({ ...chart, position: video.rank });
  // What a chart repeats counts once, at its best rank.
  if ((save.rankOf.get({ ...chart, video_id: video.id }) ?? Infinity) < video.rank) return;
  for (const merged of mergeCharts([{ region, category, videos: [video] }], [{ region, category }])) {
    const row = videoRow(run, merged);
    if (save.tells.get({ ...chart, video_id: merged.id }) === 0) save.seen.run(bindable(row));
    else save.videos([row]);
    save.snapshot.run(bindable(snapshotRow(run, merged)));
    for (const appearance of merged.appearances) save.appearance.run(bindable(appearanceRow(run, merged, appearance)));
  }
  for (const rejection of rejections) save.rejection(rejectionRow(run, chart, rejection));
}

/**
 * A chart that is no longer sparse becomes a stored one; one that was stored stays so, whatever its neighbours have now. For how many
 * videos it was asked is not kept, so that it is measured against all that the runs before it had.
 */
function recount(save: SaveReread, chart: ChartId): void {
  save.recount.run(chart);
  const counted = save.chart.get(chart);
  const sparse = isSparse(counted?.videos ?? 0, {
    maxResults: Infinity,
    recentCounts: save.countsBefore(chart, chart.run_id, runsCompared),
  });
  if (counted?.status === 'sparse' && !sparse) save.whole.run(chart);
}

function prepareReread(db: Database) {
  const { videos, rejection } = prepareStatements(db);
  return {
    videos,
    rejection,
    rankOf: db
      .prepare<[ChartId & { video_id: string }], number>(`SELECT rank FROM appearances WHERE ${thisChart} AND video_id = @video_id`)
      .pluck(),
    tells: db.prepare<[ChartId & { video_id: string }], 0 | 1>(tellsSql).pluck(),
    seen: db.prepare<[Row]>(
      `UPDATE videos SET first_run = min(first_run, @first_run), ${greatest('max_views')} WHERE video_id = @video_id`,
    ),
    snapshot: db.prepare<[Row]>(snapshotSql),
    appearance: db.prepare<[Row]>(appearanceSql),
    forget: db.prepare<[ChartId & { position: number }]>(`DELETE FROM rejections WHERE ${thisChart} AND position = @position`),
    recount: db.prepare<[ChartId]>(recountSql),
    chart: db.prepare<[ChartId], Counted>(`SELECT status, videos FROM charts WHERE ${thisChart}`),
    countsBefore: createChartQueries(db).recentCounts,
    whole: db.prepare<[ChartId]>(`UPDATE charts SET status = 'stored' WHERE ${thisChart}`),
    charts: db.prepare<[{ run_id: number }], Counted>('SELECT status, videos FROM charts WHERE run_id = @run_id'),
    runStatus: db.prepare<[{ run_id: number; status: string }]>('UPDATE runs SET status = @status WHERE run_id = @run_id'),
  };
}

const thisChart = 'run_id = @run_id AND region = @region AND category = @category';

/** Of two counts the greater; max() of anything and NULL is NULL. */
function greatest(column: string): string {
  return `${column} = coalesce(max(${column}, @${column}), ${column}, @${column})`;
}

/** Whether what this chart of this run shows is what is kept of the video; no row for one that is not known. */
const tellsSql = `
  SELECT last_run < @run_id OR last_run = @run_id AND NOT EXISTS (
    SELECT 1 FROM appearances JOIN charts USING (run_id, region, category)
    WHERE run_id = @run_id AND video_id = @video_id
      AND charts.position < (SELECT position FROM charts WHERE ${thisChart})
  ) FROM videos WHERE video_id = @video_id`;

const snapshotSql = `
  INSERT INTO snapshots (run_id, video_id, views, likes, comments) VALUES (@run_id, @video_id, @views, @likes, @comments)
  ON CONFLICT (run_id, video_id) DO UPDATE SET ${['views', 'likes', 'comments'].map(greatest).join(', ')}`;

const appearanceSql = `
  INSERT INTO appearances (run_id, region, category, rank, video_id, views) VALUES (@run_id, @region, @category, @rank, @video_id, @views)
  ON CONFLICT (run_id, video_id, region, category) DO UPDATE SET rank = @rank, views = @views`;

const recountSql = `
  UPDATE charts SET
    videos = (SELECT count(*) FROM appearances WHERE ${thisChart}), rejected = (SELECT count(*) FROM rejections WHERE ${thisChart})
  WHERE ${thisChart}`;
