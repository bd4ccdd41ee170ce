import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { VaultError } from '../core/errors.ts';
import type { Migration } from '../files/migrations.ts';
import { migrate } from './migrate.ts';
import { orClose } from './or-close.ts';
import { bringIndexUpToDate } from './search-index.ts';
import { findFormat } from './vault-file.ts';

/** For the moments in which even a WAL database is locked: recovery after a crash, and the last connection's farewell. */
const busyTimeoutMs = 5000;

/** A connection that writes, to a vault of the newest format: made or migrated where it was not. Needs the lock. */
export function openWritable(path: string, migrations: readonly Migration[]): Database.Database {
  const db = new Database(path, { timeout: busyTimeoutMs });
  return orClose(db, () => {
    accessSync(path, constants.W_OK);
    // Once more, now that nobody else can change it.
    findFormat(db, path, migrations.length);
    setPragma(db, 'synchronous', 'FULL', 2);
    setPragma(db, 'foreign_keys', 'ON', 1);
    // KiB; a run writes in few places, and 16 MB, as is usual here, would only be held.
    setPragma(db, 'cache_size', '-2000', -2000);
    // Before WAL: a new vault is made in its own file, so that its header tells what it is from the first byte.
    bringUpToDate(db, migrations);
    setPragma(db, 'journal_mode', 'WAL', 'wal');
    setPragma(db, 'synchronous', 'FULL', 2);
    return db;
  });
}

/** In one transaction: a crash leaves the vault of before, or a whole one of the newest format. */
function bringUpToDate(db: Database.Database, migrations: readonly Migration[]): void {
  const work = db.transaction(() => {
    migrate(db, migrations);
    bringIndexUpToDate(db);
  });
  work.immediate();
}

/**
 * A connection that only reads, which leaves no file behind and sees a run that is just being written.
 *
 * A read-only connection would leave the -wal and -shm files that it needs, and they would belong to the reader: so it is one
 * that could write, and does not. Where this user may not write, and no run has made those files, a copy in memory is read.
 */
export function openReadable(path: string): Database.Database {
  if (isWritable(path) && isWritable(dirname(path))) {
    const db = new Database(path, { fileMustExist: true, timeout: busyTimeoutMs });
    db.pragma('query_only = ON');
    return db;
  }
  const bytes = existsSync(`${path}-wal`) ? undefined : readFileSync(path);
  // Looked at again: a run that started meanwhile may have written into what was being read.
  if (bytes !== undefined && !existsSync(`${path}-wal`)) return openCopy(bytes);
  return new Database(path, { readonly: true, fileMustExist: true, timeout: busyTimeoutMs });
}

function openCopy(bytes: Buffer): Database.Database {
  // The header's read and write versions, 2 for WAL, which a database in memory cannot have.
  bytes.fill(1, 18, 20);
  return new Database(bytes, { readonly: true });
}

/** Whether this user may write a file, or into a folder. */
export function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** SQLite keeps silent when it does not do as told, and a reopened WAL database reports synchronous=NORMAL: read back. */
function setPragma(db: Database.Database, name: string, value: string, expected: string | number): void {
  db.pragma(`${name} = ${value}`);
  const actual = db.pragma(name, { simple: true });
  if (actual === expected) return;
  const message = `${db.name}: SQLite refuses ${name} = ${value} here (${String(actual)}); keep the vault on a local disk`;
  throw new VaultError('database', message);
}
