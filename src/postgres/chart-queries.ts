import type { ChartKey } from '../core/chart.ts';
import type { StoredRun } from '../core/history.ts';
import type { ChartDetail } from '../core/ports.ts';
import type { Query } from './connection.ts';

/** Reads what is kept about charts, beside the runs themselves. */
export interface ChartQueries {
  details(run: number): Promise<ChartDetail[]>;
  lastSuccess(key: ChartKey, run: number): Promise<StoredRun | undefined>;
  recentCounts(key: ChartKey, run: number, limit: number): Promise<number[]>;
}

const detailsSql = `
  SELECT charts.region, charts.category, coalesce(entries.new, 0) AS new, entries.title AS "topTitle"
  FROM charts LEFT JOIN (
    SELECT region, category, count(*) FILTER (WHERE first_run = run_id) AS new, (array_agg(title ORDER BY rank))[1] AS title
    FROM appearances JOIN videos USING (video_id)
    WHERE run_id = $1 AND month = (SELECT month FROM runs WHERE run_id = $1)
    GROUP BY region, category
  ) AS entries USING (region, category)
  WHERE charts.run_id = $1 ORDER BY charts.position`;

const lastSuccessSql = `
  SELECT run_id AS run, started_at AS "startedAt" FROM charts JOIN runs USING (run_id)
  WHERE region = $1 AND category = $2 AND charts.status = 'stored' AND run_id < $3
  ORDER BY run_id DESC LIMIT 1`;

const recentCountsSql = `
  SELECT videos FROM charts WHERE region = $1 AND category = $2 AND status IN ('stored', 'sparse')
    AND run_id < $3 ORDER BY run_id DESC LIMIT $4`;

/** Prepares the questions about charts. A run's charts are there only when it has ended. */
export function createChartQueries(query: Query): ChartQueries {
  return {
    details: (run) => query<ChartDetail>(detailsSql, [run]),
    lastSuccess: async ({ region, category }, run) => (await query<StoredRun>(lastSuccessSql, [region, category, run]))[0],
    recentCounts: async ({ region, category }, run, limit) =>
      (await query<{ videos: number }>(recentCountsSql, [region, category, run, limit])).map(({ videos }) => videos),
  };
}
