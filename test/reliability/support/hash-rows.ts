import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';

/** When a run was and how long it took, which is all that may differ where the answers were the same. */
const times = new Set(['started_at', 'finished_at', 'waited_ms', 'duration_ms']);

/** One hash over every table and view of a vault but for times: the rows, and the order in which who asks for no order gets them. */
export function hashRows(path: string): string {
  const db = new Database(path, { fileMustExist: true });
  try {
    db.pragma('query_only = ON');
    const names = db.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name`).pluck().all();
    const hash = createHash('sha256');
    for (const name of names) {
      const statement = db.prepare<[], unknown[]>(`SELECT * FROM ${name}`).raw();
      const isKept = statement.columns().map((column) => !times.has(column.name));
      hash.update(JSON.stringify([name, statement.all().map((row) => row.filter((_, index) => isKept[index]))]));
    }
    return hash.digest('hex');
  } finally {
    db.close();
  }
}
