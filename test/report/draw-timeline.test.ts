import { describe, expect, test } from 'vitest';
import { toBars } from '../../src/report/draw-timeline.ts';

const grid = { start: 0, stepMs: 10 };
const bars = (spans: Parameters<typeof toBars>[1]) => toBars('PL', spans, grid).map(({ from, to, status }) => [status, from, to]);

describe('the bars of a timeline', () => {
  test('show one failure among thousands of runs, and no more of it than a step or two', () => {
    for (let at = 0; at < 100; at += 1) {
      const spans = [
        { from: 0, to: 400 + at, status: 'stored', runs: 400 + at },
        { from: 400 + at, to: 401 + at, status: 'failed', runs: 1 },
        { from: 401 + at, to: 1000, status: 'stored', runs: 599 - at },
      ] as const;
      const failed = toBars('PL', spans, grid).filter(({ status }) => status === 'failed');
      expect(failed).toHaveLength(1);
      expect((failed[0]?.to ?? 0) - (failed[0]?.from ?? 0)).toBeLessThanOrEqual(20);
    }
  });

  test('leave out the time in which no run was', () => {
    expect(
      bars([
        { from: 0, to: 30, status: 'stored', runs: 3 },
        { from: 60, to: 100, status: 'stored', runs: 4 },
      ]),
    ).toEqual([
      ['stored', 0, 30],
      ['stored', 60, 100],
    ]);
  });

  test('are never more than there are steps, whatever befell', () => {
    const spans = Array.from({ length: 5000 }, (_, index) => {
      return { from: index / 5, to: (index + 1) / 5, status: index % 3 === 0 ? ('failed' as const) : ('stored' as const), runs: 1 };
    });
    expect(bars(spans)).toEqual([['failed', 0, 1000]]);
  });

  test('show what is worst where several things share a step', () => {
    expect(
      bars([
        { from: 0, to: 3, status: 'no-chart', runs: 1 },
        { from: 3, to: 6, status: 'sparse', runs: 1 },
        { from: 6, to: 10, status: 'stored', runs: 1 },
      ]),
    ).toEqual([['sparse', 0, 10]]);
  });
});
