import { describe, expect, test } from 'vitest';
import type { VaultUnderTest } from '../store.contract.ts';
import { failedOutcome, finishedRun, sampleKey, sampleOutcome, sampleVideo, startRun, storeRun } from './sample-run.ts';

const [a, b, c] = [sampleVideo('a'), sampleVideo('b'), sampleVideo('c')];
const told = { until: '2026-11-24T09:00:00.000Z', reason: 'PL: rate limited (429)' };

/** The part of the store contract about what is asked of a vault beside its runs. */
export function describeQuestions(vault: VaultUnderTest): void {
  describe('who writes a run', () => {
    test('is this process, since the run started, until it ended', async () => {
      const reader = await vault.openReader();
      expect(await reader.holder()).toBeUndefined();
      const run = await startRun(vault.store, '2026-11-23T19:00:00.000Z');
      for (const asked of [vault.store, reader]) {
        expect(await asked.holder()).toEqual({
          who: expect.stringMatching(new RegExp(`^process ${process.pid} on .`)),
          since: '2026-11-23T19:00:00.000Z',
        });
      }
      await vault.store.finishRun(finishedRun(run, [failedOutcome('PL')]));
      expect(await reader.holder()).toBeUndefined();
    });

    test('is nobody any more once a run that never ended has lost the vault to another', async () => {
      await startRun(vault.store);
      await vault.reopen();
      expect(await vault.store.holder()).toBeUndefined();
    });
  });

  describe('counting videos', () => {
    test('a video is new in the first run that stores it and never again', async () => {
      const first = await storeRun(vault.store, [sampleOutcome('PL', [a, b])]);
      const second = await storeRun(vault.store, [sampleOutcome('PL', [b, c])]);
      const third = await storeRun(vault.store, [sampleOutcome('US', [a])]);
      expect([first.new, second.new, third.new]).toEqual([2, 1, 0]);
      expect(await vault.store.findRun(first.run)).toEqual(first);
    });

    test('a video is shared when two regions show it, not when two charts of one region do', async () => {
      const record = await storeRun(vault.store, [sampleOutcome('PL', [a, b]), sampleOutcome('PL/10', [b, c]), sampleOutcome('US', [c])]);
      expect(record).toMatchObject({ unique: 3, shared: 1 });
    });
  });

  describe('chart details', () => {
    test('tell the new videos and the top title of each chart, in the order asked for', async () => {
      await storeRun(vault.store, [sampleOutcome('PL', [a])]);
      const { run } = await storeRun(vault.store, [
        sampleOutcome('US', [c, a]),
        failedOutcome('NL'),
        sampleOutcome('PL', [a, b, c]),
        sampleOutcome('PL/10', [b]),
      ]);
      await storeRun(vault.store, [sampleOutcome('US', [b])]);
      expect(await vault.store.chartDetails(run)).toEqual([
        { region: 'US', category: 0, new: 1, topTitle: 'Title of c' },
        { region: 'NL', category: 0, new: 0, topTitle: null },
        { region: 'PL', category: 0, new: 2, topTitle: 'Title of a' },
        { region: 'PL', category: 10, new: 1, topTitle: 'Title of b' },
      ]);
    });
  });

  describe('a chart over several runs', () => {
    test('recent counts are of runs that got this chart whole, few videos or many, newest first, no more than asked for', async () => {
      await storeRun(vault.store, [sampleOutcome('PL', [a])]);
      await storeRun(vault.store, [sampleOutcome('PL', [a, b]), sampleOutcome('PL/10', [a])]);
      await storeRun(vault.store, [failedOutcome('PL'), sampleOutcome('US', [a])]);
      await storeRun(vault.store, [sampleOutcome('PL', [a], { status: 'sparse' })]);
      await storeRun(vault.store, [sampleOutcome('PL', [a, b, c])]);
      await startRun(vault.store);
      expect(await vault.store.recentCounts(sampleKey('PL'), 5)).toEqual([3, 1, 2, 1]);
      expect(await vault.store.recentCounts(sampleKey('PL'), 2)).toEqual([3, 1]);
      expect(await vault.store.recentCounts(sampleKey('PL/10'), 5)).toEqual([1]);
      expect(await vault.store.recentCounts(sampleKey('NL'), 5)).toEqual([]);
    });

    test('the last success is the newest run before the given one that stored this chart whole', async () => {
      const first = await storeRun(vault.store, [sampleOutcome('PL', [a])]);
      const second = await storeRun(vault.store, [sampleOutcome('PL', [a]), sampleOutcome('US', [a])]);
      const third = await storeRun(vault.store, [failedOutcome('PL'), sampleOutcome('US', [a])]);
      const success = ({ run, startedAt }: { run: number; startedAt: string }) => ({ run, startedAt });
      expect(await vault.store.lastSuccess(sampleKey('PL'), third.run + 1)).toEqual(success(second));
      expect(await vault.store.lastSuccess(sampleKey('PL'), second.run)).toEqual(success(first));
      expect(await vault.store.lastSuccess(sampleKey('PL'), first.run)).toBeUndefined();
      expect(await vault.store.lastSuccess(sampleKey('PL/10'), third.run)).toBeUndefined();
    });

    test('the last stored time is the start of the newest run that stored a video', async () => {
      const run = await startRun(vault.store, '2026-11-23T05:00:00.000Z');
      await vault.store.finishRun(finishedRun(run, [sampleOutcome('PL', [a]), failedOutcome('US')]));
      await storeRun(vault.store, [failedOutcome('PL')]);
      await storeRun(vault.store, [sampleOutcome('PL', [], { status: 'sparse' })]);
      await startRun(vault.store);
      expect(await vault.store.lastStoredAt()).toBe('2026-11-23T05:00:00.000Z');
    });
  });

  describe('the time before which YouTube wants no request', () => {
    test('is unknown until a run was told, and outlives the vault being closed', async () => {
      expect(await vault.store.notBefore()).toBeUndefined();
      await storeRun(vault.store, [failedOutcome('PL', { notBefore: told })]);
      await vault.reopen();
      expect(await vault.store.notBefore()).toEqual(told);
      expect(await (await vault.openReader()).notBefore()).toEqual(told);
    });

    test('is what the newest run was told, even where that is sooner', async () => {
      const sooner = { until: '2026-11-24T08:00:00.000Z', reason: 'asked again' };
      await storeRun(vault.store, [failedOutcome('PL', { notBefore: told })]);
      await storeRun(vault.store, [failedOutcome('PL', { notBefore: sooner })]);
      expect(await vault.store.notBefore()).toEqual(sooner);
    });

    test('is forgotten by a run that asked and was told nothing, kept by one that asked nothing', async () => {
      await storeRun(vault.store, [failedOutcome('PL', { notBefore: told })]);
      await storeRun(vault.store, [failedOutcome('PL', { requests: 0 })]);
      expect(await vault.store.notBefore()).toEqual(told);
      await storeRun(vault.store, [failedOutcome('PL', { requests: 0 }), sampleOutcome('US', [a])]);
      expect(await vault.store.notBefore()).toBeUndefined();
    });
  });

  describe('quota', () => {
    test('units add up per day, whatever becomes of the run that spent them', async () => {
      await startRun(vault.store);
      await vault.store.spend('2026-11-22', 5);
      await vault.store.spend('2026-11-23', 1);
      await vault.store.spend('2026-11-23', 2);
      await vault.reopen();
      expect(await vault.store.quotaUsed('2026-11-22')).toBe(5);
      expect(await vault.store.quotaUsed('2026-11-23')).toBe(3);
      expect(await (await vault.openReader()).quotaUsed('2026-11-23')).toBe(3);
      expect(await vault.store.quotaUsed('2026-11-24')).toBe(0);
    });
  });
}
