import { expect, describe, test } from 'vitest';
import type { SearchQuestion } from '../../src/core/history.ts';
import { readSearchWords } from '../../src/core/search-words.ts';
import type { VaultUnderTest } from '../store.contract.ts';
import { finishedRun, sampleOutcome, sampleVideo, startRun } from './sample-run.ts';

const day = (number: number): string => `2026-11-2${number}T00:00:00.000Z`;
const named = (id: string, changes: Parameters<typeof sampleVideo>[1]) =>
  sampleVideo(id, { title: '', channelTitle: '', tags: [], description: '', ...changes });

/** The part of the store contract about searching words. */
export function describeSearch(vault: VaultUnderTest): void {
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
