import { expect, onTestFinished, test } from 'vitest';
import { openPostgresReader } from '../../src/postgres/reader.ts';
import { finishedRun, startRun, storeRun } from '../store/sample-run.ts';
import { createTestClock } from '../support/test-clock.ts';
import { charts, openBench } from './host-bench.ts';
import { describeWithServer } from './server.ts';

const day = '2026-11-23';

describeWithServer('while a host has lost the server', () => {
  const stored = (run: number) => expect.stringContaining(`: the connection was lost, and another host has stored run ${run} meanwhile; `);

  test('another one stores a run: then its own is given up', async () => {
    const { open, openOther, proxy, database } = await openBench();
    const store = await open();
    const number = await startRun(store);
    proxy.cut();
    const other = await storeRun(await openOther(), charts());
    await database.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()',
    );
    await expect(store.finishRun(finishedRun(number, charts()))).rejects.toMatchObject({ code: 'locked', message: stored(other.run) });
    await expect(store.spend(day, 1)).rejects.toMatchObject({ message: expect.stringMatching(`; run ${number} is given up$`) });
    expect(await database.query('SELECT run_id AS run, status FROM runs ORDER BY run_id')).toEqual([
      { run: number, status: 'running' },
      { run: other.run, status: 'complete' },
    ]);
  });

  test('another one stores a run before its own has begun: then it does not begin', async () => {
    const { open, openOther, proxy, database } = await openBench();
    const store = await open();
    expect(await store.lastStoredAt()).toBeUndefined();
    proxy.cut();
    const other = await openOther();
    const { run } = await storeRun(other, charts());
    await other.close();
    await expect(startRun(store)).rejects.toMatchObject({ code: 'locked', message: stored(run) });
    expect(await database.query('SELECT run_id AS run FROM runs')).toEqual([{ run }]);
  });

  test('another one holds the vault: it waits until that one lets go, and goes on', async () => {
    const { open, openOther, proxy } = await openBench();
    const clock = createTestClock();
    const store = await open({ clock });
    const number = await startRun(store);
    proxy.cut();
    const other = await openOther();
    const finishing = store.finishRun(finishedRun(number, charts()));
    await clock.untilWaiting(1);
    clock.advance(5000);
    // The second wait is for the lock.
    await clock.untilWaiting(1);
    await other.close();
    clock.advance(5000);
    expect(await finishing).toMatchObject({ run: number, status: 'complete' });
  });

  test('another one begins a run and stores nothing: its own goes on', async () => {
    const { open, openOther, proxy } = await openBench();
    const store = await open();
    const number = await startRun(store);
    proxy.cut();
    const other = await openOther();
    await startRun(other);
    await other.close();
    expect(await store.finishRun(finishedRun(number, charts()))).toMatchObject({ run: number, status: 'complete' });
  });

  test('another one stores a run after its own was stored without its knowing: it is told that it was', async () => {
    const bench = await openBench();
    const store = await bench.open();
    const number = await startRun(store);
    const isCut = new Promise<void>((resolve) => {
      bench.decide = (sql) => {
        if (sql !== 'COMMIT') return 'pass';
        bench.proxy.reachable('away');
        resolve();
        return 'cut after';
      };
    });
    const finishing = store.finishRun(finishedRun(number, charts()));
    await isCut;
    const other = await bench.openOther();
    await storeRun(other, charts());
    await other.close();
    bench.decide = () => 'pass';
    bench.proxy.reachable('yes');
    expect(await finishing).toMatchObject({ run: number, status: 'complete' });
  });
});

describeWithServer('hosts of one vault', () => {
  test('share what was spent and until when nobody may ask, at once', async () => {
    const { open, database } = await openBench();
    const store = await open();
    const other = await openPostgresReader(database.url);
    if (!other) throw new Error('there is no vault');
    onTestFinished(() => other.close());
    const number = await startRun(store);
    await store.spend(day, 3);
    expect(await other.quotaUsed(day)).toBe(3);
    const notBefore = { until: '2026-11-23T14:00:00.000Z', reason: 'rate limited (429)' };
    await store.finishRun(
      finishedRun(
        number,
        charts().map((chart) => Object.assign(chart, { notBefore })),
      ),
    );
    expect(await other.notBefore()).toEqual(notBefore);
  });
});
