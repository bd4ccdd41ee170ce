import type { Database } from 'better-sqlite3';
import { once } from '../core/once.ts';
import type { RunStart, Weight } from '../core/ports.ts';
import { whileSeen } from './filter.ts';

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
  SELECT video_id FROM (SELECT DISTINCT video_id FROM snapshots WHERE run_id IN ${these}) CROSS JOIN videos USING (video_id)
  WHERE NOT EXISTS (
    SELECT 1 FROM runs CROSS JOIN snapshots USING (run_id)
    WHERE ${whileSeen} AND run_id NOT IN ${these} AND snapshots.video_id = videos.video_id
  )`;

const weighSql = `
  SELECT
    (SELECT count(*) FROM runs WHERE run_id IN ${these}) AS runs,
    (SELECT count(*) FROM charts WHERE run_id IN ${these}) AS charts,
    (SELECT count(*) FROM snapshots WHERE run_id IN ${these}) AS snapshots,
    (SELECT count(*) FROM appearances WHERE run_id IN ${these}) AS appearances,
    (SELECT count(*) FROM rejections WHERE run_id IN ${these}) AS rejections,
    (SELECT count(*) FROM (${onlyTheseSql})) AS videos`;

/** What refers to a row goes before it, table by table. */
const tablesOfRuns = ['appearances', 'rejections', 'snapshots', 'charts', 'runs'];
const tablesOfVideos = ['search_documents', 'videos'];

/** The questions about what may go, prepared when first asked. */
export function createPruningQueries(db: Database): PruningQueries {
  const starts = once(() => db.prepare<[], RunStart>(startsSql));
  const weigh = once(() => db.prepare<[{ runs: string }], Weight>(weighSql));
  return {
    starts: () => starts().all(),
    weigh: (runs) => weigh().get({ runs: JSON.stringify(runs) }) as Weight,
    size: () => sizeOf(db),
  };
}

/** The deletions, prepared when the first runs go. */
export function createPruner(db: Database): Pruner {
  const { weigh } = createPruningQueries(db);
  const statements = once(() => ({
    onlyThese: db.prepare<[{ runs: string }], string>(onlyTheseSql).pluck(),
    ofRuns: tablesOfRuns.map((table) => db.prepare<[{ runs: string }]>(`DELETE FROM ${table} WHERE run_id IN ${these}`)),
    ofVideos: tablesOfVideos.map((table) =>
      db.prepare<[string]>(`DELETE FROM ${table} WHERE video_id IN (SELECT value FROM json_each(?))`),
    ),
  }));
  const prune = db.transaction((numbers: readonly number[]): Weight => {
    const { onlyThese, ofRuns, ofVideos } = statements();
    const runs = JSON.stringify(numbers);
    const weight = weigh(numbers);
    const videos = JSON.stringify(onlyThese.all({ runs }));
    for (const deletion of ofRuns) deletion.run({ runs });
    for (const deletion of ofVideos) deletion.run(videos);
    return weight;
  });
  return {
    prune(runs) {
      const weight = withoutForeignKeys(db, () => prune.immediate(runs));
      // Into the vault's own pages, which are there: what is deleted next then needs no more room than this did.
      db.pragma('wal_checkpoint(PASSIVE)');
      return weight;
    },
    compact: () => void db.exec('VACUUM'),
  };
}

/**
 * For work that leaves no row whose reference leads nowhere, and knows it: SQLite would read all snapshots for each video that goes, to
 * see that none refers to it. Not inside a transaction, where the pragma does nothing.
 */
function withoutForeignKeys<Result>(db: Database, work: () => Result): Result {
  db.pragma('foreign_keys = OFF');
  try {
    return work();
  } finally {
    db.pragma('foreign_keys = ON');
  }
}

/** Bytes of all pages, and of those that hold nothing. */
export function sizeOf(db: Database): { bytes: number; free: number } {
  const [pageSize, pages, free] = ['page_size', 'page_count', 'freelist_count'].map((name) => Number(db.pragma(name, { simple: true })));
  return { bytes: (pages ?? 0) * (pageSize ?? 0), free: (free ?? 0) * (pageSize ?? 0) };
}
