import { copyMark } from '../core/tables.ts';
import { unfinishedCopy } from '../core/unfinished-copy.ts';
import type { Connection } from './connection.ts';

/** Throws `configuration` for a vault that a copy has only begun to fill. */
export async function requireFinished({ name, query }: Pick<Connection, 'name' | 'query'>): Promise<void> {
  const source = await findSource(query);
  if (source !== undefined) throw unfinishedCopy(name, source);
}

/** The vault whose copy into this one is not finished, as people may see it. */
export async function findSource(query: Connection['query']): Promise<string | undefined> {
  return (await query<{ value: string }>('SELECT value FROM state WHERE name = $1', [copyMark]))[0]?.value;
}
