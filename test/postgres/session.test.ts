import { expect, test } from 'vitest';
import { VaultError } from '../../src/core/errors.ts';
import type { Store } from '../../src/core/ports.ts';
import { finishedRun, startRun } from '../store/sample-run.ts';
import { createEagerClock, createTestClock } from '../support/test-clock.ts';
import { charts, openBench } from './host-bench.ts';
import { describeWithServer } from './server.ts';

const day = '2026-11-23';
const heldSql = `
  SELECT count(*) AS held FROM pg_locks
  WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

/** What `fetch` asks of a store, from the start of a run to its end; its videos are new. */
async function run(store: Store, of: string): Promise<number> {
  const number = await startRun(store);
  await Promise.all([store.spend(day, 1), store.spend(day, 1)]);
  await store.recentCounts({ region: 'PL', category: 0 }, 5);
  expect(await store.finishRun(finishedRun(number, charts(of)))).toMatchObject({
    run: number,
    status: 'complete',
    new: 2,
    unique: 2,
    shared: 1,
  });
  await store.quotaUsed(day);
  return number;
}

describeWithServer('a connection that is lost', () => {
  test('at any statement of a run, before or after the server has done it: the run is stored once', async () => {
    const bench = await openBench();
    const heard: string[] = [];
    const store = await bench.open();
    // The first run makes the partitions of its month.
    await run(store, 'first');
    bench.decide = (sql) => {
      heard.push(sql);
      return 'pass';
    };
    await run(store, 'undisturbed');
    const perRun = heard.length;
    await store.close();
    // The start, the run itself, and the search index.
    expect(heard.filter((sql) => sql === 'COMMIT')).toHaveLength(3);
    const spent = async (): Promise<number> => (await bench.database.query<{ units: number }>('SELECT units FROM quota'))[0]?.units ?? 0;
    for (let at = 0; at < perRun; at += 1) {
      for (const fate of ['cut before', 'cut after'] as const) {
        const what = `${fate} statement ${at}: ${heard[at]}`;
        const before = await spent();
        bench.decide = () => 'pass';
        const store = await bench.open();
        let statement = 0;
        bench.decide = () => (statement++ === at ? fate : 'pass');
        const number = await run(store, what);
        expect(statement, what).toBeGreaterThan(perRun);
        await store.close();
        const rows = await bench.database.query(storedSql, [number]);
        expect(rows, what).toEqual([{ status: 'complete', charts: 2, snapshots: 2, appearances: 3 }]);
        expect(await spent(), `units after ${what}`).toBeGreaterThanOrEqual(before + 2);
      }
    }
    expect(await bench.database.query('SELECT status, count(*) FROM runs GROUP BY status')).toEqual([
      { status: 'complete', count: 2 + 2 * perRun },
    ]);
  });

  test('fails with `database` where there is no time left to look for the server', async () => {
    const { open, proxy } = await openBench();
    const store = await open({ retryMs: 0 });
    proxy.reachable('away');
    proxy.cut();
    await expect(store.spend(day, 1)).rejects.toMatchObject({
      code: 'database',
      message: expect.stringMatching(/: no connection to the server \(/),
    });
  });

  test('is looked for once in any case: what a run has fetched until its deadline is stored after it', async () => {
    const { open, proxy, database } = await openBench();
    const store = await open({ retryMs: 0 });
    const number = await startRun(store);
    proxy.cut();
    // A busy server takes a while to notice, and there is no second time.
    for (let held = 1; held > 0;) held = Number((await database.query(heldSql))[0]?.['held']);
    expect(await store.finishRun(finishedRun(number, charts('late')))).toMatchObject({ run: number, status: 'complete' });
  });

  test('and does not come back: the server is looked for until the time is over', async () => {
    const { open, proxy } = await openBench();
    const clock = createEagerClock();
    const store = await open({ clock, retryMs: 60_000 });
    proxy.reachable('away');
    proxy.cut();
    await expect(store.spend(day, 1)).rejects.toMatchObject({ code: 'database' });
    expect(clock.monotonic()).toBe(60_000);
  });

  test('a signal ends a wait for the server at once', async () => {
    const { open, proxy } = await openBench();
    const [clock, end] = [createTestClock(), new AbortController()];
    const store = await open({ clock, signal: end.signal });
    proxy.reachable('away');
    proxy.cut();
    const spending = store.spend(day, 1);
    await clock.untilWaiting(1);
    end.abort(new VaultError('interrupted', 'ended by SIGTERM'));
    await expect(spending).rejects.toMatchObject({ code: 'database' });
    expect(clock.monotonic()).toBe(0);
  });

  test('a signal ends a connection that is being made to a server that does not answer', async () => {
    const { open, proxy } = await openBench();
    const [clock, end] = [createTestClock(), new AbortController()];
    const store = await open({ clock, signal: end.signal });
    proxy.reachable('silent');
    proxy.cut();
    const spending = store.spend(day, 1);
    await clock.untilWaiting(1);
    clock.advance(5000);
    // Time for the connection to be made, without an answer.
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    const began = performance.now();
    end.abort(new VaultError('interrupted', 'ended by SIGTERM'));
    await expect(spending).rejects.toMatchObject({ code: 'interrupted' });
    await store.close();
    // The connection itself would be given up after 10 s.
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

const storedSql = `
  SELECT status, (SELECT count(*) FROM charts WHERE charts.run_id = runs.run_id) AS charts,
    (SELECT count(*) FROM snapshots WHERE snapshots.run_id = runs.run_id) AS snapshots,
    (SELECT count(*) FROM appearances WHERE appearances.run_id = runs.run_id) AS appearances
  FROM runs WHERE run_id = $1`;
