import { refusedTarget } from '../core/copy-vault.ts';
import { copyMark, type Table, type TableRow, tables, type TableWriter } from '../core/tables.ts';
import { ownMigrations } from '../files/migrations.ts';
import { connect, type Connection, type Query } from './connection.ts';
import { migrate, readFormat, requireFit } from './format.ts';
import { selectRows } from './insert.ts';
import { giveLockBack, takeLock } from './lock.ts';
import { makePartitions } from './partitions.ts';
import { findSource } from './require-finished.ts';
import { catchUp, fallBehind, followRules } from './search-index.ts';
import { forget, remember } from './state.ts';
import { createTableReader, fromSql, readTable } from './table-reader.ts';

/**
 * Opens a vault to fill its tables, and holds it until closed; makes it where the database holds none. Rejects with `usage`, and changes
 * nothing, where it holds runs that no copy brought; with `locked` while another process holds it.
 */
export async function openPostgresTableWriter(url: string): Promise<TableWriter> {
  const connection = await connect(url);
  try {
    await makeReady(connection);
    return createTableWriter(connection);
  } catch (error) {
    await connection.close();
    throw error;
  }
}

async function makeReady(connection: Connection): Promise<void> {
  const { name, query } = connection;
  const migrations = ownMigrations('postgres');
  await requireFit(connection);
  // Before the lock and before anything is migrated: a vault that is refused stays as it is.
  if ((await readFormat(connection, migrations.length)) > 0 && (await isTaken(query))) throw refusedTarget(name);
  await takeLock(connection);
  const format = await readFormat(connection, migrations.length);
  await connection.transaction((query) => migrate(query, format, migrations));
}

async function isTaken(query: Query): Promise<boolean> {
  const rows = tables.map((table) => `EXISTS (SELECT ${fromSql(table)})`);
  const [held] = await query<{ any: boolean }>(`SELECT ${rows.join(' OR ')} AS any`);
  return held?.any === true && (await findSource(query)) === undefined;
}

function createTableWriter(connection: Connection): TableWriter {
  const { query, transaction } = connection;
  return {
    ...createTableReader(connection),
    rows: (table) => readAlone(query, table),
    isMarked: async () => (await findSource(query)) !== undefined,
    mark: (source) => remember(query, { [copyMark]: source }),
    append: (table, rows) => transaction((query) => append(query, table, rows)),
    clear: (some) => transaction((query) => clear(query, some)),
    finish: (lastRun, signal) => finish(connection, lastRun, signal),
    close: async () => {
      // On a lost connection this fails, and the server gives the lock back by itself.
      await giveLockBack(query).catch(() => {});
      await connection.close();
    },
  };
}

async function* readAlone(query: Query, table: Table): AsyncGenerator<TableRow[]> {
  await query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    yield* readTable(query, table);
  } finally {
    // On a lost connection this fails as well, and what was lost is known already.
    await query('ROLLBACK').catch(() => {});
  }
}

async function append(query: Query, table: Table, rows: readonly TableRow[]): Promise<void> {
  if (table.name === 'runs') {
    const start = table.columns.findIndex(({ name }) => name === 'started_at');
    await makePartitions(query, [...new Set(rows.map((row) => `${String(row[start]).slice(0, 7)}-01`))]);
  }
  const arrays = table.columns.map((_, column) => rows.map((row) => row[column] ?? null));
  await query(insertSql(table), arrays);
}

/** Those that are cut by month have it from the run. */
const cutByMonth: ReadonlySet<string> = new Set(['snapshots', 'appearances']);

function insertSql(table: Table): string {
  const names = table.columns.map(({ name }) => name);
  const list = names.join(', ');
  if (cutByMonth.has(table.name))
    return `INSERT INTO ${table.name} (${list}, month) SELECT sent.*, runs.month FROM (${selectRows(names)}) AS sent JOIN runs USING (run_id)`;
  const insert = `INSERT INTO ${table.name} (${list}) ${selectRows(names)}`;
  if (table.change !== 'update') return insert;
  const changes = names.filter((name) => !table.key.includes(name)).map((name) => `${name} = excluded.${name}`);
  return `${insert} ON CONFLICT (${table.key.join(', ')}) DO UPDATE SET ${changes.join(', ')}`;
}

/** To delete row by row would take as long as the copy; but what is the store's own stays. */
async function clear(query: Query, some: readonly Table[]): Promise<void> {
  const emptied = some.filter(({ ownRows }) => ownRows === undefined).map(({ name }) => name);
  const derived = emptied.includes('videos') ? ['search_documents'] : [];
  if (emptied.length > 0) await query(`TRUNCATE ${[...emptied, ...derived].join(', ')}`);
  for (const table of some.filter(({ ownRows }) => ownRows !== undefined)) await query(`DELETE ${fromSql(table)}`);
}

/** The mark goes last: whoever is stopped before does all of this again. */
async function finish(connection: Connection, lastRun: number, signal: AbortSignal): Promise<void> {
  const { query } = connection;
  await query(`SELECT setval(pg_get_serial_sequence('runs', 'run_id'), greatest($1::bigint, 1), $1::bigint > 0)`, [lastRun]);
  // Else the first questions are answered as if all tables were small.
  await query(`ANALYZE ${tables.map(({ name }) => name).join(', ')}`);
  await fallBehind(query, 0);
  await followRules(connection);
  await catchUp(connection, () => signal.aborted);
  if (signal.aborted) throw signal.reason;
  await forget(query, copyMark);
}
