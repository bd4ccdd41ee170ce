import { expect, onTestFinished, test } from 'vitest';
import type { Store } from '../../src/core/ports.ts';
import { connect } from '../../src/postgres/connection.ts';
import { monthsFrom } from '../../src/postgres/partitions.ts';
import { openPostgresStore } from '../../src/postgres/store.ts';
import { finishedRun, sampleOutcome, sampleVideo, startRun } from '../store/sample-run.ts';
import { describeWithServer, lookOnce, openDatabase, type TestDatabase } from './server.ts';

async function openVault(): Promise<{ store: Store; database: TestDatabase; partitions: () => Promise<string[]> }> {
  const database = await openDatabase();
  const store = await openPostgresStore(database.url, lookOnce());
  onTestFinished(async () => {
    await store.close();
    await database.remove();
  });
  const sql = `SELECT relname::text AS name FROM pg_class WHERE relispartition AND relkind = 'r' ORDER BY 1`;
  return { store, database, partitions: async () => (await database.query<{ name: string }>(sql)).map(({ name }) => name) };
}

async function storeAt(store: Store, startedAt: string, ...ids: readonly string[]): Promise<number> {
  const run = await startRun(store, startedAt);
  await store.finishRun(
    finishedRun(run, [
      sampleOutcome(
        'PL',
        ids.map((id) => sampleVideo(id)),
      ),
    ]),
  );
  return run;
}

test.each([
  ['2026-11-23T12:00:00.000Z', ['2026-11-01', '2026-12-01']],
  ['2026-12-31T23:59:59.999Z', ['2026-12-01', '2027-01-01']],
  ['2024-02-29', ['2024-02-01', '2024-03-01']],
])('the months from %s on are %j', (time, months) => {
  expect(monthsFrom(time)).toEqual(months);
});

describeWithServer('partitions', () => {
  test('are made for the month in which a run starts, and for the next one, once', async () => {
    const { store, partitions } = await openVault();
    await storeAt(store, '2026-10-31T23:00:00.000Z', 'a');
    await storeAt(store, '2026-11-01T06:00:00.000Z', 'a');
    const months = ['2026_10', '2026_11', '2026_12'];
    expect(await partitions()).toEqual([...months.map((month) => `appearances_${month}`), ...months.map((month) => `snapshots_${month}`)]);
  });

  test('hold the runs of their own month, also where the clock was set back', async () => {
    const { store, database } = await openVault();
    for (const at of ['2026-11-02T00:00:00.000Z', '2026-10-30T00:00:00.000Z', '2026-12-01T00:00:00.000Z']) await storeAt(store, at, 'a');
    const sql = 'SELECT tableoid::regclass::text AS part, run_id FROM snapshots ORDER BY run_id';
    expect(await database.query(sql)).toEqual([
      { part: 'snapshots_2026_11', run_id: 1 },
      { part: 'snapshots_2026_10', run_id: 2 },
      { part: 'snapshots_2026_12', run_id: 3 },
    ]);
    expect((await store.snapshotsOf('a')).map(({ run }) => run)).toEqual([1, 2, 3]);
    expect(await store.storedRange({ since: undefined, until: undefined })).toMatchObject({ first: { run: 1 }, last: { run: 3 }, runs: 3 });
  });

  test('of a month that is pruned go as a whole, and those of others stay', async () => {
    const { store, partitions } = await openVault();
    const october: number[] = [];
    for (let day = 10; day < 22; day += 1) october.push(await storeAt(store, `2026-10-${day}T00:00:00.000Z`, 'a', 'b'));
    const november = await storeAt(store, '2026-11-05T00:00:00.000Z', 'b');
    expect(await store.partsToPrune([...october, november])).toEqual([october, [november]]);
    expect(await store.partsToPrune(october.slice(1))).toEqual([october.slice(1, 6), october.slice(6, 11), october.slice(11)]);
    expect(await store.prune(october)).toMatchObject({ runs: 12, snapshots: 24, appearances: 24, videos: 1 });
    expect((await partitions()).filter((name) => name.endsWith('_10'))).toEqual([]);
    expect(await partitions()).toHaveLength(4);
    expect((await store.snapshotsOf('b')).map(({ run }) => run)).toEqual([november]);
    const again = await storeAt(store, '2026-10-20T00:00:00.000Z', 'c');
    expect((await store.snapshotsOf('c')).map(({ run }) => run)).toEqual([again]);
  });

  test('that a reader is in the middle of stay for this time, and lose their rows all the same', async () => {
    const { store, database, partitions } = await openVault();
    const run = await storeAt(store, '2026-10-05T00:00:00.000Z', 'a');
    await storeAt(store, '2026-12-05T00:00:00.000Z', 'b');
    const reader = await connect(database.url);
    onTestFinished(() => reader.close());
    await reader.query('BEGIN');
    await reader.query('SELECT count(*) FROM appearances');
    expect(await store.prune([run])).toMatchObject({ runs: 1, appearances: 1, videos: 1 });
    expect(await partitions()).toContain('appearances_2026_10');
    expect(await database.query('SELECT DISTINCT video_id FROM appearances')).toEqual([{ video_id: 'b' }]);
    await reader.query('COMMIT');
    const next = await storeAt(store, '2026-12-06T00:00:00.000Z', 'c');
    await store.prune([next]);
    expect(await partitions()).not.toContain('appearances_2026_10');
    expect(await partitions()).toContain('appearances_2027_01');
  });

  test('that a reader wants who has read what they refer to cost neither of them anything', async () => {
    const { store, database } = await openVault();
    const run = await storeAt(store, '2026-10-05T00:00:00.000Z', 'a');
    await storeAt(store, '2026-12-05T00:00:00.000Z', 'b');
    const reader = await connect(database.url);
    onTestFinished(() => reader.close());
    await reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    await reader.query('SELECT count(*) FROM videos');
    const pruning = store.prune([run]);
    const reading = reader.query('SELECT count(*) FROM snapshots');
    expect(await pruning).toMatchObject({ runs: 1, appearances: 1 });
    await reading;
    await reader.query('COMMIT');
    expect(await database.query('SELECT video_id FROM videos')).toEqual([{ video_id: 'b' }]);
  });

  test.each([
    ['ALTER TABLE appearances DETACH PARTITION appearances_2026_11', 'appearances_2026_11'],
    ['ALTER TABLE snapshots DETACH PARTITION snapshots_2026_11', 'appearances_2026_11'],
    ['CREATE TABLE snapshots_2027_01 (x integer)', 'snapshots_2027_01'],
  ])('that are missing, or stand in the way, end a run before it begins: %s', async (sql, table) => {
    const { store, database } = await openVault();
    await storeAt(store, '2026-11-05T00:00:00.000Z', 'a');
    await database.query(sql);
    const time = table.includes('2027') ? '2026-12-31T00:00:00.000Z' : '2026-11-06T00:00:00.000Z';
    await expect(startRun(store, time)).rejects.toMatchObject({ code: 'database', message: expect.stringContaining(`the table ${table}`) });
    expect(await store.listStarts()).toHaveLength(1);
  });

  test('of months that an operator put aside are nobody else’s business', async () => {
    const { store, database } = await openVault();
    await storeAt(store, '2026-10-05T00:00:00.000Z', 'a');
    for (const table of ['appearances', 'snapshots']) await database.query(`ALTER TABLE ${table} DETACH PARTITION ${table}_2026_10`);
    expect(await storeAt(store, '2026-11-06T00:00:00.000Z', 'b')).toBe(2);
  });

  test('refuse an appearance of a video that its run has not counted', async () => {
    const { store, database } = await openVault();
    await storeAt(store, '2026-10-05T00:00:00.000Z', 'a');
    const stray = `INSERT INTO appearances (run_id, month, region, category, rank, video_id) VALUES (1, '2026-10-01', 'PL', 0, 2, 'x')`;
    await expect(database.query(stray)).rejects.toThrow(/foreign key/);
  });
});
