import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RunStart } from '../../src/core/ports.ts';
import { chooseRunsToPrune } from '../../src/core/retention.ts';

const now = Date.parse('2026-11-30T12:00:00.000Z');
const dayMs = 86_400_000;

function runAt(run: number, startedAt: string, status: RunStart['status'] = 'complete'): RunStart {
  return { run, startedAt: new Date(startedAt).toISOString(), status };
}

const choose = (runs: readonly RunStart[], rule: { olderThan?: number; keepDaily?: number }): number[] =>
  chooseRunsToPrune(runs, {
    now,
    olderThanMs: rule.olderThan === undefined ? undefined : rule.olderThan * dayMs,
    keepDailyMs: rule.keepDaily === undefined ? undefined : rule.keepDaily * dayMs,
  });

describe('runs that go', () => {
  test('are older than the rule says, to the millisecond', () => {
    const runs = [runAt(1, '2026-10-31T11:59:59.999Z'), runAt(2, '2026-10-31T12:00:00.000Z'), runAt(3, '2026-11-30T11:00:00Z')];
    expect(choose(runs, { olderThan: 30 })).toEqual([1]);
  });

  test('are never those of the future, nor those whose start is no time', () => {
    const runs = [runAt(1, '2036-01-01T00:00:00Z'), { run: 2, startedAt: 'some day', status: 'complete' } as const];
    expect(choose(runs, { olderThan: 1, keepDaily: 1 })).toEqual([]);
  });

  test('with a run a day kept, are all of a UTC day but the last complete one', () => {
    const runs = [
      runAt(1, '2026-11-01T00:00:00Z'),
      runAt(2, '2026-11-01T07:00:00Z'),
      runAt(3, '2026-11-01T14:00:00Z', 'partial'),
      runAt(4, '2026-11-01T23:59:59Z', 'running'),
      runAt(5, '2026-11-02T00:00:00Z', 'failed'),
      runAt(6, '2026-11-29T23:00:00Z'),
      runAt(7, '2026-11-30T06:00:00Z'),
    ];
    expect(choose(runs, { keepDaily: 7 })).toEqual([1, 3, 4]);
  });

  test('with both, are thinned first, and then the old ones go altogether', () => {
    const runs = [runAt(1, '2026-10-01T00:00:00Z'), runAt(2, '2026-11-10T01:00:00Z'), runAt(3, '2026-11-10T08:00:00Z')];
    expect(choose(runs, { olderThan: 30, keepDaily: 7 })).toEqual([1, 2]);
  });

  test('are none without a rule', () => {
    expect(choose([runAt(1, '2020-01-01T00:00:00Z')], {})).toEqual([]);
  });
});

test('of any runs, thinning leaves exactly one of each old day, and every young one', () => {
  const start = fc.integer({ min: now - 60 * dayMs, max: now });
  const status = fc.constantFrom('complete', 'partial', 'failed', 'running');
  const runs = fc
    .array(fc.record({ start, status }), { maxLength: 60 })
    .map((list) =>
      list
        .toSorted((x, y) => x.start - y.start)
        .map(({ start, status }, index): RunStart => ({ run: index + 1, startedAt: new Date(start).toISOString(), status })),
    );
  fc.assert(
    fc.property(runs, fc.integer({ min: 1, max: 40 }), (list, keepDaily) => {
      const going = new Set(choose(list, { keepDaily }));
      const isOld = ({ startedAt }: RunStart): boolean => now - Date.parse(startedAt) > keepDaily * dayMs;
      const days = new Map<string, number>();
      for (const run of list.filter(isOld)) {
        const day = run.startedAt.slice(0, 10);
        days.set(day, (days.get(day) ?? 0) + (going.has(run.run) ? 0 : 1));
      }
      expect([...days.values()].every((kept) => kept === 1)).toBe(true);
      expect(list.filter((run) => !isOld(run) && going.has(run.run))).toEqual([]);
    }),
  );
});
