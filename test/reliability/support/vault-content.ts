import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';

/**
 * Copies a vault to look at, as a power failure would leave it: with what a killed run left beside it, but for the -shm file,
 * which is memory. The vault itself stays as it is for the next run.
 */
export function copyVault(from: string, to: string): void {
  for (const end of ['', '-wal', '-journal']) {
    if (existsSync(from + end)) copyFileSync(from + end, to + end);
    else rmSync(to + end, { force: true });
  }
}

/** Everything that hangs on runs, but for times: the same charts give the same rows. A run that has not ended is none. */
const tables: Readonly<Record<string, string>> = {
  runs: `SELECT run_id, status, requests, retries, quota_units FROM runs WHERE status <> 'running' ORDER BY run_id`,
  charts: `SELECT run_id, region, category, position, status, videos, rejected, requests FROM charts ORDER BY run_id, position`,
  videos: 'SELECT * FROM videos ORDER BY video_id',
  snapshots: 'SELECT * FROM snapshots ORDER BY run_id, video_id',
  appearances: 'SELECT * FROM appearances ORDER BY run_id, region, category, rank',
  rejections: 'SELECT * FROM rejections ORDER BY run_id, region, category, position',
};

/**
 * What a vault holds, in words that are equal where the content is: format, rows of each table, and a hash of them all.
 * `nothing` where there is no file, or one that no migration was applied to.
 */
export function contentOf(path: string): string {
  if (!existsSync(path)) return 'nothing';
  const db = new Database(path, { fileMustExist: true });
  try {
    const objects = db.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get();
    if (objects === 0) return 'nothing';
    const stamp = ['application_id', 'user_version'].map((name) => `${name} ${String(db.pragma(name, { simple: true }))}`);
    const rows = Object.entries(tables).map(([table, sql]) => [table, db.prepare(sql).raw().all()] as const);
    const hash = createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 12);
    return [...stamp, `${objects} objects`, ...rows.map(([table, { length }]) => `${length} ${table}`), hash].join(', ');
  } catch (error) {
    if (isSqliteError(error)) return `unreadable: ${error.message}`;
    throw error;
  } finally {
    db.close();
  }
}

/** By the name of its class: the program that is checked brings its own copy of the library, and of its classes. */
export function isSqliteError(error: unknown): error is Error {
  return error instanceof Error && error.constructor.name === 'SqliteError';
}
