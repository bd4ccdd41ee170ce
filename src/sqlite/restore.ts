import { chmodSync, chownSync, existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { VaultError } from '../core/errors.ts';
import { withAside } from '../files/aside.ts';
import { requireFolder } from '../files/folder.ts';
import { canonicalPath, flush } from '../files/place.ts';
import { type Copy, copyVaultFile } from './copy.ts';
import { takeLock } from './lock.ts';
import { orClose } from './or-close.ts';
import { isBusy, translating, translatingLater } from './sqlite-error.ts';
import { isVault } from './vault-file.ts';

/** What to put in the place of which vault, and when (ms since the epoch), after which the replaced vault is named. */
export interface RestoreOrder {
  readonly file: string;
  readonly vault: string;
  readonly now: number;
  readonly signal: AbortSignal;
}

/** What was restored, and where the vault that it replaced is kept; null where there was none. */
export interface Restored extends Copy {
  readonly kept: string | null;
}

/**
 * Puts a copy of `file` in the place of a vault. The copy is checked before the vault is touched, and the vault it replaces is kept
 * beside it under another name. Rejects with `locked` while a run holds the vault or another program has it open.
 */
export async function restoreVault({ file, vault, now, signal }: RestoreOrder): Promise<Restored> {
  const from = translating(file, () => canonicalPath(file));
  const to = translating(vault, () => canonicalPath(vault));
  if (from === to) throw new VaultError('usage', `${from} is the vault itself; give the file to restore, and the vault with --db`);
  translating(to, () => requireReplaceable(to));
  const lock = takeLock(to);
  try {
    return await translatingLater(to, () =>
      withAside(to, async (aside) => {
        const copy = await copyVaultFile(from, aside, signal);
        // A copy that was made read-only, to be safe, is to be written again.
        chmodSync(aside, statSync(from).mode | 0o600);
        makeReady(aside);
        return { ...copy, kept: swap(aside, to, now) };
      }),
    );
  } finally {
    lock.close();
  }
}

/** As a run leaves a vault behind. */
function makeReady(aside: string): void {
  const db = new Database(aside, { fileMustExist: true });
  try {
    db.pragma('journal_mode = WAL');
  } finally {
    db.close();
    flush(aside);
  }
}

/** A damaged vault may no longer look like one; then the lock beside it tells that it was. */
function requireReplaceable(vault: string): void {
  requireFolder(vault, 'name another file with --db');
  const stat = statSync(vault, { throwIfNoEntry: false });
  if (stat?.isFile() === true && existsSync(`${vault}.lock`)) return;
  isVault(vault, anyFormat);
}

const anyFormat = Number.MAX_SAFE_INTEGER;

function looksLikeVault(path: string): boolean {
  try {
    return isVault(path, anyFormat);
  } catch (error) {
    if (error instanceof VaultError) return false;
    throw error;
  }
}

/** First a second name for the old vault, then the new one in its place: there is no moment without a vault. */
function swap(aside: string, vault: string, now: number): string | null {
  const kept = freeName(`${vault}.replaced-${new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`);
  const isThere = (statSync(vault, { throwIfNoEntry: false })?.size ?? 0) > 0;
  // What SQLite takes for no database, it must not touch: it would delete the log beside it.
  const settled = isThere && looksLikeVault(vault) ? settle(vault) : undefined;
  try {
    if (isThere) {
      takeOver(vault, aside);
      addName(vault, kept);
    }
    if (!settled) moveLogs(vault, kept);
    renameSync(aside, vault);
  } finally {
    settled?.close();
  }
  flush(dirname(vault));
  return isThere ? kept : null;
}

/** What a damaged vault, or one that was deleted, left beside it would be played into the new one. */
function moveLogs(vault: string, kept: string): void {
  for (const log of ['-wal', '-journal']) if (existsSync(`${vault}${log}`)) renameSync(`${vault}${log}`, `${kept}${log}`);
  rmSync(`${vault}-shm`, { force: true });
}

/**
 * Makes the old vault one file that nobody else has open, and keeps others out of it until closed; `undefined` for one too damaged.
 *
 * Without a WAL there is nothing that a connection which closes later could delete by name, from under the new vault.
 */
function settle(vault: string): Database.Database | undefined {
  const db = new Database(vault, { fileMustExist: true, timeout: 1000 });
  try {
    return orClose(db, () => {
      db.pragma('locking_mode = EXCLUSIVE');
      db.pragma('journal_mode = DELETE');
      return db;
    });
  } catch (error) {
    if (!isBusy(error)) return undefined;
    throw new VaultError('locked', `another program has ${vault} open; end it, then restore again`, { cause: error });
  }
}

/** Where the file system knows no hard links, a moment without a vault is the lesser evil. */
function addName(vault: string, kept: string): void {
  try {
    linkSync(vault, kept);
  } catch {
    renameSync(vault, kept);
  }
}

/** The new vault is open to whom the old one was: root restores what a service writes. */
function takeOver(vault: string, aside: string): void {
  const { mode, uid, gid } = statSync(vault);
  chmodSync(aside, mode | 0o600);
  if (process.getuid?.() === 0) chownSync(aside, uid, gid);
}

function freeName(wanted: string, number = 1): string {
  const name = number === 1 ? wanted : `${wanted}-${number}`;
  return existsSync(name) ? freeName(wanted, number + 1) : name;
}
