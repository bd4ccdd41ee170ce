import * as fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { expect, test } from 'vitest';
import { fit } from '../../src/text/fit.ts';
import { isSimple } from '../../src/text/simple.ts';
import { cellWidth } from '../../src/text/width.ts';

const simple = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCharCode(code)).filter(isSimple);

test('a simple character is one cell wide, no mark, and none that is taken out of a text', () => {
  expect(simple.length).toBeGreaterThan(900);
  expect(simple.filter((character) => stringWidth(character) !== 1 || /[\p{M}\p{Cc}\p{Cf}\p{Cs}]/u.test(character))).toEqual([]);
});

test('simple texts are measured and cut as all others are', () => {
  const graphemes = new Intl.Segmenter();
  const text = fc.string({ unit: fc.constantFrom(...simple, ' ', 'e\u0301', '東', '👩‍🚀') });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 12 }), (given, width) => {
      expect(cellWidth(given)).toBe(stringWidth(given));
      const fitted = fit(given, width);
      expect(stringWidth(fitted)).toBeLessThanOrEqual(width);
      const parts = Array.from(graphemes.segment(given), ({ segment }) => segment);
      const starts = parts.map((_, count) => `${parts.slice(0, count).join('').trimEnd()}…`);
      expect(fitted === given || starts.includes(fitted)).toBe(true);
    }),
  );
});
