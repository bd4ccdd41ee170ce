import type { Row } from '../core/run-rows.ts';
import { tables } from '../core/tables.ts';
import type { Bound } from './bindable.ts';
import type { Query } from './connection.ts';

/** Types that a table of every store does not tell: those of the search index, and of what is derived. */
const ownTypes = { month: 'date', configuration: 'text', source: 'text', channel: 'text', words_of_tags: 'text' } as const;

/** Columns of one name have one type in all tables. */
const types: ReadonlyMap<string, string> = new Map([
  ...tables.flatMap(({ columns }) => columns.map(({ name, type }) => [name, type === 'integer' ? 'bigint' : type] as const)),
  ...Object.entries(ownTypes),
]);

function typeOf(column: string): string {
  const type = types.get(column);
  if (type === undefined) throw new Error(`no table has the column ${column}`);
  return type;
}

/**
 * `SELECT` of many rows that are sent along as one array a column, `$1`, `$2`, …: one statement for thousands of rows, which the server
 * need not parse again for each.
 */
export function selectRows(columns: readonly string[]): string {
  const arrays = columns.map((column, index) => `$${index + 1}::${typeOf(column)}[]`);
  return `SELECT * FROM unnest(${arrays.join(', ')}) AS sent (${columns.join(', ')})`;
}

/** The arrays, in the order of the columns. */
export function arraysOf(columns: readonly string[], rows: readonly Row[]): Bound[] {
  return columns.map((column) => rows.map((row) => row[column] ?? null));
}

/** Inserts rows that all have the same columns; `rest` says what becomes of those that are there already. */
export async function insertRows(query: Query, table: string, rows: readonly Row[], rest = ''): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  await query(`INSERT INTO ${table} (${columns.join(', ')}) ${selectRows(columns)} ${rest}`, arraysOf(columns, rows));
}
