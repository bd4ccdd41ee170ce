import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { VaultError } from '../core/errors.ts';

/** The variables of `.env` in a folder; none where there is no such file. Throws `configuration` for one that cannot be read. */
export function readEnvFile(folder: string): NodeJS.Dict<string> {
  const path = join(folder, '.env');
  const text = readText(path);
  // A zero in every other place is UTF-16, which some editors write: no variable would be found, and nobody would know why.
  if (text.includes('\0')) throw new VaultError('configuration', `${path} is not UTF-8 text: save it as such`);
  return parseEnv(text.replace(/^\ufeff/, ''));
}

function readText(path: string): string {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) return '';
    // Reading a pipe would wait for ever.
    if (stats.isFile()) return readFileSync(path, 'utf8');
  } catch (error) {
    throw unreadable(path, error);
  }
  throw unreadable(path);
}

function unreadable(path: string, cause?: unknown): VaultError {
  return new VaultError('configuration', `${path} cannot be read: make it a file that you may read, or remove it`, { cause });
}
