import Database from 'better-sqlite3';
import { isSqliteError } from './vault-content.ts';

/**
 * Everything that is wrong with the vault at `path`, in words; nothing where it is whole.
 *
 * A run is whole when it ended and everything that its charts claim is there, or when it has not ended and holds nothing.
 */
export function findDamage(path: string): string[] {
  const db = new Database(path, { fileMustExist: true });
  try {
    db.pragma('query_only = ON');
    const integrity = db.pragma('integrity_check') as { integrity_check: string }[];
    const damage = integrity.map((row) => row.integrity_check).filter((line) => line !== 'ok');
    for (const row of db.pragma('foreign_key_check') as object[]) damage.push(`broken reference: ${JSON.stringify(row)}`);
    for (const [what, sql] of Object.entries(halfRuns)) {
      for (const run of db.prepare<[], number>(sql).pluck().all()) damage.push(`run ${run}: ${what}`);
    }
    return damage;
  } catch (error) {
    if (isSqliteError(error)) return [`unreadable: ${error.message}`];
    throw error;
  } finally {
    db.close();
  }
}

/** The runs of a vault and how each ended, oldest first. */
export function readRuns(path: string): { run: number; status: string }[] {
  const db = new Database(path, { fileMustExist: true });
  try {
    db.pragma('query_only = ON');
    return db.prepare<[], { run: number; status: string }>('SELECT run_id AS run, status FROM runs ORDER BY run_id').all();
  } finally {
    db.close();
  }
}

/** Each finds the runs that are neither whole nor empty. */
const halfRuns: Readonly<Record<string, string>> = {
  'has not ended and holds charts': `
    SELECT run_id FROM runs WHERE status = 'running' AND run_id IN (SELECT run_id FROM charts)`,
  'has not ended and holds counters': `
    SELECT run_id FROM runs WHERE status = 'running' AND run_id IN (SELECT run_id FROM snapshots)`,
  'has not ended and has brought videos': `
    SELECT run_id FROM runs WHERE status = 'running' AND run_id IN (SELECT first_run FROM videos UNION SELECT last_run FROM videos)`,
  'ended without charts': `
    SELECT run_id FROM runs WHERE status <> 'running' AND run_id NOT IN (SELECT run_id FROM charts)`,
  'a chart holds another number of videos than it says': `
    SELECT run_id FROM charts WHERE videos <>
      (SELECT count(*) FROM appearances AS a WHERE a.run_id = charts.run_id AND a.region = charts.region AND a.category = charts.category)`,
  'a chart holds another number of rejections than it says': `
    SELECT run_id FROM charts WHERE rejected <>
      (SELECT count(*) FROM rejections AS r WHERE r.run_id = charts.run_id AND r.region = charts.region AND r.category = charts.category)`,
  'a video has counters and charts nowhere': `
    SELECT DISTINCT run_id FROM snapshots WHERE NOT EXISTS
      (SELECT 1 FROM appearances AS a WHERE a.run_id = snapshots.run_id AND a.video_id = snapshots.video_id)`,
  'its requests are not those of its charts': `
    SELECT run_id FROM runs WHERE status <> 'running' AND requests <>
      (SELECT total(requests) FROM charts WHERE charts.run_id = runs.run_id)`,
};
