import { hostname } from 'node:os';
import type { FinishedRun } from '../core/ports.ts';
import { endOf } from '../core/outcome.ts';
import { appearanceRow, chartRow, rejectionRow, type Row, snapshotRow, videoRow } from '../core/run-rows.ts';
import type { Query } from './connection.ts';
import { insertRows } from './insert.ts';
import { makePartitions, monthsFrom } from './partitions.ts';
import { saveVideos } from './save-videos.ts';
import { forget, remember } from './state.ts';

/** Who writes, as `process 4711 on newsdesk`. */
const who = `process ${process.pid} on ${hostname()}`;

/** Opens a run, and gives its number; inside the transaction that is open. */
export async function startRun(query: Query, { startedAt, version }: { startedAt: string; version: string }): Promise<number> {
  await makePartitions(query, monthsFrom(startedAt));
  await remember(query, { holder: who, holder_since: startedAt });
  const sql = `INSERT INTO runs (started_at, status, version) VALUES ($1, 'running', $2) RETURNING run_id AS run`;
  const [row] = await query<{ run: number }>(sql, [startedAt, version]);
  if (!row) throw new Error('a run was started and has no number');
  return row.run;
}

/** The run that this process opened at this time, where it did, and nobody has opened another since. */
export async function findStarted(
  query: Query,
  { startedAt, version }: { startedAt: string; version: string },
): Promise<number | undefined> {
  const sql = `
    SELECT run_id AS run FROM runs
    WHERE run_id = (SELECT max(run_id) FROM runs) AND status = 'running' AND started_at = $1 AND version = $2
      AND EXISTS (SELECT FROM state WHERE name = 'holder' AND value = $3)`;
  return (await query<{ run: number }>(sql, [startedAt, version, who]))[0]?.run;
}

/** Writes units down before they are spent. */
export async function spend(query: Query, day: string, units: number): Promise<void> {
  const sql = `INSERT INTO quota (pacific_day, units) VALUES ($1, $2) ON CONFLICT (pacific_day) DO UPDATE SET units = quota.units + excluded.units`;
  await query(sql, [day, units]);
}

/** Writes all that a run brought; inside the transaction that is open. */
export async function finishRun(query: Query, { run, finishedAt, outcomes, videos }: FinishedRun): Promise<void> {
  const { status, requests, retries, notBefore } = endOf(outcomes);
  const [ended] = await query<{ month: string }>(endRunSql, [run, finishedAt, status, requests, retries]);
  if (!ended) throw new Error(`run ${run} is not running: it cannot be finished`);
  await insertRows(
    query,
    'charts',
    outcomes.map((outcome, index) => chartRow(run, outcome, index + 1)),
  );
  await saveRejections(
    query,
    outcomes.flatMap((outcome) => outcome.rejections.map((rejection) => rejectionRow(run, outcome, rejection))),
  );
  await saveVideos(
    query,
    run,
    videos.map((video) => videoRow(run, video)),
  );
  await insertRows(
    query,
    'snapshots',
    videos.map((video) => inMonth(ended.month, snapshotRow(run, video))),
  );
  await insertRows(
    query,
    'appearances',
    videos.flatMap((video) => video.appearances.map((appearance) => inMonth(ended.month, appearanceRow(run, video, appearance)))),
  );
  if (notBefore) await remember(query, { not_before: notBefore.until, not_before_reason: notBefore.reason });
  // Only where YouTube was asked and did not object: a run that sent nothing has learnt nothing.
  else if (requests > 0) await forget(query, 'not_before', 'not_before_reason');
  await letGo(query);
}

/** Forgets who was writing a run. */
export async function letGo(query: Query): Promise<void> {
  await forget(query, 'holder', 'holder_since');
}

/** Keeps what could not be read of a chart. */
export async function saveRejections(query: Query, rejections: readonly Row[]): Promise<void> {
  await insertRows(query, 'rejections', rejections.map(keepable));
}

const tooDeep = JSON.stringify('nested too deeply to be kept');

/** SQLite's JSON functions give up beyond 1000 levels; what a vault in SQLite would not keep, one that can be copied into it does not. */
function keepable(row: Row): Row {
  const { item } = row;
  return typeof item === 'string' && depthOf(item) <= 1000 ? row : { ...row, item: tooDeep };
}

/** How deep the brackets of a JSON text are nested. */
function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [mark] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (mark === '[' || mark === '{') depth += 1;
    else if (mark === ']' || mark === '}') depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** Beside its run, the row says in which partition it lies. */
export function inMonth(month: string, row: Row): Row {
  return { ...row, month };
}

const endRunSql = `
  UPDATE runs SET status = $3, finished_at = $2, requests = $4, retries = $5, quota_units = $4
  WHERE run_id = $1 AND status = 'running' RETURNING month`;

/** Forgets everything, the numbers of the runs too; inside the transaction that is open. */
export async function clear(query: Query): Promise<void> {
  await query('TRUNCATE runs, charts, videos, snapshots, appearances, rejections, quota, search_documents RESTART IDENTITY');
  // What the index still has to follow, it has to follow all the same.
  await query(`DELETE FROM state WHERE name NOT IN ('search_index', 'search_behind')`);
}
