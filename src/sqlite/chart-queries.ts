import type { Database } from 'better-sqlite3';
import type { ChartKey } from '../core/chart.ts';
import { once } from '../core/once.ts';
import type { StoredRun } from '../core/history.ts';
import type { ChartDetail } from '../core/ports.ts';

/** Reads what is kept about charts, beside the runs themselves. */
export interface ChartQueries {
  details(run: number): ChartDetail[];
  lastSuccess(key: ChartKey, run: number): StoredRun | undefined;
  recentCounts(key: ChartKey, run: number, limit: number): number[];
}

/**
 * Of videos only the new ones and those at the top are read, for an old vault has them all over its file. SQLite promises that a bare column
 * beside min() is of the row that has the minimum.
 */
const detailsSql = `
  SELECT charts.region, charts.category, coalesce(arrivals.new, 0) AS new, title AS topTitle
  FROM charts LEFT JOIN (
    SELECT region, category, count(*) AS new FROM videos CROSS JOIN appearances USING (video_id)
    WHERE first_run = @run AND run_id = @run GROUP BY region, category
  ) AS arrivals USING (region, category) LEFT JOIN (
    SELECT region, category, min(rank), video_id FROM appearances WHERE run_id = @run GROUP BY region, category
  ) AS tops USING (region, category) LEFT JOIN videos ON videos.video_id = tops.video_id
  WHERE charts.run_id = @run ORDER BY charts.position`;

const lastSuccessSql = `
  SELECT run_id AS run, started_at AS startedAt FROM charts JOIN runs USING (run_id)
  WHERE region = @region AND category = @category AND charts.status = 'stored' AND run_id < @run
  ORDER BY run_id DESC LIMIT 1`;

const recentCountsSql = `
  SELECT videos FROM charts WHERE region = @region AND category = @category AND status IN ('stored', 'sparse')
    AND run_id < @run ORDER BY run_id DESC LIMIT @limit`;

/** The questions about charts, prepared when first asked. A run's charts are there only when it has ended. */
export function createChartQueries(db: Database): ChartQueries {
  const details = once(() => db.prepare<[{ run: number }], ChartDetail>(detailsSql));
  const lastSuccess = once(() => db.prepare<[ChartKey & { run: number }], StoredRun>(lastSuccessSql));
  const recentCounts = once(() => db.prepare<[ChartKey & { run: number; limit: number }], number>(recentCountsSql).pluck());
  return {
    details: (run) => details().all({ run }),
    lastSuccess: ({ region, category }, run) => lastSuccess().get({ region, category, run }),
    recentCounts: ({ region, category }, run, limit) => recentCounts().all({ region, category, run, limit }),
  };
}
