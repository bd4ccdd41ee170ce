import type { Database } from 'better-sqlite3';
import { isCorrupt } from './sqlite-error.ts';

/** A few are enough to know that a vault is damaged, and no screen holds hundreds. */
const most = 5;

/** What SQLite's integrity check finds wrong with the pages of a vault, a line each, at most five. Reads every page. */
export function findBrokenPages(db: Database): string[] {
  try {
    const lines = db.prepare<[], string>(`PRAGMA integrity_check(${most})`).pluck().all();
    return lines.join() === 'ok' ? [] : lines.slice(0, most).map((line) => line.replace(/\s+/g, ' '));
  } catch (error) {
    // The check itself gives up where it cannot even read the schema.
    if (isCorrupt(error)) return [error.message];
    throw error;
  }
}

/** Rows that refer to rows which are not there, a line each, at most five. */
export function findOrphans(db: Database): string[] {
  const orphans = db.prepare<[], { table: string; parent: string }>('PRAGMA foreign_key_check').all();
  return orphans.slice(0, most).map(({ table, parent }) => `a row of ${table} refers to a row of ${parent} that is not there`);
}
