import { hostname } from 'node:os';
import type { Database } from 'better-sqlite3';
import type { FinishedRun, NotBefore } from '../core/ports.ts';
import type { Video } from '../core/merge.ts';
import { endOf } from '../core/outcome.ts';
import { appearanceRow, chartRow, rejectionRow, type Row, snapshotRow, videoRow } from '../core/run-rows.ts';
import { prepareStatements, type RunStatements } from './run-statements.ts';

/** Writes runs down; each function is one transaction, which keeps all or nothing. */
export interface RunWriter {
  start(start: { startedAt: string; version: string }): number;
  spend(day: string, units: number): void;
  finish(finished: FinishedRun): void;
  /** Forgets who was writing a run that was killed. */
  letGo(): void;
  clear(): void;
}

/** Prepares, once, everything that a run writes. */
export function createRunWriter(db: Database): RunWriter {
  const save = prepareStatements(db);
  const start = db.transaction(({ startedAt, version }: { startedAt: string; version: string }) => {
    save.state({ name: 'holder', value: `process ${process.pid} on ${hostname()}` });
    save.state({ name: 'holder_since', value: startedAt });
    return Number(save.start({ started_at: startedAt, version }).lastInsertRowid);
  });
  const letGo = db.transaction(() => forget(save, 'holder', 'holder_since'));
  const spend = db.transaction((day: string, units: number) => void save.quota({ pacific_day: day, units }));
  const finish = db.transaction((finished: FinishedRun) => saveRun(save, finished));
  const clear = db.transaction(() => void db.exec(clearSql));
  // Immediate: a transaction that begins as a reader and then wants to write fails at once where another has written.
  return { start: start.immediate, spend: spend.immediate, finish: finish.immediate, clear: clear.immediate, letGo: letGo.immediate };
}

/** A run takes with it all that hangs on it; the videos outlive it. */
const clearSql = `
  DELETE FROM runs; DELETE FROM videos; DELETE FROM quota; DELETE FROM state WHERE name <> 'search_index'; DELETE FROM sqlite_sequence WHERE name = 'runs';
  INSERT INTO search (search) VALUES ('delete-all')`;

function saveRun(save: RunStatements, { run, finishedAt, outcomes, videos }: FinishedRun): void {
  const { status, requests, retries, notBefore } = endOf(outcomes);
  const ended = save.end({ run_id: run, finished_at: finishedAt, status, requests, retries });
  if (ended.changes !== 1) throw new Error(`run ${run} is not running: it cannot be finished`);
  for (const [index, outcome] of outcomes.entries()) {
    save.chart(chartRow(run, outcome, index + 1));
    for (const rejection of outcome.rejections) save.rejection(rejectionRow(run, outcome, rejection));
  }
  // In the order in which every store numbers them for the search: by the run that brought them, and then by their ids.
  const ordered = videos.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  save.videos(videoRows(run, ordered));
  for (const video of ordered) {
    save.snapshot(snapshotRow(run, video));
    for (const appearance of video.appearances) save.appearance(appearanceRow(run, video, appearance));
  }
  if (notBefore) remember(save, notBefore);
  // Only where YouTube was asked and did not object: a run that sent nothing has learnt nothing.
  else if (requests > 0) forget(save, 'not_before', 'not_before_reason');
  forget(save, 'holder', 'holder_since');
}

/** One at a time: those of a large run would fill some MB. */
function* videoRows(run: number, videos: readonly Video[]): Iterable<Row> {
  for (const video of videos) yield videoRow(run, video);
}

function remember(save: RunStatements, { until, reason }: NotBefore): void {
  save.state({ name: 'not_before', value: until });
  save.state({ name: 'not_before_reason', value: reason });
}

function forget(save: RunStatements, ...names: readonly string[]): void {
  for (const name of names) save.forget({ name });
}
