import type { Bound } from './bindable.ts';
import type { Connection, Query } from './connection.ts';

/** Enough rows that a batch costs little, few enough that long descriptions fit into memory. */
const rowsAtATime = 500;

/**
 * The rows that `sql` gives, in batches, all of one moment of the vault. Takes the connection for itself until the last of them, or until
 * nobody wants the rest.
 */
export async function* readCursor({ query }: Connection, sql: string, values: readonly Bound[]): AsyncGenerator<Record<string, unknown>[]> {
  await query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  // Whoever takes the rows may take his time.
  await query('SET LOCAL idle_in_transaction_session_timeout = 0');
  await query(`DECLARE rows NO SCROLL CURSOR FOR ${sql}`, values);
  let batch = await fetchNext(query);
  while (batch.length > 0) {
    yield batch;
    batch = await fetchNext(query);
  }
}

function fetchNext(query: Query): Promise<Record<string, unknown>[]> {
  return query(`FETCH ${rowsAtATime} FROM rows`);
}
