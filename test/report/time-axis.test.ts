import { expect, test } from 'vitest';
import { timeAxis } from '../../src/report/time-axis.ts';

test.each([
  [NaN, NaN],
  [Infinity, -Infinity],
])('an axis from %d to %d has an end, and no label', (from, to) => {
  expect(timeAxis(from, to, 340)).toMatchObject({ ticks: [] });
});
