import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { VaultError } from '../core/errors.ts';
import { madeByNewer } from '../core/vault-refusals.ts';
import { readStart } from '../files/read-start.ts';
import { headerLength, magic } from './database-files.ts';
import './keep-native.ts';

/** Marks a file as a vault: the ASCII letters `VALT` in the header field that SQLite keeps for such marks. */
export const applicationId = 0x56_41_4c_54;

/** The two numbers in the header of an SQLite file that say whose it is, and of which format. */
interface Stamp {
  readonly applicationId: number;
  readonly userVersion: number;
}

/**
 * Whether a vault is there; false where the file is missing or has 0 bytes, which the next run makes a vault.
 *
 * Rejects what is no vault, or one newer than format `newest`, without changing a byte of it or creating a file beside it.
 */
export function isVault(path: string, newest: number): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return false;
  if (!stat.isFile()) throw notAVault(path);
  if (stat.size === 0) return false;
  requireVault(path, readStamp(path), newest);
  return true;
}

/**
 * The same question to an open connection, which sees what a crash left outside the header: the format of the vault, or `undefined` for
 * 0 pages.
 */
export function findFormat(db: Database.Database, path: string, newest: number): number | undefined {
  if (db.pragma('page_count', { simple: true }) === 0) return undefined;
  const stamp = stampOf(db);
  requireVault(path, stamp, newest);
  return stamp.userVersion;
}

/** The format of an open vault, 0 while it is empty. */
export function formatOf(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

function requireVault(path: string, stamp: Stamp, newest: number): void {
  if (stamp.applicationId !== applicationId) throw notAVault(path);
  if (stamp.userVersion > newest) throw madeByNewer(path, { format: stamp.userVersion, newest });
}

function notAVault(path: string): VaultError {
  return new VaultError('configuration', `${path} is not a vault; name another file`);
}

/**
 * Reads the header's bytes, for any SQLite connection to somebody else's WAL database leaves files beside it.
 *
 * Not while connections to it are open, which a -shm file tells: on POSIX, closing a file drops every lock that this process
 * has on it, SQLite's included, and another process could then delete the WAL under our feet.
 */
function readStamp(path: string): Stamp {
  if (!existsSync(`${path}-shm`)) return readHeader(path);
  const db = new Database(path, { readonly: true, fileMustExist: true });
  try {
    return stampOf(db);
  } finally {
    db.close();
  }
}

/** The offsets are those of https://www.sqlite.org/fileformat.html. */
function readHeader(path: string): Stamp {
  const header = readStart(path, headerLength);
  if (header.toString('latin1', 0, magic.length) !== magic) throw notAVault(path);
  return { applicationId: header.readInt32BE(68), userVersion: header.readInt32BE(60) };
}

function stampOf(db: Database.Database): Stamp {
  return {
    applicationId: Number(db.pragma('application_id', { simple: true })),
    userVersion: formatOf(db),
  };
}
