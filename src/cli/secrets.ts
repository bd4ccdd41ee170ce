import { statSync } from 'node:fs';
import { join } from 'node:path';
import { VaultError } from '../core/errors.ts';
import { createRedact, type Redact } from '../core/redact.ts';
import { createAddressRedact, passwordsOf } from './database-passwords.ts';
import { readEnvFile } from './env-file.ts';
import type { Option } from './option.ts';
import { options } from './options.ts';

const secretVariables = Object.values<Option>(options).flatMap(({ secret, variable }) =>
  secret && variable !== undefined ? [variable] : [],
);

/** Where secrets may stand: in variables, in the `.env` of a folder, in the words of a command line. */
interface Places {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly words?: readonly string[];
}

/** Every value that must never be printed, whether this command uses it or not. */
export function readSecrets({ env, cwd, words = [] }: Places): string[] {
  return [...readKeys({ env, cwd }), ...readPasswords({ env, cwd, words })];
}

/** Makes the filter that lets none of these secrets pass. */
export function createSecretRedact(places: Places): Redact {
  const passwords = readPasswords(places);
  const redactKeys = createRedact([...readKeys(places), ...passwords]);
  const redactAddresses = createAddressRedact(passwords);
  return (text) => redactAddresses(redactKeys(text));
}

function readKeys({ env, cwd }: Places): string[] {
  const given = [env, envFileOf(cwd)].flatMap((source) => secretVariables.map((name) => source[name]?.trim() ?? ''));
  return given.filter((secret) => secret !== '');
}

/** Those of databases, for which VAULT_DB and `--db` are not the only places: PostgreSQL's own programs read PGPASSWORD, and so does pg. */
function readPasswords({ env, cwd, words = [] }: Places): string[] {
  const sources = [env, envFileOf(cwd)];
  const plain = sources.map((source) => source['PGPASSWORD'] ?? '').filter((password) => password !== '');
  const addresses = [...sources.map((source) => source['VAULT_DB'] ?? ''), ...words];
  return [...new Set([...plain, ...addresses.flatMap(passwordsOf)])];
}

/** Whether `.env` in a folder holds a secret that every user of the machine may read. Windows has no such permissions. */
export function exposesSecret(folder: string): boolean {
  if (process.platform === 'win32' || readSecrets({ env: {}, cwd: folder }).length === 0) return false;
  return (statSync(join(folder, '.env')).mode & 0o004) !== 0;
}

/** A file that cannot be read is told of where settings are read from it. */
function envFileOf(folder: string): NodeJS.Dict<string> {
  try {
    return readEnvFile(folder);
  } catch (error) {
    if (error instanceof VaultError) return {};
    throw error;
  }
}
