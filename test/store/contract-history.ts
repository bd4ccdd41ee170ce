import { describe, expect, test } from 'vitest';
import type { VaultUnderTest } from '../store.contract.ts';
import { failedOutcome, finishedRun, sampleKey, sampleOutcome, sampleVideo, startRun } from './sample-run.ts';

const day = (number: number): string => `2026-11-2${number}T00:00:00.000Z`;
/** The part of the store contract about questions over many runs. */
export function describeHistory(vault: VaultUnderTest): void {
  const store = async (number: number, outcomes: Parameters<typeof finishedRun>[1]): Promise<number> => {
    const run = await startRun(vault.store, day(number));
    await vault.store.finishRun(finishedRun(run, outcomes));
    return run;
  };
  describe('questions over many runs', () => {
    test('a period is the runs in it that stored a video, its beginning included and its end not', async () => {
      for (const number of [0, 1, 2, 3])
        await store(number, [number === 2 ? failedOutcome('PL') : sampleOutcome('PL', [sampleVideo('a')])]);
      await startRun(vault.store, day(4));
      const reader = await vault.openReader();
      const range = async (since?: number, until?: number) => {
        const found = await reader.storedRange({
          since: since === undefined ? undefined : day(since),
          until: until === undefined ? undefined : day(until),
        });
        return found && [found.first.run, found.last.run, found.runs];
      };
      expect(await range()).toEqual([1, 4, 3]);
      expect(await range(1)).toEqual([2, 4, 2]);
      expect(await range(0, 1)).toEqual([1, 1, 1]);
      expect(await range(2, 3)).toBeUndefined();
      expect(await reader.storedRun(3)).toBeUndefined();
      expect(await reader.storedRun(4)).toEqual({ run: 4, startedAt: day(3) });
    });

    test('a period goes from its first run to its last by their numbers, even where the clock was set back between them', async () => {
      for (const number of [2, 3, 1]) await store(number, [sampleOutcome('PL', [sampleVideo('a')])]);
      const range = await vault.store.storedRange({ since: undefined, until: undefined });
      expect([range?.first.run, range?.last.run, range?.runs]).toEqual([1, 3, 3]);
    });

    test('outcomes are the runs that started in a period, oldest first, whether they stored anything, or ended, or not', async () => {
      await store(0, [sampleOutcome('PL', [sampleVideo('a')])]);
      const partial = await store(1, [sampleOutcome('US', [sampleVideo('a')]), failedOutcome('PL')]);
      const failed = await store(2, [failedOutcome('PL')]);
      const killed = await startRun(vault.store, day(3));
      await store(4, [sampleOutcome('PL', [sampleVideo('a')])]);
      const reader = await vault.openReader();
      const [first, second, third, ...more] = await reader.outcomes({ since: day(1), until: day(4) });
      expect(first).toMatchObject({
        run: partial,
        status: 'partial',
        charts: [
          { region: 'US', status: 'stored', videos: 1 },
          { region: 'PL', status: 'failed', error: { code: 'timeout', message: 'PL: no answer within 10 s' } },
        ],
      });
      expect(second).toMatchObject({ run: failed, status: 'failed', startedAt: day(2) });
      expect(third).toEqual({ run: killed, status: 'running', startedAt: day(3) });
      expect(more).toEqual([]);
      expect(await reader.outcomes({ since: undefined, until: undefined })).toHaveLength(5);
    });

    test('kinds count a video once a region, as it was when it was last seen', async () => {
      const music = sampleVideo('a', { categoryId: 10, declaredLanguage: 'pl' });
      const game = sampleVideo('b', { categoryId: 20, declaredLanguage: 'en' });
      const from = await store(0, [sampleOutcome('PL', [music, game]), sampleOutcome('PL/10', [music]), sampleOutcome('US', [game])]);
      const to = await store(1, [sampleOutcome('PL', [{ ...music, declaredLanguage: 'de' }])]);
      const kinds = async (...question: Parameters<typeof vault.store.countKinds>) =>
        (await vault.store.countKinds(...question))
          .map(({ region, categoryId, categoryName, primaryLanguage, videos }) =>
            [region, categoryId, categoryName, primaryLanguage, videos].join(),
          )
          .toSorted();
      expect(await kinds({ from, to })).toEqual(['PL,10,Music,de,1', 'PL,20,Gaming,en,1', 'US,20,Gaming,en,1']);
      expect(await kinds({ from: to, to })).toEqual(['PL,10,Music,de,1']);
      expect(await kinds({ from, to }, ['US'])).toEqual(['US,20,Gaming,en,1']);
    });

    test('places are each video once a chart, at its best, in the regions asked for', async () => {
      const [a, b] = [sampleVideo('a', { views: 5 }), sampleVideo('b', { views: 9 })];
      const from = await store(0, [sampleOutcome('PL', [b, a]), sampleOutcome('US', [a])]);
      const to = await store(1, [sampleOutcome('PL', [{ ...a, views: 3 }]), failedOutcome('NL')]);
      const pl = { region: 'PL', category: 0 };
      expect(await vault.store.places({ from, to }, ['PL'])).toEqual([
        { ...pl, videoId: 'a', rank: 1, views: 5 },
        { ...pl, videoId: 'b', rank: 1, views: 9 },
      ]);
      expect(await vault.store.places({ from: to, to })).toEqual([{ ...pl, videoId: 'a', rank: 1, views: 3 }]);
      const last = await vault.store.lastSnapshots({ from, to });
      expect(last.map(({ videoId, run, startedAt, views }) => [videoId, run, startedAt, views])).toEqual([
        ['a', to, day(1), 3],
        ['b', from, day(0), 9],
      ]);
      expect((await vault.store.snapshotsOf('a')).map(({ run, views }) => [run, views])).toEqual([
        [from, 5],
        [to, 3],
      ]);
      const newest = async (...args: [count: number, to?: number]): Promise<number[]> =>
        (await vault.store.newestSnapshots('a', ...args)).map(({ run }) => run);
      expect(await newest(1)).toEqual([to]);
      expect(await newest(9)).toEqual([from, to]);
      expect(await newest(9, from)).toEqual([from]);
      expect((await vault.store.placesOf('a')).map(({ run, region, rank }) => [run, region, rank])).toEqual([
        [from, 'PL', 2],
        [from, 'US', 1],
        [to, 'PL', 1],
      ]);
      expect(await vault.store.chartRuns(sampleKey('PL'), { from, to })).toEqual([
        { run: from, startedAt: day(0) },
        { run: to, startedAt: day(1) },
      ]);
      expect(await vault.store.chartRuns(sampleKey('NL'), { from, to })).toEqual([]);
    });

    test('a video says when it was first and last seen, in the runs that are kept', async () => {
      const runs = [await store(0, [sampleOutcome('PL', [sampleVideo('a')])]), await store(1, [sampleOutcome('PL', [sampleVideo('a')])])];
      expect(await vault.store.findVideos(['a', 'x'])).toMatchObject([
        { videoId: 'a', tags: ['one', 'two'], firstSeenAt: day(0), lastSeenAt: day(1) },
      ]);
      await vault.store.prune(runs.slice(0, 1));
      expect(await vault.store.findVideos(['a'])).toMatchObject([{ firstSeenAt: day(1), lastSeenAt: day(1) }]);
    });
  });
}
