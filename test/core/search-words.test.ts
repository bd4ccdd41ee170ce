import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexText, readSearchWords } from '../../src/core/search-words.ts';

/** Whether an index of `text` has what is searched for, by the meaning of phrases and prefixes alone. */
function finds(query: string, text: string): boolean {
  const indexed = indexText(text).split(' ');
  const words = readSearchWords(query);
  const matches = (piece: string | undefined, wanted: string, prefix: boolean) =>
    prefix ? (piece?.startsWith(wanted) ?? false) : piece === wanted;
  return words.every(({ pieces, prefix }) =>
    indexed.some((_, start) => pieces.every((wanted, at) => matches(indexed[start + at], wanted, prefix && at === pieces.length - 1))),
  );
}

describe('a search', () => {
  test.each([
    ['lodz', 'Spacer: Łódź nocą'],
    ['ŁÓDŹ', 'lodz'],
    ['strasse', 'Die Straße'],
    ['straße', 'STRASSE'],
    ['ol', 'Øl og mat'],
    ['beyonce', 'Beyoncé'],
    ['beyoncé', 'Beyonce\u0301'],
    ['東京', '東京タワー'],
    ['タワ', '東京タワー'],
    ['ー', '東京タワー'],
    ['ﾀﾜｰ', '東京タワー'],
    ['ไทย', 'อาหารไทยอร่อย'],
    ['서울', '서울에서 먹은'],
    ['abc東京', 'xyz ABC東京タワー'],
    ['東京tower', '新東京tower'],
    ['istanbul', 'İSTANBUL'],
    ['елка', 'Ёлка'],
    ['"surv* OR (days', 'OR we surv days'],
    ['how to sur', 'How to survive'],
  ])('for %s finds %s', (query, text) => {
    expect(finds(query, text)).toBe(true);
  });

  test.each([
    ['sur to', 'How to survive'],
    ['京東', '東京タワー'],
    ['東タ', '東京タワー'],
    ['ไม', 'อาหารไทย'],
    ['lodz', 'Lódka'],
  ])('for %s does not find %s', (query, text) => {
    expect(finds(query, text)).toBe(false);
  });

  test('for nothing but signs has no words', () => {
    expect(readSearchWords(' "*" -- 😀 ')).toEqual([]);
  });

  test('finds the words on both sides of a sign, whatever they are', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(text, fc.constantFrom(' ', '.', ',', '-', '_', '#', '<', '=', '>'), text, (before, sign, after) => {
        const both = [indexText(before), indexText(after)].filter((indexed) => indexed !== '');
        expect(indexText(`${before}${sign}${after}`)).toBe(both.join(' '));
      }),
    );
  });

  test('has words of letters alone, the longest in parts', () => {
    expect(indexText(`é${'x'.repeat(999)} ü`)).toBe(`e${'x'.repeat(499)} ${'x'.repeat(500)} u`);
    expect(indexText('½ – ① ²x ©')).toBe('1 2 1 2x');
    expect(indexText('\u00e9\u2014'.repeat(200_000)).split(' ')).toHaveLength(200_000);
  });

  test('finds every text by itself, and its pieces hold no sign that a query language could mean', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(finds(text, text)).toBe(true);
        expect(indexText(text)).not.toMatch(/["*():^{}+-]/);
      }),
    );
  });

  test('has the same words of a text whatever else stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), fc.constantFrom('é', '東京', 'Łódź'), (text, other) => {
        const alone = indexText(text);
        expect(indexText(`${text} ${other}`)).toBe(`${alone}${alone === '' ? '' : ' '}${indexText(other)}`);
      }),
    );
    const long = 'a'.repeat(501);
    expect(indexText(long)).toBe(`${'a'.repeat(500)} a`);
    expect(indexText(`${long} é`)).toBe(`${'a'.repeat(500)} a e`);
  });
});
