import type { Database } from 'better-sqlite3';
import { canonicalPath } from '../files/place.ts';
import type { History } from '../core/history.ts';
import type { Holder, NotBefore, Reader } from '../core/ports.ts';
import { createChartQueries } from './chart-queries.ts';
import { createDatasetQueries } from './dataset-queries.ts';
import { createHistoryQueries } from './history-queries.ts';
import { isLocked } from './lock.ts';
import { ownMigrations } from '../files/migrations.ts';
import { openWhole } from './open-whole.ts';
import { once } from '../core/once.ts';
import { orClose } from './or-close.ts';
import { createPruningQueries } from './pruning.ts';
import { createRejectionQueries } from './rejection-queries.ts';
import { createRunQueries } from './run-queries.ts';
import { createSearch } from './search-queries.ts';
import { translating } from './sqlite-error.ts';

/**
 * Opens a vault to ask about it, or gives `undefined` where the file is missing or empty. Leaves no file behind, waits for no
 * run, and rejects a vault older than the program, for only a run may migrate it, and one that a copy has only begun to fill.
 */
export async function openSqliteReader(given: string, { migrations = ownMigrations('sqlite') } = {}): Promise<Reader | undefined> {
  const path = translating(given, () => canonicalPath(given));
  return translating(path, () => {
    const db = openWhole(path, migrations.length);
    return db && orClose(db, () => createSqliteReader(db, path));
  });
}

/**
 * The Reader's answers over an open connection, which the Store gives as well. Each statement is prepared when it is first needed: no
 * command asks all, and a run starts sooner.
 */
export function createSqliteReader(db: Database, path: string): Reader {
  const runs = createRunQueries(db);
  const charts = createChartQueries(db);
  const pruning = createPruningQueries(db);
  const rejections = createRejectionQueries(db);
  const notBefore = once(() => db.prepare<[], NotBefore>(notBeforeSql));
  const holder = once(() => db.prepare<[], Holder>(holderSql));
  // What AUTOINCREMENT remembers, so that no number is given twice.
  const unused = once(() => db.prepare<[], number>(`SELECT NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'runs')`).pluck());
  const quotaUsed = once(() => db.prepare<[string], number>('SELECT units FROM quota WHERE pacific_day = ?').pluck());
  return {
    ...createSqliteHistory(db, path),
    latestRun: async () => translating(path, () => runs.latest()),
    findRun: async (run) => translating(path, () => runs.find(run)),
    listRuns: async (limit) => translating(path, () => runs.list(limit)),
    outcomes: async (period) => translating(path, () => runs.outcomes(period)),
    chartDetails: async (run) => translating(path, () => charts.details(run)),
    lastSuccess: async (key, run) => translating(path, () => charts.lastSuccess(key, run)),
    recentCounts: async (key, limit) => translating(path, () => charts.recentCounts(key, Number.MAX_SAFE_INTEGER, limit)),
    lastStoredAt: async () => translating(path, () => runs.lastStoredAt()),
    notBefore: async () => translating(path, () => notBefore().get()),
    quotaUsed: async (day) => translating(path, () => quotaUsed().get(day) ?? 0),
    listRejections: async (question, limit) => translating(path, () => rejections.list(question, limit)),
    countRejections: async (question) => translating(path, () => rejections.count(question)),
    rejectedRuns: async (question) => translating(path, () => rejections.runs(question)),
    versions: async () => translating(path, () => runs.versions()),
    isUnused: async () => translating(path, () => unused().get() === 1),
    listStarts: async () => translating(path, () => pruning.starts()),
    weigh: async (runs) => translating(path, () => pruning.weigh(runs)),
    size: async () => translating(path, () => pruning.size()),
    isHeld: async () => isLocked(path),
    holder: async () => translating(path, () => holder().get()),
    close: async () => translating(path, () => void db.close()),
  };
}

function createSqliteHistory(db: Database, path: string): History {
  const history = createHistoryQueries(db);
  const search = once(() => createSearch(db, path));
  const dataset = createDatasetQueries(db);
  return {
    storedRange: async (period) => translating(path, () => history.storedRange(period)),
    storedRun: async (run) => translating(path, () => history.storedRun(run)),
    places: async (range, regions) => translating(path, () => history.places(range, regions)),
    countKinds: async (range, regions) => translating(path, () => history.countKinds(range, regions)),
    lastSnapshots: async (range) => translating(path, () => history.lastSnapshots(range)),
    snapshotsOf: async (videoId) => translating(path, () => history.snapshotsOf(videoId)),
    newestSnapshots: async (videoId, count, to) => translating(path, () => history.newestSnapshots(videoId, count, to)),
    placesOf: async (videoId) => translating(path, () => history.placesOf(videoId)),
    chartRuns: async (key, range) => translating(path, () => history.chartRuns(key, range)),
    findVideos: async (videoIds) => translating(path, () => history.findVideos(videoIds)),
    search: async (question) => translating(path, () => search()(question)),
    rows: (question) => batches(path, dataset.rows(question)),
    countRows: async (question) => translating(path, () => dataset.count(question)),
  };
}

async function* batches<Batch>(path: string, rows: IterableIterator<Batch>): AsyncIterable<Batch> {
  try {
    for (let next = translating(path, () => rows.next()); !next.done; next = translating(path, () => rows.next())) yield next.value;
  } finally {
    // Else the connection stays busy when nobody wants the rest.
    rows.return?.();
  }
}

const notBeforeSql = `
  SELECT value AS until, coalesce((SELECT value FROM state WHERE name = 'not_before_reason'), '') AS reason
  FROM state WHERE name = 'not_before'`;

const holderSql = `
  SELECT who.value AS who, since.value AS since FROM state AS who JOIN state AS since ON since.name = 'holder_since'
  WHERE who.name = 'holder'`;
