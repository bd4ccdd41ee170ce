import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where Debian and Ubuntu have PostgreSQL: one folder a version, and none of it in the PATH. */
const versions = '/usr/lib/postgresql';

/** The folder of the programs of PostgreSQL that VAULT_TEST_PG_BIN names, else of the newest; `undefined` where there is none. */
export function findPostgres(): string | undefined {
  const given = process.env['VAULT_TEST_PG_BIN'];
  if (given) return given;
  const installed = existsSync(versions) ? readdirSync(versions).toSorted((a, b) => Number(b) - Number(a)) : [];
  const folders = [...installed.map((version) => join(versions, version, 'bin')), ...path()];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')));
}

/** The program that makes certificates. */
export function findOpenssl(): string | undefined {
  return path()
    .map((folder) => join(folder, 'openssl'))
    .find((program) => existsSync(program));
}

function path(): string[] {
  return (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
}
