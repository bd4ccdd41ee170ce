import { accessSync, constants, existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { heldByAnother } from '../core/vault-refusals.ts';
import './keep-native.ts';
import { orClose } from './or-close.ts';
import { isBusy, translating } from './sqlite-error.ts';

/**
 * Long enough for a question of `isLocked` to pass, and for two runs that start together to settle who goes first. With no
 * timeout both can lose: each finds the other's first, shared lock in its way.
 */
const settleMs = 100;

/** Held until closed, or until the process dies: the kernel frees it, so that there is no stale lock. */
export interface Lock {
  close(): void;
}

/**
 * Takes the lock against a second run, or throws `locked`: another SQLite file beside the vault, in an exclusive transaction.
 *
 * The file stays when the lock is given back. Deleting it is a race: who had it open already would lock a file without a name,
 * while the next run makes a new file and locks that.
 */
export function takeLock(vault: string): Lock {
  const path = lockPath(vault);
  return translating(path, () => {
    const db = new Database(path, { timeout: settleMs });
    return orClose(db, () => {
      // SQLite opens a file that it may not write for reading, and then BEGIN EXCLUSIVE excludes nobody.
      accessSync(path, constants.W_OK);
      beginExclusive(db, vault);
      return { close: () => void db.close() };
    });
  });
}

/** Whether any process holds the vault's lock at this moment. Takes nothing that a run would fail on, creates no file. */
export function isLocked(vault: string): boolean {
  const path = lockPath(vault);
  // The lock's file is only ever opened by SQLite: closing a handle of our own would drop this process's lock on it.
  if (!existsSync(path)) return false;
  return translating(path, () => {
    const db = new Database(path, { readonly: true, fileMustExist: true, timeout: 0 });
    try {
      db.pragma('schema_version');
      return false;
    } catch (error) {
      if (isBusy(error)) return true;
      throw error;
    } finally {
      db.close();
    }
  });
}

function beginExclusive(db: Database.Database, vault: string): void {
  try {
    // In memory: nothing is ever written, but BEGIN EXCLUSIVE would create a journal, and a killed run leave it behind.
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    if (!isBusy(error)) throw error;
    throw heldByAnother(vault, error);
  }
}

function lockPath(vault: string): string {
  return `${vault}.lock`;
}
