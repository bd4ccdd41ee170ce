import { describe, expect, test } from 'vitest';
import { assess, at, chart, ended, failed, hour, start, unfinished } from './support/runs.ts';

describe('the health of a fetcher', () => {
  test('joins runs that follow each other and ended alike, and leaves a gap where none came', () => {
    const health = assess([ended(1, 0), ended(2, 7), ended(3, 14, [failed('PL'), chart('NL')]), ended(4, 21), ended(5, 49), ended(6, 56)]);
    const [pl, nl] = health.charts;
    const hours = ({ from, to, status, runs }: { from: number; to: number; status: string; runs: number }) =>
      `${status} ${(from - start) / hour}-${(to - start) / hour} ${runs}`;
    expect(health.pace).toEqual({ ms: 7 * hour, isRegular: true });
    expect(health.gaps).toEqual([{ from: start + 21 * hour, to: start + 49 * hour }]);
    expect(health.spans.map(hours)).toEqual(['complete 0-14 2', 'partial 14-21 1', 'complete 21-28 1', 'complete 49-63 2']);
    expect(pl?.spans.map(hours)).toEqual(['stored 0-14 2', 'failed 14-21 1', 'stored 21-28 1', 'stored 49-63 2']);
    expect(nl?.spans.map(hours)).toEqual(['stored 0-28 4', 'stored 49-63 2']);
  });

  test('counts how often each chart was asked for, and when it last was whole and last failed', () => {
    const runs = [ended(1, 0), ended(2, 7, [failed('PL'), chart('NL', { status: 'sparse', videos: 2 })]), ended(3, 14, [chart('US')])];
    const [us, pl, nl] = assess(runs).charts;
    expect(us).toMatchObject({ region: 'US', asked: 1, counts: { stored: 1 }, lastError: null, lastStoredAt: at(14) });
    expect(pl).toMatchObject({
      asked: 2,
      counts: { stored: 1, failed: 1, sparse: 0, 'no-chart': 0 },
      lastStoredAt: at(0),
      lastStatus: 'failed',
      lastError: { startedAt: at(7), message: 'PL: no answer within 10 s' },
    });
    expect(nl).toMatchObject({ lastStatus: 'sparse', counts: { stored: 1, sparse: 1 } });
  });

  test('takes a run without an end for interrupted, unless it is the newest and goes on', () => {
    expect(assess([unfinished(1, 0), unfinished(2, 7)], true).counts).toMatchObject({ interrupted: 1, running: 1 });
    expect(assess([unfinished(1, 0), unfinished(2, 7)]).counts).toMatchObject({ interrupted: 2, running: 0 });
  });

  test('keeps its pace where the clock was set back, and draws no time that runs backwards', () => {
    const health = assess([ended(1, 0), ended(2, 7), ended(3, 14), ended(4, 2), ended(5, 9)]);
    expect(health.pace.ms).toBe(7 * hour);
    expect([...health.spans, ...health.charts.flatMap(({ spans }) => spans)].filter(({ from, to }) => to < from)).toEqual([]);
  });
});
