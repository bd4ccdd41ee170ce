import type { Database } from 'better-sqlite3';
import type { RunStart, Weight } from '../core/ports.ts';

/** Asks about runs that may go, and about the room they take. */
export interface PruningQueries {
  starts(): RunStart[];
  weigh(runs: readonly number[]): Weight;
  size(): { bytes: number; free: number };
}

/** Lets runs go. */
export interface Pruner {
  prune(runs: readonly number[]): Weight;
  compact(): void;
}

/** The set of runs, given as a JSON array: a list of parameters could not be longer than 32,766. */
const these = '(SELECT value FROM json_each(@runs))';

const startsSql = 'SELECT run_id AS run, started_at AS startedAt, status FROM runs ORDER BY run_id';

/** The videos that no other run has seen. Asked from the runs, and not from all videos: a large vault is pruned in many parts. */
const onlyTheseSql = `
  SELECT DISTINCT video_id FROM snapshots AS going WHERE run_id IN ${these}
    AND NOT EXISTS (SELECT 1 FROM snapshots WHERE video_id = going.video_id AND run_id NOT IN ${these})`;

const weighSql = `
  SELECT
    (SELECT count(*) FROM runs WHERE run_id IN ${these}) AS runs,
    (SELECT count(*) FROM charts WHERE run_id IN ${these}) AS charts,
    (SELECT count(*) FROM snapshots WHERE run_id IN ${these}) AS snapshots,
    (SELECT count(*) FROM appearances WHERE run_id IN ${these}) AS appearances,
    (SELECT count(*) FROM rejections WHERE run_id IN ${these}) AS rejections,
    (SELECT count(*) FROM (${onlyTheseSql})) AS videos`;

/** What hangs on a run goes before it, table by table: a cascade would look for it row by row. */
const tables = ['appearances', 'rejections', 'snapshots', 'charts', 'runs'];

/** Prepares the questions about what may go, once. */
export function createPruningQueries(db: Database): PruningQueries {
  const starts = db.prepare<[], RunStart>(startsSql);
  const weigh = db.prepare<[{ runs: string }], Weight>(weighSql);
  return {
    starts: () => starts.all(),
    weigh: (runs) => weigh.get({ runs: JSON.stringify(runs) }) as Weight,
    size: () => sizeOf(db),
  };
}

/** Prepares the deletions, once. */
export function createPruner(db: Database): Pruner {
  const { weigh } = createPruningQueries(db);
  const deletions = tables.map((table) => db.prepare<[{ runs: string }]>(`DELETE FROM ${table} WHERE run_id IN ${these}`));
  const onlyThese = db.prepare<[{ runs: string }], string>(onlyTheseSql).pluck();
  const deleteVideos = db.prepare<[string]>('DELETE FROM videos WHERE video_id IN (SELECT value FROM json_each(?))');
  const prune = db.transaction((numbers: readonly number[]): Weight => {
    const runs = JSON.stringify(numbers);
    const weight = weigh(numbers);
    const videos = onlyThese.all({ runs });
    for (const deletion of deletions) deletion.run({ runs });
    // Only now: snapshots refer to their videos.
    deleteVideos.run(JSON.stringify(videos));
    return weight;
  });
  return {
    prune(runs) {
      const weight = prune.immediate(runs);
      // Into the vault's own pages, which are there: what is deleted next then needs no more room than this did.
      db.pragma('wal_checkpoint(PASSIVE)');
      return weight;
    },
    compact: () => void db.exec('VACUUM'),
  };
}

/** Bytes of all pages, and of those that hold nothing. */
export function sizeOf(db: Database): { bytes: number; free: number } {
  const [pageSize, pages, free] = ['page_size', 'page_count', 'freelist_count'].map((name) => Number(db.pragma(name, { simple: true })));
  return { bytes: (pages ?? 0) * (pageSize ?? 0), free: (free ?? 0) * (pageSize ?? 0) };
}
