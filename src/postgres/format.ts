import { readFileSync } from 'node:fs';
import { VaultError } from '../core/errors.ts';
import { supportedServers } from '../core/condition.ts';
import { madeByNewer, madeByOlder } from '../core/vault-refusals.ts';
import { type Migration, ownMigrations } from '../files/migrations.ts';
import type { Connection, Query } from './connection.ts';
import { requireFinished } from './require-finished.ts';

/** The tables of a vault of the newest format. In a database that holds no vault they are somebody else's. */
export const ownTables = ['runs', 'charts', 'videos', 'snapshots', 'appearances', 'rejections', 'quota', 'state', 'search_documents'];

const views = ['latest_videos', 'video_history', 'movers', 'region_overlap'];

/**
 * The format of the vault in the schema that a connection works in, 0 where there is none yet. Throws VaultError `configuration` where
 * other tables have its names, or a newer version made it.
 */
export async function readFormat(connection: Connection, newest: number): Promise<number> {
  const { name, query } = connection;
  await requireSchema(connection);
  const [found] = await query<{ vault: boolean; names: string[] }>(foundSql, [[...ownTables, ...views, 'vault_migrations']]);
  const { vault = false, names = [] } = found ?? {};
  if (!vault) {
    if (names.length === 0) return 0;
    throw new VaultError('configuration', `${name} holds tables of another program (${names.join(', ')}); name another database`);
  }
  const [format] = await query<{ version: number }>('SELECT coalesce(max(version), 0) AS version FROM vault_migrations');
  const version = format?.version ?? 0;
  if (version > newest) throw madeByNewer(name, { format: version, newest });
  return version;
}

/** In the first schema of the search_path alone: what is found by a later one would not be what is made, or locked. */
const foundSql = `
  SELECT coalesce(array_agg(relname::text ORDER BY relname), '{}') AS names,
    bool_or(relname = 'vault_migrations' AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = pg_class.oid AND attname = 'version')) IS TRUE AS vault
  FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relname::text = ANY ($1)`;

/** Throws VaultError `configuration` where the search_path leads to no schema, which has no place for a vault nor for its lock. */
export async function requireSchema({ name, query }: Connection): Promise<void> {
  const [found] = await query<{ placed: boolean }>('SELECT current_schema() IS NOT NULL AS placed');
  if (found?.placed) return;
  throw new VaultError('configuration', `${name}: the search_path of this user leads to no schema; make the schema, or name one there`);
}

/** Throws VaultError `configuration` for a vault of an older format: only who writes may migrate it. */
export async function requireNewest(connection: Connection): Promise<'vault' | 'none'> {
  const newest = ownMigrations('postgres').length;
  const format = await readFormat(connection, newest);
  if (format === 0) return 'none';
  if (format < newest) throw madeByOlder(connection.name);
  await requireFinished(connection);
  return 'vault';
}

/** Throws VaultError `configuration` for a server or a database that cannot hold a vault. */
export async function requireFit({ name, query }: Connection): Promise<void> {
  const [server] = await query<{ version: number; encoding: string }>(
    `SELECT current_setting('server_version_num')::integer / 10000 AS version, current_setting('server_encoding') AS encoding`,
  );
  const { version = 0, encoding = '' } = server ?? {};
  if (version < supportedServers.oldest)
    throw new VaultError('configuration', `${name}: PostgreSQL ${version} is too old; use ${supportedServers.oldest} or later`);
  if (encoding !== 'UTF8')
    throw new VaultError('configuration', `${name} is encoded in ${encoding}, which has no place for most titles; make a database in UTF8`);
}

/** Brings a vault from one format to the newest, inside the transaction that is open. */
export async function migrate(query: Query, format: number, migrations: readonly Migration[]): Promise<void> {
  for (const { version, file } of migrations.filter((migration) => migration.version > format)) {
    await query(readFileSync(file, 'utf8'));
    await query('INSERT INTO vault_migrations (version) VALUES ($1)', [version]);
  }
}
