import { describe, expect, test } from 'vitest';
import { type AdmissionFacts, findReasonToSkip } from '../../src/core/admission.ts';

const now = Date.parse('2026-11-23T12:00:00.000Z');
const ago = (minutes: number): string => new Date(now - minutes * 60_000).toISOString();
const free: AdmissionFacts = {
  now,
  ifOlderThanMs: 7 * 3_600_000,
  lastStoredAt: undefined,
  notBefore: undefined,
  planned: 7,
  usedToday: 0,
  quotaPerDay: 10_000,
};

describe('findReasonToSkip', () => {
  test('an empty vault may always start', () => {
    expect(findReasonToSkip(free)).toBeUndefined();
  });

  test.each([
    ['an hour', 60, true],
    ['6 h 51 min', 411, true],
    ['7 h less the tolerance of 2 %', 412, false],
    ['exactly 7 h', 420, false],
    ['a day', 1440, false],
  ])('a last run of %s ago: not due is %s', (_, minutes, skipped) => {
    expect(findReasonToSkip({ ...free, lastStoredAt: ago(minutes) })?.reason).toBe(skipped ? 'not-due' : undefined);
  });

  test('a last run in the future, after the clock went back, does not hold up the next', () => {
    expect(findReasonToSkip({ ...free, lastStoredAt: ago(-60) })).toBeUndefined();
  });

  test('a last run that another host started, whose clock is ahead by seconds, is a last run all the same', () => {
    expect(findReasonToSkip({ ...free, lastStoredAt: ago(-0.05) })).toMatchObject({
      reason: 'not-due',
      message: expect.stringMatching(/^the last run started 0.0 s ago, /),
    });
  });

  test('without --if-older-than the age of the last run is nothing to wait for', () => {
    expect(findReasonToSkip({ ...free, ifOlderThanMs: undefined, lastStoredAt: ago(0) })).toBeUndefined();
  });

  test('the time that YouTube told is waited for, and no longer', () => {
    const skip = (until: string) => findReasonToSkip({ ...free, notBefore: { until, reason: 'rate limited (429)' } });
    expect(skip(ago(-90))).toEqual({ reason: 'throttled', message: expect.stringContaining('rate limited (429)'), until: ago(-90) });
    expect(skip(ago(0))).toBeUndefined();
    expect(skip(ago(90))).toBeUndefined();
  });

  test.each([
    [9993, undefined],
    [9994, 'throttled'],
    [12_000, 'throttled'],
  ])('with %d of 10,000 units used, a run of 7 is %s', (usedToday, reason) => {
    expect(findReasonToSkip({ ...free, usedToday })?.reason).toBe(reason);
  });

  test('a run that no day has quota for may never start', () => {
    expect(findReasonToSkip({ ...free, planned: 8, quotaPerDay: 7 })).toMatchObject({ reason: 'throttled', until: null });
    expect(findReasonToSkip({ ...free, planned: 7, quotaPerDay: 7 })).toBeUndefined();
  });

  test('a run that lacks quota may start at midnight Pacific time', () => {
    expect(findReasonToSkip({ ...free, usedToday: 10_000 })?.until).toBe('2026-11-24T08:00:00.000Z');
  });

  test('not being due comes before every fault', () => {
    const skip = findReasonToSkip({ ...free, lastStoredAt: ago(60), usedToday: 10_000, notBefore: { until: ago(-60), reason: 'x' } });
    expect(skip?.reason).toBe('not-due');
  });
});

test('a last run that started at no time counts as due', () => {
  expect(findReasonToSkip({ ...free, ifOlderThanMs: 60_000, lastStoredAt: 'soon' })).toBeUndefined();
});
