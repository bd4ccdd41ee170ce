import { heldByAnother } from '../core/vault-refusals.ts';
import type { Connection, Query } from './connection.ts';
import { requireSchema } from './format.ts';

/** `VALT`: the first half of the number that the lock has in the database; the second is the schema of the vault. */
const lockClass = 0x56_41_4c_54;

const takeSql = 'SELECT pg_try_advisory_lock($1, hashtext(current_schema())) AS taken';

/** A replica knows nothing of the locks of its primary: there it is whoever is written down, whom a crash of his leaves standing. */
const heldSql = `
  SELECT CASE WHEN pg_is_in_recovery() THEN EXISTS (SELECT FROM state WHERE name = 'holder') ELSE EXISTS (
    SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 2
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND classid = $1::bigint::oid AND objid::bigint = hashtext(current_schema())::bigint & 4294967295
  ) END AS held`;

/**
 * Takes the lock against a second run for this session, or throws `locked`. It is the server's: whichever host the session belongs to, it
 * is free as soon as the session ends, so that there is no stale lock.
 */
export async function takeLock(connection: Connection): Promise<void> {
  const { name, query } = connection;
  await requireSchema(connection);
  const [answer] = await query<{ taken: boolean }>(takeSql, [lockClass]);
  if (!answer?.taken) throw heldByAnother(name);
}

/** Gives it back at once: a session that ends is still there for a moment. */
export async function giveLockBack(query: Query): Promise<void> {
  await query('SELECT pg_advisory_unlock($1, hashtext(current_schema()))', [lockClass]);
}

/** Whether any session holds the lock at this moment. */
export async function isLocked(query: Query): Promise<boolean> {
  return (await query<{ held: boolean }>(heldSql, [lockClass]))[0]?.held ?? false;
}
