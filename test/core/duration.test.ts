import { expect, test } from 'vitest';
import { formatDuration, parseDuration } from '../../src/core/duration.ts';

test.each([
  ['500ms', 500],
  ['10s', 10_000],
  ['5m', 300_000],
  ['7h', 25_200_000],
  ['30d', 2_592_000_000],
  [' 1.5H ', 5_400_000],
])('%s is %d ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test.each(['', '10', 's', '-1s', '1 s', '1y', '1e3s', '0x1s', '10ss'])('%j is no duration', (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

test.each([
  [0, '0.0 s'],
  [440, '0.4 s'],
  [9949, '9.9 s'],
  [9950, '10 s'],
  [59_499, '59 s'],
  [59_500, '1 min'],
  [90_000, '1 min 30 s'],
  [3_600_000, '1 h'],
  [25_140_000, '6 h 59 min'],
  [86_400_000, '1 d'],
  [187_200_000, '2 d 4 h'],
  [Number.NaN, 'unknown'],
])('%d ms reads %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});
