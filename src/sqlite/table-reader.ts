import type { Database } from 'better-sqlite3';
import type { Table, TableReader, TableRow } from '../core/tables.ts';
import { nothingToCopy } from '../core/vault-refusals.ts';
import { ownMigrations } from '../files/migrations.ts';
import { canonicalPath } from '../files/place.ts';
import { openWhole } from './open-whole.ts';
import { orClose } from './or-close.ts';
import { translating } from './sqlite-error.ts';

/**
 * Opens a vault to read its tables as they are at this moment, also while a run goes on in it. Rejects with `configuration` where no
 * vault is there, or one that is older than the program or not whole.
 */
export async function openSqliteTableReader(given: string): Promise<TableReader> {
  const path = translating(given, () => canonicalPath(given));
  return translating(path, () => {
    const db = openWhole(path, ownMigrations('sqlite').length);
    if (db === undefined) throw nothingToCopy(path);
    return orClose(db, () => {
      // One moment of the vault: it begins with the first question.
      db.exec('BEGIN; SELECT count(*) FROM sqlite_schema');
      return createTableReader(db, path);
    });
  });
}

/** Reads tables over an open connection. */
export function createTableReader(db: Database, path: string): TableReader {
  return {
    name: path,
    count: async (table) =>
      translating(
        path,
        () =>
          db
            .prepare<[], number>(`SELECT count(*) ${fromSql(table)}`)
            .pluck()
            .get() ?? 0,
      ),
    rows: (table) => readRows(db, path, table),
    // What AUTOINCREMENT remembers.
    lastRun: async () => translating(path, () => db.prepare<[], number>(lastRunSql).pluck().get() ?? 0),
    close: async () => translating(path, () => void db.close()),
  };
}

const lastRunSql = `SELECT seq FROM sqlite_sequence WHERE name = 'runs'`;

async function* readRows(db: Database, path: string, table: Table): AsyncIterable<TableRow[]> {
  const rows = translating(path, () => db.prepare<[], TableRow>(selectSql(table)).raw().iterate());
  try {
    let batch: TableRow[] = [];
    for (let next = translating(path, () => rows.next()); !next.done; next = translating(path, () => rows.next())) {
      batch.push(next.value);
      if (batch.length < table.rowsAtATime) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  } finally {
    // Else the connection stays busy when nobody wants the rest.
    rows.return?.();
  }
}

function selectSql(table: Table): string {
  const order = table.key.length === 0 ? [...table.order, 'rowid'] : table.order;
  return `SELECT ${table.columns.map(({ name }) => name).join(', ')} ${fromSql(table)} ORDER BY ${order.join(', ')}`;
}

/** The rows of a table that are not this store's own. */
export function fromSql({ name, ownRows }: Table): string {
  if (ownRows === undefined) return `FROM ${name}`;
  return `FROM ${name} WHERE ${ownRows.column} NOT IN (${ownRows.values.map((value) => `'${value}'`).join(', ')})`;
}
