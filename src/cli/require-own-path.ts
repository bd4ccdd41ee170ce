import { VaultError } from '../core/errors.ts';
import { canonicalPath } from '../files/place.ts';
import { belongsToDatabase, belongsToVault } from '../sqlite/database-files.ts';

/**
 * Where a path that is to be written leads; throws VaultError `usage` for one that leads to a database, be it the vault's own `file`, or out
 * of the process.
 */
export function requireOwnPath(given: string, { file, remedy }: { file: string | undefined; remedy: string }): string {
  if (/^\/(dev\/(std(out|err)|fd\/)|proc\/)/.test(given)) throw new VaultError('usage', `${given} is no file; use --out - for stdout`);
  const path = canonicalPath(given);
  if (file !== undefined && belongsToVault(path, file)) throw new VaultError('usage', `${path} belongs to the vault itself; ${remedy}`);
  // Only now: to look into a file that this process has open as a database would drop its locks.
  if (belongsToDatabase(path)) throw new VaultError('usage', `${path} belongs to a database; ${remedy}`);
  return path;
}
