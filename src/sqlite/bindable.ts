import type { Row } from '../core/run-rows.ts';

/**
 * A row as SQLite keeps it unchanged; throws for a number that is not whole, of which a vault has none.
 *
 * SQLite turns NaN into NULL and half of a surrogate pair into three other characters, without a word.
 */
export function bindable(row: Row): Row {
  const kept: Record<string, string | number | null> = {};
  for (const column in row) kept[column] = keepable(column, row[column]);
  return kept;
}

function keepable(column: string, value: string | number | null | undefined): string | number | null {
  if (typeof value === 'string') return value.toWellFormed();
  if (value === null || (typeof value === 'number' && Number.isSafeInteger(value))) return value;
  throw new RangeError(`${column}: expected a whole number, got ${value}`);
}
