import { describe, expect, test } from 'vitest';
import { readItems } from '../../src/core/chart.ts';
import { VaultError } from '../../src/core/errors.ts';
import { endOf, outcomeOf } from '../../src/core/outcome.ts';
import type { FetchedChart } from '../../src/core/ports.ts';
import { runStatus } from '../../src/core/summary.ts';
import { apiItem } from '../support/items.ts';

const key = { region: 'PL', category: 0 };
const items = (count: number) => readItems(Array.from({ length: count }, (_, index) => apiItem(`v${index}`)));
const fetched = (more: Partial<FetchedChart> = {}): FetchedChart => ({
  noChart: false,
  error: null,
  requests: 1,
  retries: 0,
  waitedMs: 1.4,
  durationMs: 250.6,
  ...more,
});
const asked = { maxResults: 50, recentCounts: [] };

describe('outcomeOf', () => {
  test('a chart that arrived is stored, its times in whole milliseconds', () => {
    expect(outcomeOf(key, fetched(), items(3), asked)).toMatchObject({
      region: 'PL',
      status: 'stored',
      waitedMs: 1,
      durationMs: 251,
      error: null,
    });
  });

  test('a chart that failed on a later page keeps what arrived before', () => {
    const outcome = outcomeOf(key, fetched({ error: new VaultError('timeout', 'no whole answer') }), items(3), asked);
    expect(outcome).toMatchObject({ status: 'failed', error: { code: 'timeout', message: 'no whole answer' } });
    expect(outcome.videos).toHaveLength(3);
  });

  test('no chart is a result of its own', () => {
    expect(outcomeOf(key, fetched({ noChart: true }), items(0), asked).status).toBe('no-chart');
  });

  test.each([
    ['nothing, the first time', 0, [], 'sparse'],
    ['nothing, as always', 0, [0, 0], 'sparse'],
    ['half of what is usual', 10, [20, 20, 20], 'stored'],
    ['less than half of what is usual', 9, [20, 20, 20], 'sparse'],
    ['fewer than one odd run gave', 9, [10, 200, 10], 'stored'],
    ['all of the 50 asked for, where 200 were usual', 50, [200, 200], 'stored'],
  ])('%s', (_, count, recentCounts, status) => {
    expect(outcomeOf(key, fetched(), items(count), { maxResults: 50, recentCounts }).status).toBe(status);
  });

  test('of several times told, the latest holds', () => {
    const until = ['2026-11-23T14:00:00.000Z', '2026-11-23T15:00:00.000Z', undefined];
    const outcomes = until.map((notBefore) =>
      outcomeOf(key, fetched({ error: new VaultError('wait-too-long', 'wait', { notBefore }) }), items(0), asked),
    );
    expect(endOf(outcomes).notBefore).toEqual({ until: until[1], reason: 'wait' });
    expect(endOf([]).notBefore).toBeUndefined();
  });
});

describe('endOf', () => {
  test('adds up what the charts cost, and counts what arrived of one that failed', () => {
    const noChart = outcomeOf(key, fetched({ noChart: true }), items(0), asked);
    const brokenOff = fetched({ requests: 3, retries: 2, error: new VaultError('timeout', 'no whole answer') });
    const costs = { requests: 4, retries: 2, notBefore: undefined };
    expect(endOf([outcomeOf(key, brokenOff, items(2), asked), noChart])).toEqual({ status: 'partial', ...costs });
    expect(endOf([outcomeOf(key, brokenOff, items(0), asked), noChart])).toEqual({ status: 'failed', ...costs });
  });
});

describe('runStatus', () => {
  const charts = (...list: [Parameters<typeof runStatus>[0][number]['status'], number][]) =>
    list.map(([status, videos]) => ({ status, videos }));
  test.each([
    ['complete', charts(['stored', 25], ['sparse', 0], ['no-chart', 0])],
    ['partial', charts(['stored', 25], ['failed', 0])],
    ['partial', charts(['failed', 50], ['failed', 0])],
    ['failed', charts(['failed', 0], ['failed', 0])],
    ['failed', charts(['no-chart', 0], ['failed', 0])],
  ])('%s', (status, outcomes) => {
    expect(runStatus(outcomes)).toBe(status);
  });
});
