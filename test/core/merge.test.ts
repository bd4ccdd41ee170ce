import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RegionalVideo } from '../../src/core/chart.ts';
import { mergeCharts, type RegionalChart } from '../../src/core/merge.ts';

const video = (id: string, rank: number, more: Partial<RegionalVideo> = {}): RegionalVideo => ({
  rank,
  id,
  title: `Title of ${id}`,
  channelId: 'c',
  channelTitle: 'C',
  publishedAt: '2026-11-20T10:00:00.000Z',
  categoryId: 10,
  durationSeconds: 60,
  live: 'none',
  declaredLanguage: null,
  description: '',
  tags: [],
  views: 100,
  likes: 10,
  comments: 1,
  ...more,
});

const chart = (region: string, videos: RegionalVideo[], category = 0): RegionalChart => ({ region, category, videos });
const asked = (...regions: string[]) => regions.map((region) => ({ region, category: 0 }));

describe('mergeCharts', () => {
  test('keeps the greatest counts, whichever region answers first', () => {
    const pl = chart('PL', [video('a', 1, { views: 500, likes: 1, comments: null })]);
    const nl = chart('NL', [video('a', 4, { views: 300, likes: 9, comments: 4 })]);
    for (const charts of [
      [pl, nl],
      [nl, pl],
    ]) {
      const [merged] = mergeCharts(charts, asked('NL', 'PL'));
      expect(merged).toMatchObject({ views: 500, likes: 9, comments: 4 });
    }
  });

  test('a count is null only where every region hides it', () => {
    const charts = [
      chart('PL', [video('a', 1, { views: null, likes: null, comments: 0 })]),
      chart('NL', [video('a', 1, { views: 0, likes: null, comments: null })]),
    ];
    expect(mergeCharts(charts, asked('PL', 'NL'))[0]).toMatchObject({ views: 0, likes: null, comments: 0 });
  });

  test('takes the title from the first region asked for, not the first to answer', () => {
    const charts = [chart('NL', [video('a', 1, { title: 'Dutch' })]), chart('PL', [video('a', 9, { title: 'Polish' })])];
    expect(mergeCharts(charts, asked('PL', 'NL'))[0]?.title).toBe('Polish');
  });

  test('keeps every region with its rank and the count it showed, in the order asked for', () => {
    const charts = [chart('NL', [video('a', 1, { views: 7 })]), chart('PL', [video('b', 1), video('a', 2, { views: null })])];
    expect(mergeCharts(charts, asked('PL', 'NL')).find(({ id }) => id === 'a')?.appearances).toEqual([
      { region: 'PL', category: 0, rank: 2, views: null },
      { region: 'NL', category: 0, rank: 1, views: 7 },
    ]);
  });

  test('a video that one chart lists twice keeps its best rank and its greatest count', () => {
    const merged = mergeCharts([chart('PL', [video('a', 7, { views: 9 }), video('a', 3, { views: 5 })])], asked('PL'));
    expect(merged).toMatchObject([{ views: 9, appearances: [{ region: 'PL', rank: 3, views: 9 }] }]);
  });

  test.each([
    ['sv', ['NO', 'SE'], 'sv'],
    [null, ['NO', 'SE'], 'no'],
    [null, ['SE', 'NO'], 'sv'],
  ])('declared %s and asked for %j, the language is %s', (declaredLanguage, regions, language) => {
    const charts = ['SE', 'NO'].map((region) => chart(region, [video('a', 1, { declaredLanguage })]));
    expect(mergeCharts(charts, asked(...regions))[0]?.primaryLanguage).toBe(language);
  });

  test('names the category, or says null for one that it does not know', () => {
    const merged = mergeCharts(
      [chart('PL', [video('a', 1, { categoryId: 20 }), video('b', 2, { categoryId: 999 }), video('c', 3, { categoryId: null })])],
      asked('PL'),
    );
    expect(merged.map(({ categoryName }) => categoryName)).toEqual(['Gaming', null, null]);
  });

  test('the same video in two charts of one region stands there twice', () => {
    const charts = [chart('PL', [video('a', 2)]), chart('PL', [video('a', 1)], 10)];
    expect(mergeCharts(charts, [...asked('PL'), { region: 'PL', category: 10 }])[0]?.appearances).toMatchObject([
      { category: 0, rank: 2 },
      { category: 10, rank: 1 },
    ]);
  });

  test('no charts give no videos', () => {
    expect(mergeCharts([], asked('PL'))).toEqual([]);
  });
});

const regions = ['US', 'GB', 'PL', 'NL', 'SE', 'NO', 'AT'];
const count = fc.option(fc.oneof(fc.constant(0), fc.nat(1000)), { nil: null });
const someVideos = fc
  .array(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
      views: count,
      likes: count,
      comments: count,
      title: fc.string({ maxLength: 3 }),
    }),
    { maxLength: 10 },
  )
  .map((rows) => rows.map(({ id, ...more }, index) => video(id, index + 1, more)));
const someCharts = fc.tuple(...regions.map((region) => someVideos.map((videos) => chart(region, videos))));

describe('the laws of merging', () => {
  test('1,000 orders of arrival give one result', () => {
    const shuffled = someCharts.chain((charts) => fc.tuple(fc.constant(charts), fc.shuffledSubarray(charts, { minLength: 7 })));
    fc.assert(
      fc.property(shuffled, ([charts, arrived]) => {
        expect(mergeCharts(arrived, asked(...regions))).toEqual(mergeCharts(charts, asked(...regions)));
      }),
      { numRuns: 1000 },
    );
  });

  test('merging charts with themselves changes nothing', () => {
    fc.assert(
      fc.property(someCharts, (charts) => {
        expect(mergeCharts([...charts, ...charts], asked(...regions))).toEqual(mergeCharts(charts, asked(...regions)));
      }),
    );
  });

  test('every id comes out once, with the greatest count that any chart shows', () => {
    fc.assert(
      fc.property(someCharts, (charts) => {
        const merged = mergeCharts(charts, asked(...regions));
        const all = charts.flatMap(({ videos }) => videos);
        expect(merged.map(({ id }) => id).toSorted()).toEqual([...new Set(all.map(({ id }) => id))].toSorted());
        for (const { id, views } of merged) {
          const counts = all.flatMap((one) => (one.id === id && one.views !== null ? [one.views] : []));
          expect(views).toBe(counts.length === 0 ? null : Math.max(...counts));
        }
      }),
    );
  });
});
