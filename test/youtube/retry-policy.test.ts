import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideRetry, type FailedAttempt } from '../../src/youtube/retry-policy.ts';

const failed: FailedAttempt = {
  attempts: 1,
  retryAfterMs: undefined,
  maxWaitMs: 300_000,
  remainingMs: 600_000,
  budget: 14,
  random: () => 0,
};
const waitOf = (more: Partial<FailedAttempt>): number => decideRetry({ ...failed, ...more }).waitMs;

describe('how long', () => {
  test.each<[string, Partial<FailedAttempt>, number]>([
    ['what was told', { retryAfterMs: 30_000 }, 30_000],
    ['a tenth more at the most', { retryAfterMs: 30_000, random: () => 1 }, 33_000],
    ['5 s more at the most', { retryAfterMs: 200_000, random: () => 1 }, 205_000],
    ['a second at the least', { retryAfterMs: 10 }, 1000],
    ['our own back-off after Retry-After: 0', { retryAfterMs: 0, random: () => 1 }, 2000],
    ['at least a second of back-off', {}, 1000],
    ['up to 2 s after the first attempt', { random: () => 1 }, 2000],
    ['up to 4 s after the second', { attempts: 2, random: () => 1 }, 4000],
    ['up to a minute, however many', { attempts: 30, random: () => 1 }, 60_000],
  ])('%s', (_, more, ms) => {
    expect(waitOf(more)).toBe(ms);
  });

  test('jitter is upward only when Retry-After is present', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (retryAfterMs, chance) => {
        expect(waitOf({ retryAfterMs, random: () => chance })).toBeGreaterThanOrEqual(retryAfterMs);
      }),
    );
  });
});

describe('whether', () => {
  test.each([
    ['again after the first attempt', {}, 'retry'],
    ['again after the second', { attempts: 2 }, 'retry'],
    ['no more after the third', { attempts: 3 }, 'give-up'],
    ['no more when the run has no retry left', { budget: 0 }, 'give-up'],
    ['again after just as long as may be waited', { retryAfterMs: 300_000 }, 'retry'],
    ['never before a longer wait is over', { retryAfterMs: 300_001 }, 'too-long'],
    ['never after the deadline', { retryAfterMs: 5000, remainingMs: 4999 }, 'too-long'],
    ['a wait that is too long is told even after the last attempt', { retryAfterMs: 300_001, attempts: 3 }, 'too-long'],
  ])('%s', (_, more, action) => {
    expect(decideRetry({ ...failed, ...more }).action).toBe(action);
  });
});
