import type { ClientConfig } from 'pg';
import { parse, toClientConfig } from 'pg-connection-string';
import { VaultError } from '../core/errors.ts';
import { describeAddress } from '../core/vault-address.ts';

/** How to speak to a server: pg's own settings, and whether plain text will do where the server speaks no TLS. */
export interface ServerSettings {
  readonly config: ClientConfig;
  readonly isTlsOptional: boolean;
}

const sslModes = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;

/**
 * Reads `postgres://user:password@host:5432/database?sslmode=verify-full&sslrootcert=ca.pem`; what it leaves out comes from PGUSER,
 * PGPASSWORD, PGSSLMODE and their like, as with every program of PostgreSQL. The modes of TLS are those of libpq
 * (https://www.postgresql.org/docs/current/libpq-ssl.html), of which pg by itself knows others. Throws VaultError `configuration`.
 */
export function readAddress(url: string, env: Readonly<Record<string, string | undefined>>): ServerSettings {
  const name = describeAddress(url);
  const mode = new URL(url).searchParams.get('sslmode') ?? env['PGSSLMODE'];
  if (mode !== undefined && !sslModes.some((known) => known === mode))
    throw new VaultError('configuration', `${name}: sslmode ${mode} is unknown; give one of ${sslModes.join(', ')}`);
  try {
    const given = new URL(url);
    // pg reads no mode out of the environment in libpq's sense.
    if (mode !== undefined) given.searchParams.set('sslmode', mode === 'allow' ? 'prefer' : mode);
    const config = toClientConfig(parse(given.href, { useLibpqCompat: true }));
    return { config, isTlsOptional: mode === 'allow' || mode === 'prefer' };
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^SECURITY WARNING: /, '') : String(error);
    throw new VaultError('configuration', `${name}: ${reason}; see docs/postgres.md`, { cause: error });
  }
}
