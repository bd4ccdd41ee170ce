import type { Database } from 'better-sqlite3';
import { copyMark } from '../core/tables.ts';
import { madeByOlder, unfinishedCopy } from '../core/vault-refusals.ts';
import { openReadable } from './open.ts';
import { orClose } from './or-close.ts';
import { findFormat, isVault } from './vault-file.ts';

/**
 * A connection that reads a vault of format `newest`, or `undefined` where the file is missing or empty. Throws `configuration` for
 * an older vault, which only a run may migrate, and for one that a copy has only begun to fill.
 */
export function openWhole(path: string, newest: number): Database | undefined {
  if (!isVault(path, newest)) return undefined;
  const db = openReadable(path);
  return orClose(db, () => {
    const format = findFormat(db, path, newest);
    if (format !== undefined) {
      if (format !== newest) throw madeByOlder(path);
      requireFinished(db, path);
      return db;
    }
    db.close();
    return undefined;
  });
}

/** Throws `configuration` for a vault that a copy has only begun to fill. */
export function requireFinished(db: Database, path: string): void {
  const source = sourceOf(db);
  if (source !== undefined) throw unfinishedCopy(path, source);
}

/** The vault whose copy into this one is not finished, as people may see it. */
export function sourceOf(db: Database): string | undefined {
  return db.prepare<[string], string>('SELECT value FROM state WHERE name = ?').pluck().get(copyMark);
}
