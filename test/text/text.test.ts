import { describe, expect, onTestFinished, test } from 'vitest';
import { count, formatAgo, formatNumber, formatTime } from '../../src/text/format.ts';
import { fit } from '../../src/text/fit.ts';
import { languageName } from '../../src/text/language-name.ts';
import { plain } from '../../src/text/plain.ts';
import { wrapText } from '../../src/text/wrap-text.ts';

// C0, DEL, C1, and the characters that Unicode's bidirectional algorithm obeys.
const forbidden = [...Array(32).keys(), 127, ...Array.from({ length: 32 }, (_, index) => 128 + index), 0x61c, 0x200e, 0x200f];
const bidi = [0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069];

describe('text from outside', () => {
  test.each([...forbidden, ...bidi, 0x2028, 0x2029])('U+%i never stands in what is printed for people', (code) => {
    expect(plain(`a${String.fromCharCode(code)}b`)).toMatch(/^a ?b$/);
  });

  test('letters, emoji and their joiners stay', () => {
    const text = 'Łódź 東京 مرحبا 👩‍🚀🏳️‍🌈 é';
    expect(plain(text)).toBe(text);
  });

  test('a pile of combining marks is cut, a few stay', () => {
    expect(plain(`a${'\u0301'.repeat(40)} ไม่`)).toBe(`a${'\u0301'.repeat(4)} ไม่`);
  });

  test('half a surrogate pair is made well-formed', () => {
    expect(plain('a\ud83d')).toBe('a\ufffd');
  });
});

describe('fit', () => {
  test.each([
    ['short', 10, 'short'],
    ['exactly it', 10, 'exactly it'],
    ['one too many', 11, 'one too ma…'],
    ['a word and more', 7, 'a word…'],
    ['라비앙로즈', 6, '라비…'],
    ['👩‍🚀👩‍🚀👩‍🚀', 5, '👩‍🚀👩‍🚀…'],
    ['anything', 1, '…'],
    ['anything', 0, '…'],
    ['Zażółć gęślą jaźń', 10, 'Zażółć gę…'],
    ['cafe\u0301ss', 5, 'cafe\u0301…'],
  ])('%s in %d cells is %s', (text, width, fitted) => {
    expect(fit(text, width)).toBe(fitted);
  });
});

test.each([
  [0, 'just now'],
  [999, 'just now'],
  [61_000, '1 min 1 s ago'],
  [-3_600_000, 'in 1 h'],
])('%d ms ago reads %s', (ms, text) => {
  expect(formatAgo(1e12 - ms, 1e12)).toBe(text);
});

test('times are told in the time zone asked for', () => {
  const noon = Date.parse('2026-11-23T12:00:00Z');
  expect(formatTime(noon, 'UTC')).toBe('23 Nov 2026, 12:00');
  expect(formatTime(noon, 'Asia/Tokyo')).toBe('23 Nov 2026, 21:00');
});

test.each(['Europe/Warsaw', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'])(
  'the time of a machine in %s is told as in that zone',
  (zone) => {
    const before = process.env['TZ'];
    onTestFinished(() => {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    });
    process.env['TZ'] = zone;
    for (let time = Date.parse('2026-01-01T00:30:00Z'); time < Date.parse('2027-01-01T00:00:00Z'); time += 11 * 3_600_000) {
      expect(formatTime(time, undefined)).toBe(formatTime(time, zone));
    }
  },
);

test('counts are in words', () => {
  expect([0, 1, 999, 21_200, 1_234_567, -1000].map((number) => count(number, 'video'))).toEqual([
    '0 videos',
    '1 video',
    '999 videos',
    '21,200 videos',
    '1,234,567 videos',
    '-1,000 videos',
  ]);
  expect([1234.5, 0.1234, 12_345.678].map(formatNumber)).toEqual(['1,234.5', '0.1234', '12,345.678']);
});

test.each([
  ['pl', 'Polish'],
  ['pt-BR', 'Brazilian Portuguese'],
  ['PL', 'Polish'],
])('the tag %s names %s', (tag, name) => {
  expect(languageName(tag)).toBe(name);
});

test.each(['', 'x', 'qqq', 'en-"><script>', 'en-aa-bb-cc', '../en'])('the tag %o names no language', (tag) => {
  expect(languageName(tag)).toBeUndefined();
});

test('lines are broken between words, and within one only where it is wider than a line', () => {
  expect(wrapText('one two three', 7).split('\n')).toEqual(['one two', 'three']);
  expect(wrapText('라비앙로즈 x', 6).split('\n')).toEqual(['라비앙', '로즈 x']);
});

test('a time that is none is an unknown one, in every time zone', () => {
  for (const timeZone of ['UTC', undefined]) expect(formatTime(NaN, timeZone)).toBe('an unknown time');
  expect(formatAgo(NaN, 0)).toBe('at an unknown time');
});
