import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where Debian and Ubuntu have PostgreSQL: one folder a version, and none of it in the PATH. */
const versions = '/usr/lib/postgresql';

/** The folder of the newest PostgreSQL's programs, or `undefined` where there is none. */
export function findPostgres(): string | undefined {
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
