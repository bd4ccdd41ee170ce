import { statSync } from 'node:fs';
import { canonicalPath } from '../files/place.ts';
import { readStart } from '../files/read-start.ts';

/** Every database of SQLite begins with the magic, in a header of so many bytes (https://www.sqlite.org/fileformat.html). */
export const headerLength = 100;
export const magic = 'SQLite format 3\0';

/** The files beside a database that SQLite plays into whatever is found under its name. */
export const logNames = ['-wal', '-shm', '-journal'] as const;

/** Whether a path leads, by whatever name, to a file that a vault is made of. */
export function belongsToVault(path: string, vault: string): boolean {
  const own = canonicalPath(vault);
  return ['', '.lock', ...logNames].some((part) => `${own}${part}` === canonicalPath(path));
}

/** Whether a path leads to a database of SQLite, be it a vault or not, or to one of the files beside one. */
export function belongsToDatabase(path: string): boolean {
  const own = canonicalPath(path);
  const databases = ['', '.lock', ...logNames].flatMap((part) => (own.endsWith(part) ? own.slice(0, own.length - part.length) : []));
  return databases.some((database) => statSync(database, { throwIfNoEntry: false })?.isFile() && isDatabase(database));
}

function isDatabase(path: string): boolean {
  return readStart(path, headerLength).toString('latin1', 0, magic.length) === magic;
}
