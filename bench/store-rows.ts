import type { FinishedRun } from '../src/core/ports.ts';
import { openSqliteStore } from '../src/sqlite/store.ts';
import { count } from '../src/text/format.ts';
import { isForSearch, readBareRows, timeBareInserts } from './bare-inserts.ts';
import { makeFinishedRun } from './finished-run.ts';
import { type Row, shareGo, timeOf } from './row.ts';
import { freshCopy, freshPath } from './scratch.ts';
import type { ChartSize } from './youtube/scene.ts';

/** An empty vault, closed. */
export async function makeEmptyVault(): Promise<string> {
  const path = freshPath('empty.db');
  await (await openSqliteStore(path)).close();
  return path;
}

/** Storing a run of all regions, against the least that puts the same rows there. */
export async function storeRows(empty: string, size: ChartSize): Promise<{ rows: Row[]; notes: Row[] }> {
  const finished = await makeFinishedRun(size);
  const copy = (): string => freshCopy(empty, 'stored.db');
  const vault = copy();
  await timeStoring(vault, finished);
  const all = readBareRows(vault);
  const unsearched = all.filter((row) => !isForSearch(row));
  const storing = shareGo(() => timeStoring(copy(), finished));
  const appearances = finished.outcomes.flatMap(({ videos }) => videos).length;
  const name = `storing ${count(appearances, 'appearance')}, search index included`;
  const bare = (rows: typeof all, which: string): Pick<Row, 'measured' | 'against'> => ({
    measured: `bare inserts of ${which} (${count(rows.length, 'row')})`,
    against: () => timeBareInserts(copy(), rows),
  });
  return {
    rows: [{ name, figure: 'times', ...bare(all, 'the same rows'), sample: storing.take, target: 2, long: true }],
    notes: [{ name, figure: 'times', ...bare(unsearched, 'all but those of the search index'), sample: storing.last, long: true }],
  };
}

async function timeStoring(vault: string, finished: Omit<FinishedRun, 'run'>): Promise<number> {
  const store = await openSqliteStore(vault);
  const run = await store.startRun({ startedAt: '2026-11-26T11:00:00.000Z', version: 'bench' });
  const tookMs = await timeOf(() => store.finishRun({ ...finished, run }));
  await store.close();
  return tookMs;
}
