import { tables } from '../../src/core/tables.ts';

/** All rows that a vault keeps, by table and in order, whichever database keeps them; without what is the store's own. */
export async function logicalDump(
  query: (sql: string) => Promise<Record<string, unknown>[]> | Record<string, unknown>[],
): Promise<Record<string, readonly string[]>> {
  const dump: Record<string, readonly string[]> = {};
  for (const { name, columns, ownRows } of tables) {
    const names = columns.map((column) => column.name);
    const rows = await query(`SELECT ${names.join(', ')} FROM ${name}`);
    const kept = ownRows === undefined ? rows : rows.filter((row) => !ownRows.values.includes(String(row[ownRows.column])));
    dump[name] = kept.map((row) => JSON.stringify(names.map((column) => row[column]))).toSorted();
  }
  return dump;
}
