import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { pacificDay, quotaResetsAt } from '../../src/core/quota.ts';

const at = (iso: string): number => Date.parse(iso);

test.each([
  ['winter', '2026-11-23T07:59:59Z', '2026-11-22', '2026-11-23T08:00:00.000Z'],
  ['winter, a second later', '2026-11-23T08:00:00Z', '2026-11-23', '2026-11-24T08:00:00.000Z'],
  ['summer', '2026-07-01T06:59:59.999Z', '2026-06-30', '2026-07-01T07:00:00.000Z'],
  ['the day of 23 hours, before its change', '2026-03-08T09:00:00Z', '2026-03-08', '2026-03-09T07:00:00.000Z'],
  ['the day of 23 hours, after its change', '2026-03-08T20:00:00Z', '2026-03-08', '2026-03-09T07:00:00.000Z'],
  ['the day of 25 hours, before its change', '2026-11-01T08:00:00Z', '2026-11-01', '2026-11-02T08:00:00.000Z'],
  ['the day of 25 hours, its last hour', '2026-11-02T07:30:00Z', '2026-11-01', '2026-11-02T08:00:00.000Z'],
  ['the first of a year', '2027-01-01T05:00:00Z', '2026-12-31', '2027-01-01T08:00:00.000Z'],
])('%s: %s spends the quota of %s, which is given anew at %s', (_, now, day, resetsAt) => {
  expect(pacificDay(at(now))).toBe(day);
  expect(new Date(quotaResetsAt(at(now))).toISOString()).toBe(resetsAt);
});

test('the reset is the first moment of the next Pacific day, whenever it is asked', () => {
  const moment = fc.integer({ min: at('2024-01-01T00:00:00Z'), max: at('2034-01-01T00:00:00Z') });
  fc.assert(
    fc.property(moment, (now) => {
      const resetsAt = quotaResetsAt(now);
      expect(resetsAt).toBeGreaterThan(now);
      expect(pacificDay(resetsAt - 1)).toBe(pacificDay(now));
      expect(pacificDay(resetsAt)).not.toBe(pacificDay(now));
    }),
    { numRuns: 300 },
  );
});

test('days begin when the time zone data say so, at every hour of the years to come', () => {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Los_Angeles', dateStyle: 'short' });
  const wrong: string[] = [];
  for (let now = at('2024-01-01T00:00:00Z'); now < at('2040-01-01T00:00:00Z'); now += 3_600_000) {
    if (pacificDay(now) !== clock.format(now)) wrong.push(new Date(now).toISOString());
  }
  expect(wrong).toEqual([]);
});
