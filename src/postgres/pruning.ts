import type { RunStart, Weight } from '../core/ports.ts';
import { inParts } from '../core/retention.ts';
import type { Query } from './connection.ts';
import { dropPartitions, listPartitions } from './partitions.ts';

/** The videos that no other run has seen. Asked from the runs, and not from all videos: a large vault is pruned in many parts. */
const onlyTheseSql = `
  SELECT DISTINCT video_id FROM snapshots AS going WHERE run_id = ANY ($1)
    AND NOT EXISTS (SELECT FROM snapshots WHERE video_id = going.video_id AND run_id <> ALL ($1))`;

const weighSql = `
  SELECT
    (SELECT count(*) FROM runs WHERE run_id = ANY ($1)) AS runs,
    (SELECT count(*) FROM charts WHERE run_id = ANY ($1)) AS charts,
    (SELECT count(*) FROM snapshots WHERE run_id = ANY ($1)) AS snapshots,
    (SELECT count(*) FROM appearances WHERE run_id = ANY ($1)) AS appearances,
    (SELECT count(*) FROM rejections WHERE run_id = ANY ($1)) AS rejections,
    (SELECT count(*) FROM (${onlyTheseSql}) AS gone) AS videos`;

/** Every run, oldest first. */
export function listStarts(query: Query): Promise<RunStart[]> {
  return query<RunStart>('SELECT run_id AS run, started_at AS "startedAt", status FROM runs ORDER BY run_id');
}

/** What deleting runs would delete. */
export async function weigh(query: Query, runs: readonly number[]): Promise<Weight> {
  const [weight] = await query<Weight>(weighSql, [runs]);
  if (!weight) throw new Error('a sum has no row');
  return weight;
}

/** Of these months those in which no run stays, and that are not yet to come: also such as a reader kept from going the last time. */
const emptiedSql = `
  SELECT month FROM unnest($2::date[]) AS month
  WHERE month <= (SELECT max(month) FROM runs)
    AND NOT EXISTS (SELECT FROM runs WHERE runs.month = month.month AND run_id <> ALL ($1))`;

/** What hangs on a run goes before it, table by table: a cascade would look for it row by row. */
const tables = ['appearances', 'rejections', 'snapshots', 'charts', 'runs'];

/** Deletes runs with all that hangs on them; inside the transaction that is open. A month of which nothing stays goes with its partitions. */
export async function prune(query: Query, runs: readonly number[]): Promise<Weight> {
  const weight = await weigh(query, runs);
  const videos = await query<{ video_id: string }>(onlyTheseSql, [runs]);
  const { months } = await listPartitions(query);
  const emptied = runs.length === 0 ? [] : await query<{ month: string }>(emptiedSql, [runs, months]);
  for (const { month } of emptied) await dropPartitions(query, month);
  for (const table of tables) await query(`DELETE FROM ${table} WHERE run_id = ANY ($1)`, [runs]);
  // Only now: snapshots refer to their videos.
  await query('DELETE FROM videos WHERE video_id = ANY ($1)', [videos.map(({ video_id: id }) => id)]);
  return weight;
}

/**
 * The runs in parts that are pruned in one transaction each: what is left of a month is one part where all of it goes, for its partitions
 * are dropped whole; of other months a few runs at a time, so that a signal is heard soon.
 */
export async function partsToPrune(query: Query, runs: readonly number[]): Promise<number[][]> {
  const rows = await query<{ runs: number[]; whole: boolean }>(partsSql, [runs]);
  return rows.flatMap(({ runs, whole }) => (whole ? [runs] : inParts(runs)));
}

const partsSql = `
  SELECT array_agg(run_id ORDER BY run_id) FILTER (WHERE run_id = ANY ($1)) AS runs, bool_and(run_id = ANY ($1)) AS whole
  FROM runs GROUP BY month HAVING bool_or(run_id = ANY ($1)) ORDER BY min(run_id)`;

/** Tables that rows go from, those that they refer to last. */
const vacuumed = 'appearances, snapshots, rejections, charts, runs, search_documents, videos, quota, state';

/** Lets the server count what is free, and use it for the next runs. */
export async function vacuum(query: Query): Promise<void> {
  await query(`VACUUM (ANALYZE) ${vacuumed}`);
}

/** Writes all tables anew, without what is free; each is locked meanwhile, also for readers, and one that is in use is not waited for. */
export async function compact(query: Query): Promise<void> {
  await query(`SET lock_timeout = '10s'`);
  await query(`VACUUM (FULL, ANALYZE) ${vacuumed}`);
}
