import { copyMark } from '../core/tables.ts';
import { unfinishedCopy } from '../core/vault-refusals.ts';
import type { Connection } from './connection.ts';
import { readState } from './state.ts';

/** Throws `configuration` for a vault that a copy has only begun to fill. */
export async function requireFinished({ name, query }: Pick<Connection, 'name' | 'query'>): Promise<void> {
  const source = await findSource(query);
  if (source !== undefined) throw unfinishedCopy(name, source);
}

/** The vault whose copy into this one is not finished, as people may see it. */
export async function findSource(query: Connection['query']): Promise<string | undefined> {
  return readState(query, copyMark);
}
