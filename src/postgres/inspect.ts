import type { ServerCondition, ServerTables, VaultTables } from '../core/condition.ts';
import { orVaultError } from '../core/errors.ts';
import { ownMigrations } from '../files/migrations.ts';
import { connect, type Connection, type Query } from './connection.ts';
import { ownTables, readFormat } from './format.ts';
import { describeLoose, listPartitions } from './partitions.ts';
import { requireFinished } from './require-finished.ts';
import { readRules } from './search-index.ts';

/** Who asks how a server is does not wait for it longer than for any of its answers. */
const queryTimeoutMs = 10_000;

/**
 * Looks a server and its database over, and changes nothing. Rejects as a reader does where nobody answers or the password is wrong, but
 * also looks at a vault that only a newer version, or the next run, could use.
 */
export async function inspectServer(url: string, now: () => number): Promise<ServerCondition> {
  const connection = await connect(url, { queryTimeoutMs });
  try {
    const tables = await readTables(connection, now()).catch(orVaultError);
    const askedAt = now();
    const [facts] = await connection.query<ServerFacts>(factsSql);
    if (facts === undefined) throw new Error('a server gave no row of facts');
    const { clockMs, tls, ...more } = facts;
    return { ...more, tls: tls ?? undefined, clockAheadMs: clockMs - (askedAt + now()) / 2, tables };
  } finally {
    await connection.close();
  }
}

/** Whether a database holds a vault, of whatever format. */
export async function isServerVault(url: string): Promise<boolean> {
  const connection = await connect(url);
  try {
    return (await readFormat(connection, Number.MAX_SAFE_INTEGER)) > 0;
  } finally {
    await connection.close();
  }
}

interface ServerFacts extends Omit<ServerCondition, 'tables' | 'clockAheadMs' | 'tls'> {
  readonly tls: string | null;
  readonly clockMs: number;
}

/** A socket has no address, and within one machine both ends have the same. */
const factsSql = `
  SELECT
    split_part(current_setting('server_version'), ' ', 1) AS version,
    current_setting('server_version_num')::integer / 10000 AS major,
    current_setting('server_encoding') AS encoding,
    pg_is_in_recovery() AS "isReplica",
    current_setting('default_transaction_read_only')::boolean AS "isReadOnly",
    coalesce(inet_client_addr() = inet_server_addr(), true) AS "isLocal",
    (SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid() AND ssl) AS tls,
    pg_database_size(current_database()) AS bytes,
    current_user::text AS user,
    extract(epoch FROM clock_timestamp())::double precision * 1000 AS "clockMs"`;

async function readTables(connection: Connection, now: number): Promise<ServerTables> {
  const { query } = connection;
  const format = await readFormat(connection, Number.MAX_SAFE_INTEGER);
  if (format > 0) {
    const rights = await readRights(query, now);
    if (!rights.unreadable.includes('state')) await requireFinished(connection);
    return { kind: 'vault', format, newestFormat: ownMigrations('postgres').length, ...rights };
  }
  const [place] = await query<{ schema: string | null; mayCreate: boolean | null }>(
    `SELECT current_schema()::text AS schema, has_schema_privilege(current_schema(), 'CREATE') AS "mayCreate"`,
  );
  return { kind: 'none', schema: place?.schema ?? undefined, mayCreate: place?.mayCreate ?? false };
}

async function readRights(
  query: Query,
  now: number,
): Promise<Pick<VaultTables, 'unreadable' | 'unwritable' | 'mayCreate' | 'months' | 'loose' | 'folding'>> {
  const [rights] = await query<{ unreadable: string[]; unwritable: string[]; mayCreate: boolean }>(rightsSql, [ownTables]);
  const { unreadable = [], unwritable = [], mayCreate = false } = rights ?? {};
  const { months, loose } = await listPartitions(query);
  // An operator may have put older ones aside.
  const thisMonth = new Date(now).toISOString().slice(0, 7).replace('-', '_');
  const rules = unreadable.includes('state') ? undefined : await readRules(query);
  const folding = rules === undefined ? undefined : rules.endsWith(' unaccent') ? 'unaccent' : 'program';
  return {
    unreadable,
    unwritable,
    mayCreate,
    months: months.map((month) => month.slice(0, 7)),
    loose: loose.filter((name) => name.slice(-7) >= thisMonth).map(describeLoose),
    folding,
  };
}

/** Only who owns a table may add the one of another month to it. */
const rightsSql = `
  WITH own AS (SELECT relname::text AS name, oid AS id FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relname::text = ANY ($1))
  SELECT
    coalesce(array_agg(name) FILTER (WHERE NOT has_table_privilege(id, 'SELECT')), '{}') AS unreadable,
    coalesce(array_agg(name) FILTER (
      WHERE NOT (has_table_privilege(id, 'INSERT') AND has_table_privilege(id, 'UPDATE') AND has_table_privilege(id, 'DELETE'))
    ), '{}') AS unwritable,
    coalesce(bool_and(pg_has_role(relowner, 'USAGE') AND has_schema_privilege(relnamespace, 'CREATE')) FILTER (WHERE relkind = 'p'), false)
      AS "mayCreate"
  FROM own JOIN pg_class ON pg_class.oid = id`;
