import { VaultError } from '../core/errors.ts';
import type { Connection, Query } from './connection.ts';
import { hasStored } from './run-queries.ts';

/** Runs as this host has seen them: what comes after the newest is another's. */
export interface Known {
  newest: number | undefined;
  /** The one that it has started. */
  own: number | undefined;
}

/**
 * While this host had lost the server, another may have taken the lock and stored a run: then one of this host would be a double, whether
 * it has begun or was only found to be due. What is stored already is none. Throws `locked`.
 */
export async function requireNotOvertaken({ name, query }: Connection, { newest, own }: Known): Promise<void> {
  if (newest === undefined) return;
  const [newer] = await query<{ run: number }>(newerSql, [newest, own ?? null]);
  if (!newer) return;
  const fact = `${name}: the connection was lost, and another host has stored run ${newer.run} meanwhile`;
  throw new VaultError('locked', `${fact}; ${own === undefined ? 'nothing is done' : `run ${own} is given up`}`);
}

const newerSql = `
  SELECT run_id AS run FROM runs WHERE run_id > $1 AND ${hasStored}
    AND NOT EXISTS (SELECT FROM runs AS own WHERE own.run_id = $2 AND own.status <> 'running') LIMIT 1`;

/** The newest run, 0 where there is none. */
export async function findNewest(query: Query): Promise<number> {
  return (await query<{ run: number }>('SELECT coalesce(max(run_id), 0) AS run FROM runs'))[0]?.run ?? 0;
}
