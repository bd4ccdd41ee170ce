import type { Cell, Table, TableReader, TableRow } from '../core/tables.ts';
import { nothingToCopy } from '../core/vault-refusals.ts';
import { connect, type Connection, type Query } from './connection.ts';
import { requireNewest } from './format.ts';

/**
 * Opens a vault to read its tables as they are at this moment, also while a run goes on in it. Rejects with `configuration` where no
 * vault is there, or one that is older than the program or not whole.
 */
export async function openPostgresTableReader(url: string): Promise<TableReader> {
  const connection = await connect(url);
  try {
    if ((await requireNewest(connection)) === 'none') throw nothingToCopy(connection.name);
    // As long as whoever is copied to takes.
    await connection.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY`);
    await connection.query('SET LOCAL idle_in_transaction_session_timeout = 0');
    return createTableReader(connection);
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** Reads tables over a connection whose transaction is open. */
export function createTableReader({ name, query, close }: Connection): TableReader {
  return {
    name,
    count: async (table) => (await query<{ rows: number }>(`SELECT count(*) AS rows ${fromSql(table)}`))[0]?.rows ?? 0,
    rows: (table) => readTable(query, table),
    lastRun: async () => (await query<{ run: number }>(lastRunSql))[0]?.run ?? 0,
    close,
  };
}

/** The view says nothing, where a function would fail, to who may not look at the sequence. */
const lastRunSql = `
  SELECT greatest(coalesce((SELECT max(run_id) FROM runs), 0), (
    SELECT last_value FROM pg_sequences WHERE format('%I.%I', schemaname, sequencename) = pg_get_serial_sequence('runs', 'run_id')
  )) AS run`;

/** Inside the transaction that is open. */
export async function* readTable(query: Query, table: Table): AsyncGenerator<TableRow[]> {
  // Those of earlier questions whose rest nobody wanted.
  await query('CLOSE ALL');
  await query(`DECLARE copied NO SCROLL CURSOR FOR ${selectSql(table)}`);
  const next = () => query<Record<string, Cell>>(`FETCH ${table.rowsAtATime} FROM copied`);
  for (let rows = await next(); rows.length > 0; rows = await next())
    yield rows.map((row) => table.columns.map((column) => row[column.name] ?? null));
}

function selectSql(table: Table): string {
  const order = table.key.length === 0 ? [...table.order, 'rejection_id'] : table.order;
  return `SELECT ${table.columns.map(({ name }) => name).join(', ')} ${fromSql(table)} ORDER BY ${order.join(', ')}`;
}

/** The rows of a table that are not this store's own. */
export function fromSql({ name, ownRows }: Table): string {
  if (ownRows === undefined) return `FROM ${name}`;
  return `FROM ${name} WHERE ${ownRows.column} NOT IN (${ownRows.values.map((value) => `'${value}'`).join(', ')})`;
}
