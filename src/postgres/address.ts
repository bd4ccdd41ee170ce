import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';
import type { ClientConfig } from 'pg';
import { parse, toClientConfig } from 'pg-connection-string';
import { VaultError } from '../core/errors.ts';
import { describeAddress, isServerAddress } from '../core/vault-address.ts';

/** How to speak to a server: pg's own settings, and whether plain text will do where the server speaks no TLS. */
export interface ServerSettings {
  readonly config: ClientConfig;
  readonly isTlsOptional: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

type TlsMode = (typeof tlsModes)[number];

const tlsModes = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;

const tlsOptions = ['ssl', 'sslmode', 'sslrootcert', 'sslcert', 'sslkey'];

/**
 * Reads `postgres://user:password@host:5432/database?sslmode=verify-full&sslrootcert=ca.pem`; what it leaves out comes from PGUSER,
 * PGPASSWORD, PGSSLMODE and their like, as with every program of PostgreSQL. The modes of TLS are those of libpq
 * (https://www.postgresql.org/docs/current/libpq-ssl.html), of which pg by itself knows others. Throws VaultError `configuration`.
 */
export function readAddress(url: string, env: Environment): ServerSettings {
  const address = parseAddress(url);
  try {
    const mode = readMode(address.searchParams, env);
    const { user, password, host, port, database, options, application_name: program } = toClientConfig(parse(withoutTls(address)));
    const given = Object.entries({ user, password, host, port, database, options, application_name: program });
    // As with libpq there is no TLS within a machine.
    const isSocket = (host || env['PGHOST'])?.startsWith('/') === true;
    const ssl = isSocket || mode === 'disable' ? false : readTls(mode, address.searchParams, env);
    const config = { ...Object.fromEntries(given.filter(([, value]) => value !== undefined)), ssl };
    return { config, isTlsOptional: mode === 'allow' || mode === 'prefer' };
  } catch (error) {
    if (error instanceof URIError) throw unreadable();
    const reason = error instanceof Error ? error.message : String(error);
    throw new VaultError('configuration', `${describeAddress(url)}: ${reason}; see docs/postgres.md`, { cause: error });
  }
}

/** A password with a slash in it would become the host or the database, which are shown; errors of URL hold all of what they read. */
function parseAddress(url: string): URL {
  if (!isServerAddress(url) || !URL.canParse(url)) throw unreadable();
  const address = new URL(url);
  if (address.hash !== '' || /@|.\//.test(address.pathname)) throw unreadable();
  return address;
}

function unreadable(): VaultError {
  const remedy = 'write postgres://user:password@host:5432/database, and in a password %25 %2F %3F %23 %40 %3A for % / ? # @ :';
  return new VaultError('configuration', `the address of the PostgreSQL server cannot be read; ${remedy}`);
}

function withoutTls(address: URL): string {
  const bare = new URL(address);
  for (const name of tlsOptions) bare.searchParams.delete(name);
  return bare.href;
}

function readMode(search: URLSearchParams, env: Environment): TlsMode {
  // One that is misspelt or not understood might be what makes the connection safe.
  const unknown = [...search.keys()].find((name) => name.startsWith('ssl') && !tlsOptions.includes(name));
  if (unknown !== undefined) throw new Error(`the option ${unknown} is unknown; there are ${tlsOptions.join(', ')}`);
  const isSystem = read('sslrootcert', search, env) === 'system';
  const given = search.get('sslmode') || (search.get('ssl') === 'true' ? 'require' : env['PGSSLMODE']);
  const mode = given || (isSystem ? 'verify-full' : 'prefer');
  const known = tlsModes.find((name) => name === mode);
  if (known === undefined) throw new Error(`sslmode ${mode} is unknown; give one of ${tlsModes.join(', ')}`);
  if (isSystem && known !== 'verify-full' && known !== 'disable')
    throw new Error(`sslrootcert=system, whose authorities vouch for anybody, needs sslmode=verify-full and not ${known}`);
  return known;
}

/** Node's own list of authorities stands for `system`, and where verify-full is given none. */
function readTls(mode: TlsMode, search: URLSearchParams, env: Environment): ConnectionOptions {
  const [root, cert, key] = ['sslrootcert', 'sslcert', 'sslkey'].map((name) => {
    const path = read(name, search, env);
    return path === undefined || path === 'system' ? undefined : readFile(name, path);
  });
  const own = { ...(cert === undefined ? {} : { cert }), ...(key === undefined ? {} : { key }) };
  if (mode === 'verify-full') return { ...own, ...(root === undefined ? {} : { ca: root }) };
  // The older meaning of require, which libpq keeps to.
  if (root !== undefined && (mode === 'require' || mode === 'verify-ca')) return { ...own, ca: root, checkServerIdentity: () => undefined };
  if (mode === 'verify-ca') throw new Error('sslmode=verify-ca needs the certificate of the authority in sslrootcert');
  return { ...own, rejectUnauthorized: false };
}

function read(option: string, search: URLSearchParams, env: Environment): string | undefined {
  return search.get(option) || env[`PG${option.toUpperCase()}`] || undefined;
}

function readFile(option: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(`${option} cannot be read (${error instanceof Error ? error.message : String(error)})`, { cause: error });
  }
}
