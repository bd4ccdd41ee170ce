import type { History } from '../core/history.ts';
import type { Holder, NotBefore, Reader } from '../core/ports.ts';
import { createChartQueries } from './chart-queries.ts';
import { connect, type Connection } from './connection.ts';
import { createDatasetQueries } from './dataset-queries.ts';
import { requireNewest } from './format.ts';
import { createHistoryQueries } from './history-queries.ts';
import { isLocked } from './lock.ts';
import { listStarts, weigh } from './pruning.ts';
import { createRejectionQueries } from './rejection-queries.ts';
import { createRunQueries } from './run-queries.ts';
import { createSearch } from './search-queries.ts';
import { sizeOf } from './size.ts';

/**
 * Opens a vault in PostgreSQL to ask about it, or gives `undefined` where the database holds none yet. Rejects a vault older than the
 * program: only a run may migrate it.
 */
export async function openPostgresReader(url: string): Promise<Reader | undefined> {
  const connection = await connect(url);
  try {
    if ((await requireNewest(connection)) === 'vault') return createPostgresReader(connection, () => connect(url));
  } catch (error) {
    await connection.close();
    throw error;
  }
  await connection.close();
  return undefined;
}

/** The Reader's answers over a connection, which the Store gives as well; `openAside` opens another for an answer that needs one to itself. */
export function createPostgresReader(connection: Connection, openAside: () => Promise<Connection>): Reader {
  const { query } = connection;
  const runs = createRunQueries(query);
  const charts = createChartQueries(query);
  const rejections = createRejectionQueries(connection);
  return {
    ...createPostgresHistory(connection, openAside),
    latestRun: () => runs.latest(),
    findRun: (run) => runs.find(run),
    listRuns: (limit) => runs.list(limit),
    outcomes: (period) => runs.outcomes(period),
    chartDetails: (run) => charts.details(run),
    lastSuccess: (key, run) => charts.lastSuccess(key, run),
    recentCounts: (key, limit) => charts.recentCounts(key, Number.MAX_SAFE_INTEGER, limit),
    lastStoredAt: () => runs.lastStoredAt(),
    notBefore: async () => (await query<NotBefore>(notBeforeSql))[0],
    quotaUsed: async (day) => (await query<{ units: number }>('SELECT units FROM quota WHERE pacific_day = $1', [day]))[0]?.units ?? 0,
    listRejections: (question, limit) => rejections.list(question, limit),
    countRejections: (question) => rejections.count(question),
    rejectedRuns: (question) => rejections.runs(question),
    versions: () => runs.versions(),
    isUnused: async () => (await query<{ unused: boolean }>(unusedSql))[0]?.unused ?? false,
    listStarts: () => listStarts(query),
    weigh: (going) => weigh(query, going),
    size: () => sizeOf(query),
    isHeld: () => isLocked(query),
    holder: async () => (await query<Holder>(holderSql))[0],
    close: () => connection.close(),
  };
}

function createPostgresHistory(connection: Connection, openAside: () => Promise<Connection>): History {
  const dataset = createDatasetQueries(connection.query, openAside);
  return {
    ...createHistoryQueries(connection),
    search: createSearch(connection),
    rows: (question) => dataset.rows(question),
    countRows: (question) => dataset.count(question),
  };
}

const notBeforeSql = `
  SELECT value AS until, coalesce((SELECT value FROM state WHERE name = 'not_before_reason'), '') AS reason
  FROM state WHERE name = 'not_before'`;

const holderSql = `
  SELECT who.value AS who, since.value AS since FROM state AS who JOIN state AS since ON since.name = 'holder_since'
  WHERE who.name = 'holder'`;

/** The sequence of the numbers remembers those that were given to runs which are gone. */
const unusedSql = `SELECT pg_sequence_last_value(pg_get_serial_sequence('runs', 'run_id')::regclass) IS NULL AS unused`;
