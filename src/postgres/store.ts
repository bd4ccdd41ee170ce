import { VaultError } from '../core/errors.ts';
import type { FinishedRun, Store } from '../core/ports.ts';
import type { RunRecord, UnfinishedRun } from '../core/summary.ts';
import { listMigrations, migrationsFolder } from '../files/migrations.ts';
import { connect, type Connection, type Query } from './connection.ts';
import { migrate, readFormat, requireFit } from './format.ts';
import { compact, partsToPrune, prune, sizeOf, vacuum } from './pruning.ts';
import { createPostgresReader } from './reader.ts';
import { requireFinished } from './require-finished.ts';
import { saveReread } from './reread-writer.ts';
import { createRunQueries, hasStored } from './run-queries.ts';
import { clear, findStarted, finishRun, letGo, spend, startRun } from './run-writer.ts';
import { bringIndexUpToDate, catchUp } from './search-index.ts';
import { openSession, type Patience, type Session } from './session.ts';

/**
 * Opens a vault in PostgreSQL to write runs, and holds it until closed; makes it where the database holds none, migrates an older one.
 * Rejects with `locked` while another process holds it, with `configuration` for a database that holds other tables of these names.
 *
 * A connection that is lost while a run goes on is made anew, within the time that `patience` gives.
 */
export async function openPostgresStore(url: string, patience: Patience): Promise<Store> {
  const known: Known = { newest: undefined, own: undefined };
  const session = await openSession(url, patience, (connection) => requireNotOvertaken(connection, known));
  try {
    await withUpkeep(url, bringUpToDate);
    await session.transaction(letGo);
    known.newest = await findNewest(session.query);
    return createPostgresStore(session, { url, signal: patience.signal, remember: (run) => (known.newest = known.own = run) });
  } catch (error) {
    await session.close();
    throw error;
  }
}

/** Runs as this host has seen them: what comes after the newest is another's. */
interface Known {
  newest: number | undefined;
  /** The one that it has started. */
  own: number | undefined;
}

/**
 * While this host had lost the server, another may have taken the lock and stored a run: then one of this host would be a double, whether
 * it has begun or was only found to be due. What is stored already is none.
 */
async function requireNotOvertaken({ name, query }: Connection, { newest, own }: Known): Promise<void> {
  if (newest === undefined) return;
  const sql = `
    SELECT run_id AS run FROM runs WHERE run_id > $1 AND ${hasStored}
      AND NOT EXISTS (SELECT FROM runs AS own WHERE own.run_id = $2 AND own.status <> 'running') LIMIT 1`;
  const [newer] = await query<{ run: number }>(sql, [newest, own ?? null]);
  if (!newer) return;
  const fact = `${name}: the connection was lost, and another host has stored run ${newer.run} meanwhile`;
  throw new VaultError('locked', `${fact}; ${own === undefined ? 'nothing is done' : `run ${own} is given up`}`);
}

async function findNewest(query: Query): Promise<number> {
  return (await query<{ run: number }>('SELECT coalesce(max(run_id), 0) AS run FROM runs'))[0]?.run ?? 0;
}

/** On a connection of its own, which nothing cuts off: migrations and the search index take what time they need. The session has the lock. */
async function withUpkeep<Result>(url: string, work: (connection: Connection) => Promise<Result>): Promise<Result> {
  const connection = await connect(url);
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

async function bringUpToDate(connection: Connection): Promise<void> {
  const migrations = listMigrations(migrationsFolder('postgres'));
  await requireFit(connection);
  const format = await readFormat(connection, migrations.length);
  if (format < migrations.length) await connection.transaction((query) => migrate(query, format, migrations));
  await requireFinished(connection);
  await bringIndexUpToDate(connection);
}

function createPostgresStore(
  session: Session,
  { url, signal, remember }: { url: string; signal: AbortSignal | undefined; remember: (run: number) => void },
): Store {
  const reader = createPostgresReader(session, () => connect(url));
  let isOpen = true;
  let isUncounted = false;
  /** What is stored is stored: where the index cannot follow now, whoever opens the vault next brings it up to date. */
  const followWithIndex = async (): Promise<void> => {
    await catchUp(session, () => signal?.aborted ?? false).catch((error: unknown) => {
      if (!(error instanceof VaultError)) throw error;
    });
  };
  return {
    ...reader,
    startRun: async (start) => {
      const run = await session.persist(({ transaction }, isRepeated) =>
        transaction(async (query) => (isRepeated ? await findStarted(query, start) : undefined) ?? startRun(query, start)),
      );
      remember(run);
      return run;
    },
    // Where it is not known whether it was written, it is written twice: the ledger may say too much, and never too little.
    spend: (day, units) => session.persist(({ query }) => spend(query, day, units)),
    finishRun: async (finished) => {
      const record = await session.persist(async (connection, isRepeated) => {
        const runs = createRunQueries(connection.query);
        const kept = isRepeated ? await runs.find(finished.run) : undefined;
        if (!isThat(kept, finished)) await connection.transaction((query) => finishRun(query, finished));
        return ended(await runs.find(finished.run), finished);
      });
      await followWithIndex();
      return record;
    },
    saveReread: async (run, items) => {
      await session.transaction((query) => saveReread(query, run, items));
      await followWithIndex();
    },
    partsToPrune: (runs) => partsToPrune(session.query, runs),
    prune: async (runs) => {
      isUncounted ||= runs.length > 0;
      return withUpkeep(url, ({ transaction }) => transaction((query) => prune(query, runs)));
    },
    compact: () => withUpkeep(url, ({ query }) => compact(query)),
    clear: () => withUpkeep(url, ({ transaction }) => transaction(clear)),
    size: async () => {
      if (isUncounted) await withUpkeep(url, ({ query }) => vacuum(query));
      isUncounted = false;
      return sizeOf(session.query);
    },
    isHeld: async () => isOpen || reader.isHeld(),
    close: async () => {
      isOpen = false;
      await session.close();
    },
  };
}

/** Whether the run is kept already: its transaction may have been done when the connection was lost. */
function isThat(kept: RunRecord | UnfinishedRun | undefined, { finishedAt, status }: FinishedRun): boolean {
  return kept !== undefined && kept.status === status && kept.finishedAt === finishedAt;
}

function ended(record: RunRecord | UnfinishedRun | undefined, { run }: FinishedRun): RunRecord {
  if (record === undefined || record.status === 'running') throw new Error(`run ${run} was finished and is not kept`);
  return record;
}
