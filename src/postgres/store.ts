import { VaultError } from '../core/errors.ts';
import { endOf } from '../core/outcome.ts';
import type { FinishedRun, Store } from '../core/ports.ts';
import { type AnyRun, isEnded } from '../core/summary.ts';
import { ownMigrations } from '../files/migrations.ts';
import { connect, type Connection } from './connection.ts';
import { migrate, readFormat, requireFit } from './format.ts';
import { findNewest, type Known, requireNotOvertaken } from './overtaken.ts';
import { compact, partsToPrune, prune, vacuum } from './pruning.ts';
import { createPostgresReader } from './reader.ts';
import { requireFinished } from './require-finished.ts';
import { saveReread } from './reread-writer.ts';
import { createRunQueries } from './run-queries.ts';
import { clear, findStarted, finishRun, letGo, spend, startRun } from './run-writer.ts';
import { catchUp, followRules } from './search-index.ts';
import { openSession, type Reconnection, type Session } from './session.ts';
import { sizeOf } from './size.ts';

/**
 * Opens a vault in PostgreSQL to write runs, and holds it until closed; makes it where the database holds none, migrates an older one.
 * Rejects with `locked` while another process holds it, with `configuration` for a database that holds other tables of these names.
 *
 * A connection that is lost while a run goes on is made anew, within the time that `reconnection` gives.
 */
export async function openPostgresStore(url: string, reconnection: Reconnection): Promise<Store> {
  const known: Known = { newest: undefined, own: undefined };
  const isOver = (): boolean => reconnection.signal.aborted;
  const session = await openSession(url, reconnection, (connection) => requireNotOvertaken(connection, known));
  try {
    known.newest = await withUpkeep(url, (connection) => bringUpToDate(connection, isOver));
    return createPostgresStore(session, { url, isOver, remember: (run) => (known.newest = known.own = run) });
  } catch (error) {
    await session.close();
    throw error;
  }
}

/** On a connection of its own, which nothing cuts off: migrations and the search index take what time they need. The session has the lock. */
async function withUpkeep<Result>(url: string, work: (connection: Connection) => Promise<Result>): Promise<Result> {
  const connection = await connect(url);
  try {
    await connection.query('SET statement_timeout = 0; SET lock_timeout = 0');
    return await work(connection);
  } finally {
    await connection.close();
  }
}

/** Makes the vault ready to be written, and gives its newest run, 0 where there is none. */
async function bringUpToDate(connection: Connection, isOver: () => boolean): Promise<number> {
  const migrations = ownMigrations('postgres');
  await requireFit(connection);
  const format = await readFormat(connection, migrations.length);
  if (format < migrations.length) await connection.transaction((query) => migrate(query, format, migrations));
  await requireFinished(connection);
  await followRules(connection);
  await letGo(connection.query);
  await followWithIndex(connection, isOver);
  return findNewest(connection.query);
}

/** What is stored is stored: where the index cannot follow now, whoever opens the vault next brings it up to date. */
async function followWithIndex(connection: Connection, isOver: () => boolean): Promise<void> {
  await catchUp(connection, isOver).catch((error: unknown) => {
    if (!(error instanceof VaultError)) throw error;
  });
}

function createPostgresStore(
  session: Session,
  { url, isOver, remember }: { url: string; isOver: () => boolean; remember: (run: number) => void },
): Store {
  const reader = createPostgresReader(session, () => connect(url));
  let isOpen = true;
  let isUncounted = false;
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
        return runs.find(finished.run);
      });
      if (!isEnded(record)) throw new Error(`run ${finished.run} was finished and is not kept`);
      await followWithIndex(session, isOver);
      return record;
    },
    saveReread: async (run, items) => {
      await session.transaction((query) => saveReread(query, run, items));
      await followWithIndex(session, isOver);
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
function isThat(kept: AnyRun | undefined, { finishedAt, outcomes }: FinishedRun): boolean {
  return isEnded(kept) && kept.status === endOf(outcomes).status && kept.finishedAt === finishedAt;
}
