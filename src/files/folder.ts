import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { VaultError } from '../core/errors.ts';

/** Rejects with `database` a path whose folder is not there: a folder made by mistake would hide a vault, not keep it. */
export function requireFolder(path: string, remedy: string): void {
  const folder = dirname(path);
  if (existsSync(folder)) return;
  throw new VaultError('database', `${path}: the folder ${folder} does not exist; make it, or ${remedy}`);
}
