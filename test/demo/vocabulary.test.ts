import { expect, test } from 'vitest';
import { allCategories } from '../../src/core/category.ts';
import { defaultRegions, regionCodes, regionLanguage } from '../../src/core/region.ts';
import { writeTitle } from '../../src/demo/title.ts';
import { parseVocabulary, vocabularies, vocabularyOf } from '../../src/demo/vocabulary.ts';
import { createWorld } from '../../src/demo/world.ts';

/** Letters that the other default languages lack, or where there are none, spellings or words that give the language away. */
const marks: Readonly<Record<string, RegExp>> = {
  en: /\b(the|with|for|of|our|my|official|you)\b/i,
  pl: /[ąćęłńśźż]/i,
  nl: /ij|aa|oe|uu|\b(het|een|van)\b/i,
  sv: /å/i,
  no: /[æø]/i,
  de: /[üß]|sch|\b(der|die|das)\b/i,
  ja: /[\u3040-\u30ff\u4e00-\u9fff]/,
  ko: /[\uac00-\ud7a3]/,
  ru: /[а-яё]/i,
  ar: /[\u0600-\u06ff]/,
  th: /[\u0e00-\u0e7f]/,
};

function titlesOf(region: string, count: number): string[] {
  const chart = createWorld(7).chart({ region, category: allCategories }, 0);
  return chart.slice(0, count).map((upload) => writeTitle(upload, 7).text);
}

test.each([...defaultRegions, 'JP', 'KR', 'RU', 'EG', 'TH'])(
  'at least a quarter of the titles in the chart of %s carry letters of its language',
  (region) => {
    const mark = marks[regionLanguage(region)] as RegExp;
    const matching = titlesOf(region, 50).filter((title) => mark.test(title));
    expect(matching.length).toBeGreaterThan(12);
  },
);

test.each(regionCodes)('no title stands twice in the chart of %s', (region) => {
  const titles = titlesOf(region, 200);
  expect(new Set(titles).size).toBe(200);
});

test('no chart of 25 uses one pattern more than four times or one channel more than three times', () => {
  for (const region of defaultRegions) {
    for (const seed of [1, 2, 3, 4, 5]) {
      const chart = createWorld(seed).chart({ region, category: allCategories }, 0).slice(0, 25);
      expect(mostFrequent(chart.map(({ pattern }) => pattern.text))).toBeLessThanOrEqual(4);
      expect(mostFrequent(chart.map((upload) => writeTitle(upload, seed).channel))).toBeLessThanOrEqual(3);
    }
  }
});

function mostFrequent(values: readonly string[]): number {
  return Math.max(...values.map((value) => values.filter((other) => other === value).length));
}

test.each([...vocabularies.values()])('every title in $language has gaps, and each has at least nine words to fill it', (vocabulary) => {
  const { patterns, words } = vocabulary;
  const lacking = patterns.filter(({ channels, text }) => {
    const gaps = [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).filter((name) => name !== 'n');
    const fillings = gaps.map((name) => (name === 'channel' ? channels : words.get(name)) ?? []);
    return gaps.length === 0 || fillings.some(({ length }) => length < 9);
  });
  expect(lacking).toEqual([]);
  expect(patterns.filter(({ channels, tags }) => channels.length < 3 || tags.length < 2)).toEqual([]);
});

test.each([...vocabularies.values()])('each artist in $language sings a song of their own', ({ patterns, words }) => {
  const artists = patterns.find(({ category }) => category === 10)?.channels ?? [];
  expect(words.get('song')).toHaveLength(artists.length);
});

test('a region whose language the simulation does not speak falls back to English', () => {
  expect(vocabularyOf('FI').language).toBe('en');
  expect(vocabularyOf('LI').language).toBe('de');
});

test('reads each kind of line for what it is', () => {
  const vocabulary = parseVocabulary('xx', '@10 A; B\n#t; u\n{channel} sings {song}\n!live {song}\n~clip {song}\n$song x; y\n>Thanks.');
  expect(vocabulary.patterns[0]).toMatchObject({ category: 10, channels: ['A', 'B'], tags: ['t', 'u'] });
  expect(vocabulary.words.get('song')).toEqual(['x', 'y']);
  expect(vocabulary.lines).toEqual(['Thanks.']);
  expect(vocabulary.patterns.map(({ form, text }) => `${form}: ${text}`)).toEqual([
    'video: {channel} sings {song}',
    'stream: live {song}',
    'clip: clip {song}',
  ]);
});
