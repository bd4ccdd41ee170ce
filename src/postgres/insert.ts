import type { Row } from '../core/run-rows.ts';
import type { Bound, Query } from './connection.ts';

/** The types of columns that are not bigint. */
const textColumns = new Set(
  `region status error_code error_message video_id title channel_id channel_title published_at category_name live declared_language
  primary_language description words_of_tags reason pacific_day name value started_at finished_at version configuration channel source`.split(
    /\s+/,
  ),
);
const otherTypes: Readonly<Record<string, string>> = { tags: 'json', item: 'json', month: 'date' };

function typeOf(column: string): string {
  return otherTypes[column] ?? (textColumns.has(column) ? 'text' : 'bigint');
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
