import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseRetryAfter } from '../../src/youtube/retry-after.ts';
import { date, malformed, now, timeZones, wellFormed } from '../support/retry-after-cases.ts';

const minute = 60_000;

describe.each(timeZones)('in %s', (timeZone) => {
  const before = process.env['TZ'];
  beforeAll(() => void (process.env['TZ'] = timeZone));
  afterAll(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  test.each(wellFormed)('%j asks to wait %d ms', (header, ms) => {
    expect(parseRetryAfter(header, { date, now })).toBe(ms);
  });

  test.each(malformed)('%j counts as absent', (header) => {
    expect(parseRetryAfter(header, { date, now })).toBeUndefined();
  });
});

test('a missing header is absent', () => {
  expect(parseRetryAfter(undefined, { date, now })).toBeUndefined();
});

test("a date counts from the answer's own clock, so that ours may be wrong by hours", () => {
  const wrong = now + 5 * 3_600_000;
  expect(parseRetryAfter('Mon, 23 Nov 2026 12:01:00 GMT', { date, now: wrong })).toBe(minute);
});

test.each([undefined, '', 'noon'])('a date counts from our clock where the answer has no Date that can be read: %j', (unreadable) => {
  expect(parseRetryAfter('Mon, 23 Nov 2026 12:01:00 GMT', { date: unreadable, now })).toBe(minute);
});

test('whatever the header holds, the wait is absent or a whole number that can be waited', () => {
  const pieces = fc.stringMatching(/^[MTWFS]?[a-z]{0,8},? ?[0-3]?\d[ -][A-Z][a-z]{2}[ -]\d{2,4} \d\d:\d\d:\d\d( GMT)?$/);
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), pieces), (header) => {
      const ms = parseRetryAfter(header, { date, now });
      expect(ms === undefined || (Number.isSafeInteger(ms) && ms >= 0)).toBe(true);
    }),
    { numRuns: 20_000 },
  );
});
