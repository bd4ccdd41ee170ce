import type { Database } from 'better-sqlite3';
import { once } from '../core/once.ts';
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
import { bindFilter, type Filter, inPeriod } from './filter.ts';

/** Reads runs as they are kept. */
export interface RunQueries {
  find(run: number): AnyRun<RunRecord> | undefined;
  /** The newest that ended. */
  latest(): RunRecord | undefined;
  list(limit: number): AnyRun<RunRecord>[];
  /** Those that started in a period, oldest first. */
  outcomes(period: Period): AnyRun[];
  lastStoredAt(): string | undefined;
  /** Of every run that started, in the order in which they came. */
  versions(): string[];
}

interface OutcomeRow extends Omit<RunOutcome, 'status' | 'charts'> {
  readonly status: RunStatus | 'running';
}

type RunRow = OutcomeRow & Omit<RunRecord, keyof RunOutcome>;

interface ChartRow extends Omit<ChartRecord, 'error'> {
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
}

const outcomeColumns = `
  run_id AS run, status, started_at AS startedAt, finished_at AS finishedAt, requests, retries, quota_units AS quotaUnits`;

const runSql = `
  SELECT ${outcomeColumns},
    (SELECT count(*) FROM snapshots WHERE run_id = runs.run_id) AS "unique",
    (SELECT count(*) FROM videos WHERE first_run = runs.run_id) AS new,
    (SELECT count(*) FROM (
      SELECT 1 FROM appearances WHERE run_id = runs.run_id GROUP BY video_id HAVING count(DISTINCT region) > 1
    )) AS shared
  FROM runs`;

const chartsSql = `
  SELECT region, category, status, videos, rejected, requests, retries, waited_ms AS waitedMs, duration_ms AS durationMs,
    error_code AS errorCode, error_message AS errorMessage
  FROM charts WHERE run_id = ? ORDER BY position`;

const outcomesSql = `SELECT ${outcomeColumns} FROM runs WHERE ${inPeriod} ORDER BY run_id`;

const storedAtSql = `
  SELECT started_at FROM runs WHERE run_id = (SELECT max(run_id) FROM snapshots)`;

/** The questions about runs, prepared when first asked. Each is answered from one moment of the vault. */
export function createRunQueries(db: Database): RunQueries {
  const byId = once(() => db.prepare<[number], RunRow>(`${runSql} WHERE run_id = ?`));
  const latest = once(() => db.prepare<[], RunRow>(`${runSql} WHERE status <> 'running' ORDER BY run_id DESC LIMIT 1`));
  const newest = once(() => db.prepare<[number], RunRow>(`${runSql} ORDER BY run_id DESC LIMIT ?`));
  const outcomes = once(() => db.prepare<[Filter], OutcomeRow>(outcomesSql));
  const charts = once(() => db.prepare<[number], ChartRow>(chartsSql));
  const storedAt = once(() => db.prepare<[], string>(storedAtSql).pluck());
  const versions = once(() => db.prepare<[], string>('SELECT version FROM runs GROUP BY version ORDER BY min(run_id)').pluck());

  const read = <Row extends OutcomeRow>(row: Row) => {
    const { status, ...rest } = row;
    if (status === 'running') return { run: row.run, status, startedAt: row.startedAt } satisfies UnfinishedRun;
    return { ...rest, status, charts: charts().all(row.run).map(readChart) };
  };
  const readAll = (rows: readonly RunRow[]): AnyRun<RunRecord>[] => rows.map(read);
  const find = (run: number) => {
    const row = byId().get(run);
    return row && read(row);
  };
  return {
    find: db.transaction(find),
    latest: db.transaction(() => readAll(latest().all()).find(isEnded)),
    list: db.transaction((limit: number) => readAll(newest().all(limit))),
    outcomes: db.transaction((period: Period) => outcomes().all(bindFilter(period)).map(read)),
    lastStoredAt: () => storedAt().get(),
    versions: () => versions().all(),
  };
}

function readChart({ errorCode, errorMessage, ...chart }: ChartRow): ChartRecord {
  return { ...chart, error: errorCode === null ? null : { code: errorCode, message: errorMessage ?? '' } };
}
