import { describe, expect, test } from 'vitest';
import type { KindCount } from '../../src/core/history.ts';
import { categoryOf, formatShare, languageOf, shareOf, sumKinds } from '../../src/report/kinds.ts';

const kind = (region: string, categoryId: number | null, primaryLanguage: string, videos: number): KindCount => {
  return { region, categoryId, categoryName: null, primaryLanguage, videos };
};

const counts = [kind('PL', 10, 'pl', 3), kind('PL', 20, 'en-GB', 1), kind('US', 20, 'en', 4), kind('DE', 10, 'de', 9)];

describe('kinds of videos', () => {
  test('are summed over what they have in common, the most frequent first, and only of the regions asked for', () => {
    const { kinds, totals } = sumKinds(counts, ['PL', 'US'], categoryOf);
    expect(kinds.map(({ name, total }) => [name, total])).toEqual([
      ['Gaming', 5],
      ['Music', 3],
    ]);
    expect([...totals]).toEqual([
      ['PL', 4],
      ['US', 4],
    ]);
    expect(sumKinds(counts, ['PL', 'US'], languageOf).kinds.map(({ name, total }) => [name, total])).toEqual([
      ['English', 5],
      ['Polish', 3],
    ]);
  });

  test('are shares of all videos of their region', () => {
    const all = sumKinds(counts, ['PL', 'US', 'NL'], categoryOf);
    const [gaming] = all.kinds;
    expect(gaming && ['PL', 'US', 'NL'].map((region) => shareOf(gaming, region, all))).toEqual([0.25, 1, 0]);
  });

  test.each([
    [kind('PL', null, 'pl', 1), 'none'],
    [kind('PL', 999, 'pl', 1), 'category 999'],
    [{ ...kind('PL', 10, 'pl', 1), categoryName: 'Musik' }, 'Musik'],
  ])('category %# is %s', (count, name) => {
    expect(categoryOf(count)).toBe(name);
  });

  test.each([
    ['pt-BR', 'Portuguese'],
    ['<b>', '<b>'],
  ])('language %s is %s', (tag, name) => {
    expect(languageOf(kind('PL', 10, tag, 1))).toBe(name);
  });

  test.each([
    [0, ''],
    [0.004, '<1'],
    [0.005, '1'],
    [0.216, '22'],
    [1, '100'],
  ])('a share of %d stands in a cell as %o', (share, text) => {
    expect(formatShare(share)).toBe(text);
  });
});
