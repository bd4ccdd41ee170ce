import { closeSync, openSync, statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { refusedTarget } from '../core/copy-vault.ts';
import { VaultError } from '../core/errors.ts';
import { copyMark, type Table, type TableRow, tables, type TableWriter } from '../core/tables.ts';
import { requireFolder } from '../files/folder.ts';
import { ownMigrations } from '../files/migrations.ts';
import { canonicalPath } from '../files/place.ts';
import { closeStore } from './close-store.ts';
import { type Lock, takeLock } from './lock.ts';
import { openReadable, openWritable } from './open.ts';
import { sourceOf } from './open-whole.ts';
import { orClose } from './or-close.ts';
import { bringIndexUpToDate } from './search-index.ts';
import { translating } from './sqlite-error.ts';
import { createTableReader, fromSql } from './table-reader.ts';
import { isVault } from './vault-file.ts';

/**
 * Opens a vault to fill its tables, and holds it until closed; makes it, with the permissions of `mode`, where the file is missing.
 * Rejects with `usage`, and changes nothing, where it holds runs that no copy brought; with `locked` while another process holds it.
 */
export async function openSqliteTableWriter(given: string, mode: number): Promise<TableWriter> {
  const path = translating(given, () => canonicalPath(given));
  const steps = ownMigrations('sqlite');
  return translating(path, () => {
    requireFolder(path, 'name another file with --to');
    // Before the lock and before anything is migrated: a vault that is refused stays as it is.
    if (isVault(path, steps.length)) requireRoom(path);
    const lock = takeLock(path);
    return orClose(lock, () => {
      if (!statSync(path, { throwIfNoEntry: false })) closeSync(openSync(path, 'wx', mode));
      const db = openWritable(path, steps);
      return orClose(db, () => createTableWriter(db, { path, lock }));
    });
  });
}

function requireRoom(path: string): void {
  const db = openReadable(path);
  try {
    const isFilled = db.prepare<[], number>('SELECT EXISTS (SELECT 1 FROM runs)').pluck().get() === 1;
    if (isFilled && sourceOf(db) === undefined) throw refusedTarget(path);
  } finally {
    db.close();
  }
}

function createTableWriter(db: Database, { path, lock }: { path: string; lock: Lock }): TableWriter {
  const inserts = new Map(tables.map((table) => [table, db.prepare<[TableRow]>(insertSql(table))]));
  const insert = db.transaction((table: Table, rows: readonly TableRow[]) => {
    for (const row of rows) inserts.get(table)?.run(row);
  });
  const clear = db.transaction((some: readonly Table[]) => {
    for (const table of some.toReversed()) db.exec(`DELETE ${fromSql(table)}`);
  });
  const mark = db.prepare<[string, string]>(
    'INSERT INTO state (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  const finish = db.transaction((lastRun: number) => finishCopy(db, lastRun));
  const requireFile = watchFile(path);
  return {
    ...createTableReader(db, path),
    isMarked: async () => translating(path, () => sourceOf(db) !== undefined),
    mark: async (source) => translating(path, () => void mark.run(copyMark, source)),
    append: async (table, rows) => translating(path, () => (requireFile(), insert.immediate(table, rows))),
    clear: async (some) => translating(path, () => clear.immediate(some)),
    finish: async (lastRun) => translating(path, () => (requireFile(), finish.immediate(lastRun))),
    close: async () => translating(path, () => closeStore(db, lock)),
  };
}

/** A row that is updated changes in place: to replace a row would delete all that hangs on it. */
function insertSql({ name, columns, key, change }: Table): string {
  const names = columns.map((column) => column.name);
  const insert = `INSERT INTO ${name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  if (change !== 'update') return insert;
  const changes = names.filter((column) => !key.includes(column)).map((column) => `${column} = excluded.${column}`);
  return `${insert} ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${changes.join(', ')}`;
}

/** The index of the empty vault is that of these rules already: it is made anew because it is forgotten that it was made. */
function finishCopy(db: Database, lastRun: number): void {
  db.exec(`DELETE FROM state WHERE name IN ('search_index', '${copyMark}'); DELETE FROM sqlite_sequence WHERE name = 'runs'`);
  if (lastRun > 0) db.prepare(`INSERT INTO sqlite_sequence (name, seq) VALUES ('runs', ?)`).run(lastRun);
  bringIndexUpToDate(db);
}

/** SQLite would go on, to no avail, in a file that was deleted or that another one has taken the place of. */
function watchFile(path: string): () => void {
  const { dev, ino } = statSync(path);
  return () => {
    const now = statSync(path, { throwIfNoEntry: false });
    if (now?.dev === dev && now.ino === ino) return;
    throw new VaultError('database', `${path} was deleted or replaced while it was copied to; run the same vault copy again`);
  };
}
