import { statSync } from 'node:fs';
import { join } from 'node:path';
import { VaultError } from '../core/errors.ts';
import { readEnvFile } from './env-file.ts';
import { optionInfo } from './option-info.ts';
import { options } from './options.ts';

const secretVariables = Object.values(options).flatMap((schema) => {
  const info = optionInfo.get(schema);
  return info?.secret && info.variable !== undefined ? [info.variable] : [];
});

/** Every value that must never be printed, whether this command uses it or not. */
export function readSecrets({ env, cwd }: { env: Readonly<Record<string, string | undefined>>; cwd: string }): string[] {
  const given = [env, envFileOf(cwd)].flatMap((source) => secretVariables.map((name) => source[name]?.trim() ?? ''));
  return given.filter((secret) => secret !== '');
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
