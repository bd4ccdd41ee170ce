import { describe, expect, test } from 'vitest';
import type { SearchQuestion } from '../../src/core/history.ts';
import { readSearchWords } from '../../src/core/search-words.ts';
import type { VaultUnderTest } from '../store.contract.ts';
import { failedOutcome, finishedRun, sampleKey, sampleOutcome, sampleVideo, startRun } from './sample-run.ts';

const day = (number: number): string => `2026-11-2${number}T00:00:00.000Z`;
const named = (id: string, changes: Parameters<typeof sampleVideo>[1]) =>
  sampleVideo(id, { title: '', channelTitle: '', tags: [], description: '', ...changes });

/** The part of the store contract about questions over many runs. */
export function describeHistory(vault: VaultUnderTest): void {
  const store = async (number: number, outcomes: Parameters<typeof finishedRun>[1]): Promise<number> => {
    const run = await startRun(vault.store, day(number));
    await vault.store.finishRun(finishedRun(run, outcomes));
    return run;
  };
  const search = async (words: string, changes: Partial<SearchQuestion> = {}): Promise<string[]> => {
    const question = {
      words: readSearchWords(words),
      regions: undefined,
      since: undefined,
      until: undefined,
      language: undefined,
      limit: 10,
    };
    return (await vault.store.search({ ...question, ...changes })).map(({ videoId }) => videoId);
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

  describe('search', () => {
    test('finds the title before the channel, the tags, and the description, and words that stand in several last', async () => {
      const videos = [
        named('several', { title: 'Øl', description: 'og mat' }),
        named('description', { description: 'Mat mat mat og øl' }),
        named('tags', { tags: ['øl', 'mat'] }),
        named('channel', { channelTitle: 'Øl & mat' }),
        named('title', { title: 'Mat og øl' }),
      ];
      await store(0, [sampleOutcome('NO', videos)]);
      expect(await search('mat ol')).toEqual(['title', 'channel', 'tags', 'description', 'several']);
      expect(await search('mat ol', { limit: 2 })).toEqual(['title', 'channel']);
    });

    test('follows new titles, and forgets what is pruned', async () => {
      const first = await store(0, [sampleOutcome('PL', [named('a', { title: 'Łódź' }), named('b', { title: 'Łódź' })])]);
      await store(1, [sampleOutcome('PL', [named('a', { title: 'Kraków' })])]);
      expect([await search('lodz'), await search('krak')]).toEqual([['b'], ['a']]);
      await vault.store.prune([first]);
      expect([await search('lodz'), await search('krak')]).toEqual([[], ['a']]);
      await vault.store.clear();
      expect(await search('krak')).toEqual([]);
    });

    test('keeps to the regions, the period and the language', async () => {
      await store(0, [
        sampleOutcome('PL', [named('a', { title: 'dom' })]),
        sampleOutcome('US', [named('b', { title: 'dom', declaredLanguage: 'pt-BR' })]),
      ]);
      await store(1, [sampleOutcome('US', [named('a', { title: 'dom' })])]);
      expect((await search('dom')).toSorted()).toEqual(['a', 'b']);
      expect(await search('dom', { language: 'pt' })).toEqual(['b']);
      expect(await search('dom', { language: 'pl' })).toEqual([]);
      expect((await search('dom', { regions: ['US'] })).toSorted()).toEqual(['a', 'b']);
      expect(await search('dom', { regions: ['PL'], since: day(1) })).toEqual([]);
      expect(await search('dom', { since: day(1) })).toEqual(['a']);
    });

    test('follows a video into other regions and languages, and knows nothing of runs that were pruned', async () => {
      const first = await store(0, [sampleOutcome('PL', [named('a', { title: 'dom', declaredLanguage: 'pl' })])]);
      const second = await store(1, [sampleOutcome('US', [named('a', { title: 'dom', declaredLanguage: 'pt-BR' })])]);
      await store(2, [sampleOutcome('NL', [named('a', { title: 'dom', declaredLanguage: 'pt-BR' })])]);
      expect([await search('dom', { language: 'pt-br' }), await search('dom', { language: 'pl' })]).toEqual([['a'], []]);
      expect([await search('dom', { regions: ['US'] }), await search('dom', { since: day(2) })]).toEqual([['a'], ['a']]);
      expect(await search('dom', { regions: ['US'], until: day(1) })).toEqual([]);
      await vault.store.prune([first, second]);
      expect([await search('dom', { regions: ['PL', 'US'] }), await search('dom', { until: day(2) })]).toEqual([[], []]);
      expect(await search('dom', { regions: ['PL', 'NL'] })).toEqual(['a']);
    });

    test('finds a word of any length, by its beginning too', async () => {
      await store(0, [sampleOutcome('PL', [named('a', { title: `${'x'.repeat(3000)} ${'ж'.repeat(4000)} dom` })])]);
      for (const words of ['x', 'xxx', 'x'.repeat(3000), 'ж'.repeat(700), 'dom']) expect(await search(words), words).toEqual(['a']);
    });

    test('looks at a thousand of the newest videos with a word, by their runs and then by their ids', async () => {
      const ids = Array.from({ length: 1001 }, (_, index) => `v${String(index).padStart(4, '0')}`);
      const views = (id: string): number => ({ v0000: 9000, v0500: 8000, v0001: 7000 })[id] ?? 1;
      const videos = ids.map((id) => named(id, { title: 'dom', views: views(id) }));
      await store(0, [sampleOutcome('PL', [...videos.slice(500), ...videos.slice(0, 500)])]);
      expect(await search('dom', { limit: 2 })).toEqual(['v0500', 'v0001']);
    });

    test.each(['" OR 1=1 --', 'a AND', 'NEAR(a b)', 'title:dom', '(((', "x' OR 'x", '*', 'a* b*', '-dom', '^dom'])(
      'takes %j for words',
      async (words) => {
        await store(0, [sampleOutcome('PL', [named('a', { title: 'dom' })])]);
        expect(await search(words)).toEqual(words === '-dom' || words === '^dom' ? ['a'] : []);
      },
    );
  });
}
