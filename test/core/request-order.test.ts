import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Period } from '../../src/core/period.ts';
import { orderCharts, requestOrder } from '../../src/core/request-order.ts';
import type { ChartRecord } from '../../src/core/summary.ts';

const chart = (region: string) => ({ region, category: 0 });
const took = (region: string, durationMs: number, more: Partial<ChartRecord> = {}): ChartRecord => ({
  ...chart(region),
  status: 'stored',
  videos: 25,
  rejected: 0,
  requests: 1,
  retries: 0,
  waitedMs: 0,
  durationMs,
  error: null,
  ...more,
});

/** When the last of `slots` ends that each take the next duration as soon as they are free. */
function makespan(durations: readonly number[], slots: number): number {
  const free = Array.from({ length: slots }, () => 0);
  for (const duration of durations) free[free.indexOf(Math.min(...free))] = Math.min(...free) + duration;
  return Math.max(...free);
}

/** The least that any order comes to. */
function best(durations: readonly number[], slots: number): number {
  let least = Infinity;
  const place = (index: number, ends: readonly number[]): void => {
    if (Math.max(...ends) >= least) return;
    const duration = durations[index];
    if (duration === undefined) least = Math.max(...ends);
    else for (const slot of ends.keys()) place(index + 1, ends.with(slot, (ends[slot] ?? 0) + duration));
  };
  place(
    0,
    Array.from({ length: slots }, () => 0),
  );
  return least;
}

describe('the order in which charts are asked for', () => {
  const order = (past: readonly ChartRecord[], regions: readonly string[], slots = 3): string[] =>
    orderCharts(regions.map(chart), past, slots).map(({ region }) => region);

  test('is the one asked for where nothing is known', () => {
    expect(order([], ['US', 'GB', 'PL', 'NL'])).toEqual(['US', 'GB', 'PL', 'NL']);
    expect(order([took('SE', 9)], ['US', 'GB', 'PL', 'NL'])).toEqual(['US', 'GB', 'PL', 'NL']);
  });

  test('begins with the slowest, and with what nobody knows', () => {
    expect(order([took('US', 100), took('GB', 300), took('PL', 200)], ['US', 'GB', 'PL'])).toEqual(['GB', 'PL', 'US']);
    expect(order([took('US', 100), took('GB', 300)], ['US', 'GB', 'NL'], 1)).toEqual(['GB', 'NL', 'US']);
  });

  test('goes by the newest answer, its pauses left out, and not by failures', () => {
    const past = [took('US', 900), took('US', 200, { waitedMs: 8900 }), took('GB', 10, { status: 'failed' }), took('PL', 200)];
    expect(order(past, ['US', 'PL'], 1)).toEqual(['PL', 'US']);
    expect(order(past, ['US', 'GB'], 1)).toEqual(['GB', 'US']);
  });

  test('lets seven charts in three slots end together, where the slowest first would not', () => {
    const past = [500, 450, 400, 350, 300, 250, 200].map((ms, index) => took(`R${index}`, ms));
    const durations = order(
      past,
      past.map(({ region }) => region),
    ).map((region) => past.find((record) => record.region === region)?.durationMs ?? 0);
    expect(makespan([500, 450, 400, 350, 300, 250, 200], 3)).toBe(950);
    expect(makespan(durations, 3)).toBe(850);
  });

  test('loses none, and is never more than 13/11 of the best', () => {
    const cases = fc.record({
      durations: fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 8 }),
      slots: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(cases, ({ durations, slots }) => {
        const past = durations.map((ms, index) => took(`R${index}`, ms));
        const asked = past.map(({ region }) => region);
        const ordered = order(past, asked, slots);
        expect(ordered.toSorted()).toEqual(asked.toSorted());
        const found = makespan(
          ordered.map((region) => durations[Number(region.slice(1))] ?? 0),
          slots,
        );
        // And a millisecond a chart, to which lanes are measured.
        expect(found).toBeLessThanOrEqual((best(durations, slots) * 13) / 11 + durations.length);
      }),
      { numRuns: 300 },
    );
  });

  test('is learnt from the last run that stored something', async () => {
    const run = { startedAt: '', finishedAt: '', requests: 2, retries: 0, quotaUnits: 2 };
    const reader = {
      lastStoredAt: async () => '2026-11-23T05:00:00.000Z',
      outcomes: async ({ since, until }: Period) =>
        since === '2026-11-23T05:00:00.000Z' && until === '2026-11-23T05:00:00.001Z'
          ? [
              { ...run, run: 7, status: 'complete' as const, charts: [took('US', 100), took('PL', 300)] },
              { run: 8, status: 'running' as const, startedAt: '' },
            ]
          : [],
    };
    expect(await requestOrder({ charts: [chart('US'), chart('PL')], concurrency: 1 }, reader)).toEqual([chart('PL'), chart('US')]);
    const empty = { ...reader, lastStoredAt: async () => undefined };
    expect(await requestOrder({ charts: [chart('US'), chart('PL')], concurrency: 1 }, empty)).toEqual([chart('US'), chart('PL')]);
  });
});
