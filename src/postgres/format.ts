import { readFileSync } from 'node:fs';
import { VaultError } from '../core/errors.ts';
import type { Migration } from '../files/migrations.ts';
import type { Connection, Query } from './connection.ts';

/** The tables of a vault of the newest format. In a database that holds no vault they are somebody else's. */
export const ownTables = ['runs', 'charts', 'videos', 'snapshots', 'appearances', 'rejections', 'quota', 'state', 'search_documents'];

/**
 * The format of the vault in the schema that a connection works in, 0 where there is none yet. Throws VaultError `configuration` where
 * other tables have its names, or a newer version made it.
 */
export async function readFormat({ name, query }: Connection, newest: number): Promise<number> {
  const [found] = await query<{ vault: boolean; others: string[] }>(foundSql, [ownTables]);
  if (!found?.vault) {
    if (found?.others.length === 0) return 0;
    throw new VaultError('configuration', `${name} holds tables of another program (${found?.others.join(', ')}); name another database`);
  }
  const [format] = await query<{ version: number }>('SELECT coalesce(max(version), 0) AS version FROM vault_migrations');
  const version = format?.version ?? 0;
  if (version <= newest) return version;
  const known = `format ${version}, known up to ${newest}`;
  throw new VaultError('configuration', `${name} was made by a newer version of this program (${known}); install that version`);
}

const foundSql = `
  SELECT to_regclass('vault_migrations') IS NOT NULL AS vault,
    coalesce((SELECT array_agg(own ORDER BY own) FROM unnest($1::text[]) AS own WHERE to_regclass(own) IS NOT NULL), '{}') AS others`;

/** The oldest server that has what the migrations use. */
const oldestServer = 14;

/** Throws VaultError `configuration` for a server or a database that cannot hold a vault. */
export async function requireFit({ name, query }: Connection): Promise<void> {
  const [server] = await query<{ version: number; encoding: string }>(
    `SELECT current_setting('server_version_num')::integer / 10000 AS version, current_setting('server_encoding') AS encoding`,
  );
  const { version = 0, encoding = '' } = server ?? {};
  if (version < oldestServer)
    throw new VaultError('configuration', `${name}: PostgreSQL ${version} is too old; use ${oldestServer} or later`);
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
