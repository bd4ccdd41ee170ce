import { expect, test } from 'vitest';
import { extent } from '../../src/report/extent.ts';

test('the extent is that of all numbers, more than there may be arguments', () => {
  expect(extent([...Array(1_000_000).keys()].toReversed())).toEqual([0, 999_999]);
});

test('the extent passes over what is no number', () => {
  expect(extent([NaN, 3, NaN, 2])).toEqual([2, 3]);
});
