import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { datasetNames } from '../../src/core/dataset.ts';
import type { Period } from '../../src/core/period.ts';
import type { Reader } from '../../src/core/ports.ts';
import { readSearchWords } from '../../src/core/search-words.ts';
import { createPruner } from '../../src/sqlite/pruning.ts';
import { createSqliteReader } from '../../src/sqlite/reader.ts';
import { createRereadWriter } from '../../src/sqlite/reread-writer.ts';
import { createRunWriter } from '../../src/sqlite/run-writer.ts';
import { bringIndexUpToDate } from '../../src/sqlite/search-index.ts';
import { openSqliteStore } from '../../src/sqlite/store.ts';
import { finishedRun, sampleOutcome, sampleVideo, storeRun } from '../store/sample-run.ts';
import { temporaryVault } from './temporary-vault.ts';

const [a, b] = [sampleVideo('a'), sampleVideo('b')];
const periods: readonly Period[] = [
  { since: undefined, until: undefined },
  { since: '2026-11-20T00:00:00.000Z', until: '2026-11-30T00:00:00.000Z' },
];

/** Everything that is written: a run, an item read once more, an index made anew, a run that goes. */
function writeAll(db: Database.Database): void {
  const writer = createRunWriter(db);
  const run = writer.start({ startedAt: '2026-11-23T19:00:00.000Z', version: '1.2.3' });
  writer.spend('2026-11-23', 1);
  const rejections = [{ position: 2, reason: 'no title', item: {} }];
  const notBefore = { until: '2026-11-24T00:00:00.000Z', reason: 'quota spent' };
  writer.finish(finishedRun(run, [sampleOutcome('PL', [a, sampleVideo('new')], { rejections, notBefore })]));
  createRereadWriter(db)(run, [{ run, region: 'PL', category: 0, video: { ...b, rank: 2 }, rejections }]);
  db.exec(`DELETE FROM state WHERE name = 'search_index'`);
  db.transaction(() => bringIndexUpToDate(db))();
  createPruner(db).prune([1]);
}

/** Everything that a reader is asked, but for how many bytes there are. */
async function askAll(reader: Reader): Promise<void> {
  const [key, range] = [
    { region: 'PL', category: 0 },
    { from: 1, to: 9 },
  ];
  await Promise.all([reader.latestRun(), reader.findRun(1), reader.listRuns(5), reader.chartDetails(2), reader.lastSuccess(key, 2)]);
  await Promise.all([reader.recentCounts(key, 5), reader.lastStoredAt(), reader.notBefore(), reader.quotaUsed('2026-11-23')]);
  await Promise.all([reader.versions(), reader.isUnused(), reader.listStarts(), reader.weigh([1, 2]), reader.holder()]);
  await Promise.all([reader.storedRun(1), reader.places(range, ['PL']), reader.countKinds(range), reader.lastSnapshots(range)]);
  await Promise.all([reader.snapshotsOf('a'), reader.newestSnapshots('a', 3), reader.placesOf('a')]);
  await Promise.all([reader.chartRuns(key, range), reader.findVideos(['a', 'b'])]);
  for (const period of periods) {
    const question = { ...period, regions: ['PL'] };
    await Promise.all([reader.outcomes(period), reader.storedRange(period), reader.search({ ...search, ...question })]);
    const rejected = { run: undefined, ...question };
    await Promise.all([reader.listRejections(rejected), reader.countRejections(rejected), reader.rejectedRuns(rejected)]);
    for (const dataset of datasetNames) {
      await reader.countRows({ ...question, dataset });
      for await (const _ of reader.rows({ ...question, dataset }));
    }
  }
}

const search = { words: readSearchWords('title'), language: undefined, since: undefined, until: undefined, limit: 5 };

async function openFilled(): Promise<{ path: string; open: (options?: Database.Options) => Database.Database }> {
  const path = await temporaryVault();
  const store = await openSqliteStore(path);
  await storeRun(store, [sampleOutcome('PL', [a, b]), sampleOutcome('US', [a])]);
  await store.close();
  const open = (options?: Database.Options): Database.Database => {
    const db = new Database(path, options);
    onTestFinished(() => void db.close());
    return db;
  };
  return { path, open };
}

function planOf(db: Database.Database, sql: string): string[] {
  const steps = db.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all();
  return steps.map(({ detail }) => detail);
}

test('no statement of the program reads all snapshots or appearances', async () => {
  const { path, open } = await openFilled();
  const asked: string[] = [];
  const db = open({ verbose: (sql) => void asked.push(String(sql)) });
  await askAll(createSqliteReader(db, path));
  writeAll(db);
  const explaining = open();
  const found = asked.flatMap((sql) => {
    // Whether references are checked, and looked for, is as it was when the program asked.
    if (sql.startsWith('PRAGMA foreign_keys')) explaining.exec(sql);
    // A video that comes is looked for in snapshots only where a reference leads nowhere, which SQLite counts.
    if (!/^\s*(SELECT|INSERT|UPDATE|DELETE)/.test(sql) || sql.startsWith('INSERT INTO videos ')) return [];
    // The runs of a video are found by their keys, be there a period or not.
    const refused = /BETWEEN .*first_run/.test(sql)
      ? /^SCAN (snapshots|appearances)|^SEARCH runs .*INDEX/
      : /^SCAN (snapshots|appearances)/;
    return planOf(explaining, sql)
      .filter((step) => refused.test(step))
      .map((step) => `${step}: ${sql}`);
  });
  expect(found).toEqual([]);
  const written = ['DELETE FROM videos', 'INSERT INTO search_documents', 'SELECT video_id AS videoId, run_id'];
  for (const start of written)
    expect(
      asked.filter((sql) => sql.trim().startsWith(start)),
      start,
    ).not.toEqual([]);
});

test.each([
  ['one video', `video_id = 'a' ORDER BY run_id`],
  ['some videos', `video_id IN ('a', 'b')`],
  ['one run', 'run_id = 1'],
  ['a period', `started_at >= '2026-11-23'`],
])('video_history, asked for %s, reads no table as a whole', async (_, condition) => {
  const { open } = await openFilled();
  const plan = planOf(open(), `SELECT * FROM video_history WHERE ${condition}`);
  expect(plan.filter((step) => /SCAN|snapshots USING PRIMARY KEY \(run_id[<>]/.test(step))).toEqual([]);
});
