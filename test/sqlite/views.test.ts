import { expect, test } from 'vitest';
import type { Store } from '../../src/core/ports.ts';
import { openSqliteStore } from '../../src/sqlite/store.ts';
import { failedOutcome, finishedRun, sampleOutcome, sampleVideo, startRun, storeRun } from '../store/sample-run.ts';
import { queryFile, temporaryVault } from './temporary-vault.ts';

/** Two runs that stored something, then one that failed and one that never ended. */
async function fillVault(store: Store): Promise<void> {
  const a = sampleVideo('a', { views: 10, likes: 1 });
  await storeRun(store, [sampleOutcome('US', [a, sampleVideo('gone')])]);
  const run = await startRun(store, '2026-11-23T19:00:00.000Z');
  const grown = { ...a, views: 30, likes: null, title: 'Renamed' };
  const outcomes = [
    sampleOutcome('US', [sampleVideo('b'), { ...grown, views: 25 }]),
    sampleOutcome('PL/10', [grown]),
    sampleOutcome('AT', [sampleVideo('c'), sampleVideo('b', { views: null }), grown]),
    failedOutcome('NL'),
  ];
  await store.finishRun(finishedRun(run, outcomes));
  await storeRun(store, [failedOutcome('US')]);
  await startRun(store);
}

async function filledVault(): Promise<string> {
  const path = await temporaryVault();
  const store = await openSqliteStore(path);
  await fillVault(store);
  await store.close();
  return path;
}

test('latest_videos shows each video of the last run that stored something once, as that run saw it', async () => {
  const rows = queryFile(await filledVault(), 'SELECT * FROM latest_videos ORDER BY video_id');
  expect(rows.map(({ video_id: id }) => id)).toEqual(['a', 'b', 'c']);
  const { regions: _, ...a } = rows[0] ?? {};
  const texts = { title: 'Renamed', live: 'none', declared_language: null, primary_language: 'en', description: 'A description' };
  const channel = { channel_id: 'UC-a', channel_title: 'Channel of a', category_id: 10, category_name: 'Music', duration_seconds: 215 };
  const kept = { first_run: 1, last_run: 2, max_views: 30, published_at: '2026-11-20T08:30:00.123Z', tags: '["one","two"]' };
  expect(a).toEqual({ run_id: 2, video_id: 'a', ...texts, ...channel, ...kept, views: 30, likes: null, comments: 10 });
});

test('the regions of latest_videos are objects in the order asked for, hidden counts null', async () => {
  const rows = queryFile(await filledVault(), 'SELECT regions FROM latest_videos ORDER BY video_id');
  expect(rows.map(({ regions }) => JSON.parse(String(regions)) as unknown)).toEqual([
    [
      { region: 'US', category: 0, rank: 2, views: 25 },
      { region: 'PL', category: 10, rank: 1, views: 30 },
      { region: 'AT', category: 0, rank: 3, views: 30 },
    ],
    [
      { region: 'US', category: 0, rank: 1, views: 1000 },
      { region: 'AT', category: 0, rank: 2, views: null },
    ],
    [{ region: 'AT', category: 0, rank: 1, views: 1000 }],
  ]);
});

test('video_history shows a video run by run, with its regions counted and its best rank', async () => {
  const rows = queryFile(await filledVault(), "SELECT * FROM video_history WHERE video_id = 'a' ORDER BY run_id");
  const common = { video_id: 'a', title: 'Renamed', comments: 10 };
  expect(rows).toEqual([
    { ...common, run_id: 1, started_at: '2026-11-23T12:00:00.000Z', views: 10, likes: 1, regions: 1, best_rank: 1 },
    { ...common, run_id: 2, started_at: '2026-11-23T19:00:00.000Z', views: 30, likes: null, regions: 3, best_rank: 1 },
  ]);
});

test('video_history counts a region once that shows a video in two charts', async () => {
  const path = await temporaryVault();
  const store = await openSqliteStore(path);
  await storeRun(store, [sampleOutcome('PL', [sampleVideo('x'), sampleVideo('a')]), sampleOutcome('PL/10', [sampleVideo('a')])]);
  await store.close();
  expect(queryFile(path, "SELECT regions, best_rank FROM video_history WHERE video_id = 'a'")).toEqual([{ regions: 1, best_rank: 1 }]);
});

test('deleting a run deletes what hangs on it, and neither its videos nor other runs', async () => {
  const path = await filledVault();
  queryFile(path, 'DELETE FROM runs WHERE run_id = 1 RETURNING run_id');
  const held = (table: string) => queryFile(path, `SELECT DISTINCT run_id FROM ${table}`).map(({ run_id: run }) => run);
  expect([held('charts'), held('snapshots'), held('appearances')]).toEqual([[2, 3], [2], [2]]);
  expect(queryFile(path, 'SELECT count(*) AS videos FROM videos')).toEqual([{ videos: 4 }]);
});
