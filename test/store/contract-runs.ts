import { describe, expect, test } from 'vitest';
import { goesOn } from '../../src/core/goes-on.ts';
import type { VaultUnderTest } from '../store.contract.ts';
import { failedOutcome, finishedRun, sampleKey, sampleOutcome, sampleVideo, startRun, storeRun } from './sample-run.ts';

/** The part of the store contract about a run's life: it starts, it ends once and whole, or it holds nothing. */
export function describeRuns(vault: VaultUnderTest): void {
  // Who is writing a run belongs to its start, and by which rules a search index is made to no run at all.
  const tables = [
    'charts',
    'videos',
    'snapshots',
    'appearances',
    'rejections',
    "state WHERE name NOT LIKE 'holder%' AND name <> 'search_index'",
  ];
  const heldRows = async (): Promise<number> => {
    const counts = await Promise.all(tables.map((table) => vault.query(`SELECT count(*) AS held FROM ${table}`)));
    return counts.reduce((sum, [row]) => sum + Number(row?.['held']), 0);
  };

  describe('clearing', () => {
    test('forgets everything, and the next run is the first again', async () => {
      expect(await vault.store.isUnused()).toBe(true);
      const first = await storeRun(vault.store, [sampleOutcome('PL', [sampleVideo('a')]), failedOutcome('NL')]);
      await vault.store.spend('2026-11-23', 1);
      expect(await vault.store.isUnused()).toBe(false);
      await vault.store.clear();
      expect(await heldRows()).toBe(0);
      expect(await vault.store.listRuns(10)).toEqual([]);
      expect(await vault.store.quotaUsed('2026-11-23')).toBe(0);
      expect(await vault.store.isUnused()).toBe(true);
      expect((await storeRun(vault.store, [sampleOutcome('PL', [sampleVideo('a')])])).run).toBe(first.run);
    });
  });

  describe('the life of a run', () => {
    test('an empty vault knows no runs', async () => {
      expect(await vault.store.latestRun()).toBeUndefined();
      expect(await vault.store.findRun(1)).toBeUndefined();
      expect(await vault.store.listRuns(10)).toEqual([]);
      expect(await vault.store.chartDetails(1)).toEqual([]);
      expect(await vault.store.lastStoredAt()).toBeUndefined();
    });

    test('a run that started is visible as running, and is not the latest', async () => {
      const first = await storeRun(vault.store, [sampleOutcome('PL', [sampleVideo('a')])]);
      const run = await startRun(vault.store, '2026-11-23T19:00:00.000Z');
      const running = { run, status: 'running', startedAt: '2026-11-23T19:00:00.000Z' };
      const reader = await vault.openReader();
      for (const asked of [vault.store, reader]) {
        expect(await asked.findRun(run)).toEqual(running);
        expect(await asked.listRuns(10)).toEqual([running, first]);
        expect(await asked.listRuns(1)).toEqual([running]);
        expect(await asked.latestRun()).toEqual(first);
      }
    });

    test('a run that never ended stays visible, holds nothing, and does not stop the next', async () => {
      const left = await startRun(vault.store);
      await vault.reopen();
      const next = await startRun(vault.store);
      expect(next).toBeGreaterThan(left);
      expect(await vault.store.findRun(left)).toEqual({ run: left, status: 'running', startedAt: '2026-11-23T12:00:00.000Z' });
      expect(await heldRows()).toBe(0);
    });

    test('the versions are those of all runs, also of those that never ended, once each', async () => {
      expect(await vault.store.versions()).toEqual([]);
      for (const version of ['2.0.0', '1.9.0-demo', '2.0.0']) {
        await vault.store.startRun({ startedAt: '2026-11-23T12:00:00.000Z', version });
      }
      expect(await vault.store.versions()).toEqual(['2.0.0', '1.9.0-demo']);
    });

    test('finishRun gives the run with its charts in the order asked for and its requests as quota', async () => {
      const outcomes = [
        sampleOutcome('US', [sampleVideo('a'), sampleVideo('b')], { requests: 2, retries: 1, waitedMs: 1500 }),
        failedOutcome('AT/10', { requests: 3, retries: 2 }),
        sampleOutcome('PL', [], { status: 'no-chart' }),
      ];
      const { run: _, charts, ...rest } = await storeRun(vault.store, outcomes);
      const common = { videos: 0, rejected: 0, requests: 1, retries: 0, waitedMs: 0, durationMs: 120, error: null };
      const error = { code: 'timeout', message: 'AT/10: no answer within 10 s' };
      expect(charts).toEqual([
        { ...common, region: 'US', category: 0, status: 'stored', videos: 2, requests: 2, retries: 1, waitedMs: 1500 },
        { ...common, region: 'AT', category: 10, status: 'failed', requests: 3, retries: 2, error },
        { ...common, region: 'PL', category: 0, status: 'no-chart' },
      ]);
      const times = { startedAt: '2026-11-23T12:00:00.000Z', finishedAt: '2026-11-23T12:00:04.750Z' };
      expect(rest).toEqual({ status: 'partial', ...times, requests: 6, retries: 3, quotaUnits: 6, unique: 2, new: 2, shared: 0 });
    });

    test('the run that finishRun gives is the run that every question finds afterwards', async () => {
      const record = await storeRun(vault.store, [sampleOutcome('US', [sampleVideo('a')]), failedOutcome('PL')]);
      const reader = await vault.openReader();
      for (const asked of [vault.store, reader]) {
        expect(await asked.findRun(record.run)).toEqual(record);
        expect(await asked.latestRun()).toEqual(record);
        expect(await asked.listRuns(5)).toEqual([record]);
      }
      await vault.reopen();
      expect(await vault.store.findRun(record.run)).toEqual(record);
    });

    test('a run that cannot be kept whole leaves nothing and still runs, and can then be kept', async () => {
      const run = await startRun(vault.store);
      const notBefore = { until: '2026-11-24T00:00:00.000Z', reason: 'told so' };
      const good = finishedRun(run, [sampleOutcome('PL', [sampleVideo('a'), sampleVideo('b')], { notBefore })]);
      const [first, second] = good.videos;
      if (!first || !second) throw new Error('expected two videos');
      const stray = { region: 'XX', category: 0, rank: 1, views: 1 };
      const bad = { ...good, videos: [first, { ...second, appearances: [stray] }] };
      await expect(vault.store.finishRun(bad)).rejects.toThrow(/foreign key/i);
      expect(await heldRows()).toBe(0);
      expect(await vault.store.findRun(run)).toMatchObject({ status: 'running' });
      expect(await vault.store.finishRun(good)).toMatchObject({ status: 'complete', unique: 2 });
    });

    test('a number that is not whole is refused, and nothing of its run is kept', async () => {
      for (const changes of [{ views: NaN }, { likes: 0.5 }, { comments: Infinity }, { views: 2 ** 53 }]) {
        await expect(storeRun(vault.store, [sampleOutcome('PL', [sampleVideo('a', changes)])])).rejects.toThrow(/whole number/);
      }
      await expect(vault.store.spend('2026-11-23', NaN)).rejects.toThrow(/whole number/);
      expect(await heldRows()).toBe(0);
    });

    test('a run ends once', async () => {
      const record = await storeRun(vault.store, [sampleOutcome('PL', [sampleVideo('a')])]);
      await expect(vault.store.finishRun(finishedRun(record.run, [failedOutcome('PL')]))).rejects.toThrow(/not running/);
      await expect(vault.store.finishRun(finishedRun(record.run + 1, []))).rejects.toThrow(/not running/);
      expect(await vault.store.latestRun()).toEqual(record);
    });
  });

  describe('one store, many readers', () => {
    test('a second store is refused as locked until the first is closed', async () => {
      await expect(vault.openStore()).rejects.toMatchObject({ code: 'locked' });
      expect(await startRun(vault.store)).toBe(1);
      await vault.store.close();
      await expect(vault.openStore()).resolves.toBeDefined();
    });

    test('the vault is held while its store is open, and not a moment longer', async () => {
      const reader = await vault.openReader();
      expect(await reader.isHeld()).toBe(true);
      expect(await vault.store.isHeld()).toBe(true);
      await vault.store.close();
      expect(await reader.isHeld()).toBe(false);
    });

    test('a run that was killed does not go on because somebody else holds the vault', async () => {
      const reader = await vault.openReader();
      expect(await goesOn(reader)).toBe(false);
      await startRun(vault.store);
      for (const asked of [reader, vault.store]) expect(await goesOn(asked)).toBe(true);
      await vault.reopen();
      expect(await reader.isHeld()).toBe(true);
      for (const asked of [reader, vault.store]) expect(await goesOn(asked)).toBe(false);
    });

    test('a run goes on until it is stored, though the vault is held for longer', async () => {
      const run = await startRun(vault.store);
      await vault.store.finishRun(finishedRun(run, [sampleOutcome('PL', [sampleVideo('a')])]));
      expect([await vault.store.isHeld(), await goesOn(vault.store)]).toEqual([true, false]);
    });

    test('asking whether the vault is held does not free it', async () => {
      const reader = await vault.openReader();
      await reader.isHeld();
      await reader.close();
      await expect(vault.openStore()).rejects.toMatchObject({ code: 'locked' });
    });

    test('readers see a run whole or not at all while it is being kept', async () => {
      const readers = [await vault.openReader(), await vault.openReader()];
      const run = await startRun(vault.store);
      const outcomes = [sampleOutcome('PL', [sampleVideo('a'), sampleVideo('b')]), sampleOutcome('US', [sampleVideo('b')])];
      const finishing = vault.store.finishRun(finishedRun(run, outcomes));
      const seen = await Promise.all(readers.map((reader) => reader.findRun(run)));
      const record = await finishing;
      for (const each of seen) {
        expect([record, { run, status: 'running', startedAt: record.startedAt }]).toContainEqual(each);
      }
      for (const reader of readers) expect(await reader.latestRun()).toEqual(record);
    });

    test('closing twice does no harm', async () => {
      const reader = await vault.openReader();
      await storeRun(vault.store, [sampleOutcome('PL', [sampleVideo('a')])]);
      await vault.store.close();
      await vault.store.close();
      expect(await reader.recentCounts(sampleKey('PL'), 5)).toEqual([1]);
      await reader.close();
      await reader.close();
    });
  });
}
