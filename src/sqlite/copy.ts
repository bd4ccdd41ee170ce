import { closeSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { VaultError } from '../core/errors.ts';
import { flush } from '../files/place.ts';
import { findBrokenPages, findOrphans } from './damage.ts';
import { ownMigrations } from '../files/migrations.ts';
import { openReadable } from './open.ts';
import { translating, translatingLater } from './sqlite-error.ts';
import { isVault } from './vault-file.ts';

/** What a copy holds. */
export interface Copy {
  readonly bytes: number;
  readonly runs: number;
  /** ISO 8601 UTC; null where no run stored anything. */
  readonly lastStoredAt: string | null;
}

/** 8 MB of the usual pages: long enough to be quick, short enough for a signal to be heard between two. */
const pagesAtATime = 2000;

/**
 * Copies the vault at `from` into a new file at `to`, as it is at one moment, also while a run writes; then checks the copy, and
 * that it has reached the disk. Only this user may read it then. Rejects with `configuration` where there is no vault, with `database`
 * for a damaged one; then, and when `signal` aborts, what is at `to` is of no use.
 */
export async function copyVaultFile(from: string, to: string, signal: AbortSignal): Promise<Copy> {
  const newest = ownMigrations('sqlite').length;
  if (!translating(from, () => isVault(from, newest))) throw new VaultError('configuration', `${from}: no vault is there`);
  // Nobody else's to read until whoever asked for the copy says so: the vault may be hidden.
  translating(to, () => closeSync(openSync(to, 'wx', 0o600)));
  await copyPages(from, to, signal);
  return translating(to, () => checkCopy(from, to));
}

/** SQLite's own backup, page by page: VACUUM INTO would hold the process until its end, and number rows anew. */
async function copyPages(from: string, to: string, signal: AbortSignal): Promise<void> {
  const db = translating(from, () => openReadable(from));
  try {
    // One moment of the vault: without a transaction, a run that writes meanwhile would make the copy begin anew, again and again.
    translating(from, () => db.exec('BEGIN; SELECT count(*) FROM sqlite_schema'));
    await translatingLater(to, () => db.backup(to, { progress: () => (signal.throwIfAborted(), pagesAtATime) }));
  } finally {
    db.close();
  }
}

function checkCopy(from: string, to: string): Copy {
  const db = new Database(to, { fileMustExist: true });
  try {
    // So that whoever opens the copy leaves no files beside it.
    db.pragma('journal_mode = DELETE');
    const brokenPages = findBrokenPages(db);
    const damage = brokenPages.length > 0 ? brokenPages : findOrphans(db);
    if (damage.length > 0) throw new VaultError('database', `${from} is damaged: ${damage.join('; ')}`);
    return db.prepare<[], Copy>(copySql).get() as Copy;
  } finally {
    db.close();
    flush(to);
  }
}

const copySql = `
  SELECT page_count * page_size AS bytes, (SELECT count(*) FROM runs) AS runs,
    (SELECT max(started_at) FROM runs WHERE EXISTS (SELECT 1 FROM snapshots WHERE run_id = runs.run_id)) AS lastStoredAt
  FROM pragma_page_count(), pragma_page_size()`;
