import type { Period } from '../core/period.ts';
import {
  type AnyRun,
  type ChartRecord,
  isEnded,
  type RunOutcome,
  type RunRecord,
  type RunStatus,
  type UnfinishedRun,
} from '../core/summary.ts';
import type { Query } from './connection.ts';

/** Reads runs as they are kept. */
export interface RunQueries {
  find(run: number): Promise<AnyRun<RunRecord> | undefined>;
  /** The newest that ended. */
  latest(): Promise<RunRecord | undefined>;
  list(limit: number): Promise<AnyRun<RunRecord>[]>;
  /** Those that started in a period, oldest first. */
  outcomes(period: Period): Promise<AnyRun[]>;
  lastStoredAt(): Promise<string | undefined>;
  /** Of every run that started, in the order in which they came. */
  versions(): Promise<string[]>;
}

interface OutcomeRow extends Omit<RunOutcome, 'status' | 'charts'> {
  readonly status: RunStatus | 'running';
  /** A JSON array, in the order asked for. */
  readonly charts: string;
}

type RunRow = OutcomeRow & Omit<RunRecord, keyof RunOutcome>;

/** All of a run in one row, so that it is of one moment. */
const outcomeColumns = `
  run_id AS run, status, started_at AS "startedAt", finished_at AS "finishedAt", requests, retries, quota_units AS "quotaUnits",
  (
    SELECT coalesce(json_agg(json_build_object(
      'region', region, 'category', category, 'status', charts.status, 'videos', videos, 'rejected', rejected,
      'requests', charts.requests, 'retries', charts.retries, 'waitedMs', waited_ms, 'durationMs', duration_ms,
      'error', CASE WHEN error_code IS NOT NULL THEN json_build_object('code', error_code, 'message', error_message) END
    ) ORDER BY position), '[]') FROM charts WHERE charts.run_id = runs.run_id
  ) AS charts`;

/** month beside run_id everywhere: it says in which partition to look. */
const runSql = `
  SELECT ${outcomeColumns},
    (SELECT count(*) FROM snapshots WHERE run_id = runs.run_id AND month = runs.month) AS "unique",
    (SELECT count(*) FROM videos WHERE first_run = runs.run_id) AS new,
    (SELECT count(*) FROM (
      SELECT FROM appearances WHERE run_id = runs.run_id AND month = runs.month GROUP BY video_id HAVING count(DISTINCT region) > 1
    ) AS several) AS shared
  FROM runs`;

/** Of a row of `runs`: whether the run stored a video. */
export const hasStored = 'EXISTS (SELECT FROM snapshots WHERE snapshots.run_id = runs.run_id AND snapshots.month = runs.month)';

/** For `started_at` of runs, with the period as the first two values; any time sorts after the empty text, and before a tilde. */
export const inPeriod = `started_at >= coalesce($1, '') AND started_at < coalesce($2, '~')`;

/** For `region` of charts or appearances, with the regions, or null for all, as the third value. */
export const inRegions = '($3::text[] IS NULL OR region = ANY ($3))';

/** Prepares the questions about runs. Each is answered from one moment of the vault. */
export function createRunQueries(query: Query): RunQueries {
  const runs = async (rest: string, values: readonly (number | string)[]): Promise<AnyRun<RunRecord>[]> =>
    (await query<RunRow>(`${runSql} ${rest}`, values)).map(readRun);
  return {
    find: async (run) => (await runs('WHERE run_id = $1', [run]))[0],
    latest: async () => (await runs(`WHERE status <> 'running' ORDER BY run_id DESC LIMIT 1`, [])).find(isEnded),
    list: (limit) => runs('ORDER BY run_id DESC LIMIT $1', [limit]),
    outcomes: async ({ since, until }) => {
      const sql = `SELECT ${outcomeColumns} FROM runs WHERE ${inPeriod} ORDER BY run_id`;
      return (await query<OutcomeRow>(sql, [since ?? null, until ?? null])).map(readRun);
    },
    lastStoredAt: async () => {
      const sql = `SELECT started_at AS at FROM runs WHERE ${hasStored} ORDER BY run_id DESC LIMIT 1`;
      return (await query<{ at: string }>(sql))[0]?.at;
    },
    versions: async () =>
      (await query<{ version: string }>('SELECT version FROM runs GROUP BY version ORDER BY min(run_id)')).map(({ version }) => version),
  };
}

function readRun<Row extends OutcomeRow>({ status, charts, ...rest }: Row) {
  if (status === 'running') return { run: rest.run, status, startedAt: rest.startedAt } satisfies UnfinishedRun;
  return { ...rest, status, charts: JSON.parse(charts) as ChartRecord[] };
}
