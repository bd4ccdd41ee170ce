import type { Query } from './connection.ts';
import { insertRows } from './insert.ts';

/** What is kept in the table `state` under a name, if anything is. */
export async function readState(query: Query, name: string): Promise<string | undefined> {
  return (await query<{ value: string }>('SELECT value FROM state WHERE name = $1', [name]))[0]?.value;
}

/** Keeps values by their names, in the place of those that they had. */
export async function remember(query: Query, values: Readonly<Record<string, string>>): Promise<void> {
  const rows = Object.entries(values).map(([name, value]) => ({ name, value }));
  await insertRows(query, 'state', rows, 'ON CONFLICT (name) DO UPDATE SET value = excluded.value');
}

export async function forget(query: Query, ...names: readonly string[]): Promise<void> {
  await query('DELETE FROM state WHERE name = ANY ($1)', [names]);
}
