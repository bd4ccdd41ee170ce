import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseRetryAfter } from '../../src/youtube/retry-after.ts';

const now = Date.parse('2026-11-23T12:00:00Z');
const date = 'Mon, 23 Nov 2026 12:00:00 GMT';
const minute = 60_000;

const wellFormed: [string, number][] = [
  ['0', 0],
  ['1', 1000],
  ['007', 7000],
  [' 120 ', 120_000],
  ['\t5', 5000],
  ['3600', 3_600_000],
  ['99999999999999999999', Number.MAX_SAFE_INTEGER],
  ['Mon, 23 Nov 2026 12:01:00 GMT', minute],
  ['Mon, 23 Nov 2026 12:00:00 GMT', 0],
  ['Mon, 23 Nov 2026 11:00:00 GMT', 0],
  ['Tue, 24 Nov 2026 12:00:00 GMT', 24 * 60 * minute],
  ['Thu, 31 Dec 2026 23:59:60 GMT', Date.parse('2027-01-01T00:00:00Z') - now],
  ['Sun, 29 Feb 2032 12:00:00 GMT', Date.parse('2032-02-29T12:00:00Z') - now],
  // The day's name is not checked: RFC 9110 asks to be lenient, and the wait is clear without it.
  ['Fri, 23 Nov 2026 12:01:00 GMT', minute],
  ['Monday, 23-Nov-26 12:01:00 GMT', minute],
  ['Monday, 23-Nov-26 11:59:00 GMT', 0],
  ['Sunday, 06-Nov-94 08:49:37 GMT', 0],
  ['Saturday, 01-Jan-76 00:00:00 GMT', Date.parse('2076-01-01T00:00:00Z') - now],
  ['Saturday, 01-Jan-77 00:00:00 GMT', 0],
  ['Mon Nov 23 12:01:00 2026', minute],
  ['Tue Dec  1 12:00:00 2026', Date.parse('2026-12-01T12:00:00Z') - now],
  ['Sun Nov  6 08:49:37 1994', 0],
];

const malformed = [
  '',
  ' ',
  '-1',
  '-5',
  '+5',
  '1.5',
  '1e3',
  '0x10',
  '1,000',
  '5s',
  '5 5',
  '٥',
  'five',
  'NaN',
  'Infinity',
  'null',
  'true',
  'Mon, 23 Nov 2026 12:01:00',
  'Mon, 23 Nov 2026 12:01:00 UTC',
  'Mon, 23 Nov 2026 12:01:00 +0000',
  'Mon, 23 Nov 2026 12:01 GMT',
  'Mon, 23 Nov 26 12:01:00 GMT',
  'Mon, 3 Nov 2026 12:01:00 GMT',
  'mon, 23 nov 2026 12:01:00 gmt',
  'Xyz, 23 Nov 2026 12:01:00 GMT',
  'Mon, 31 Nov 2026 12:01:00 GMT',
  'Mon, 00 Nov 2026 12:01:00 GMT',
  'Sun, 29 Feb 2026 12:00:00 GMT',
  'Mon, 23 Nov 2026 24:00:00 GMT',
  'Mon, 23 Nov 2026 12:60:00 GMT',
  'Mon, 23 Nov 2026 12:00:61 GMT',
  'Monday, 23-Nov-2026 12:01:00 GMT',
  'Mon, 23-Nov-26 12:01:00 GMT',
  'Mon Nov 23 12:01:00 2026 GMT',
  'Mon Nov 3 12:01:00 2026',
  '2026-11-23T12:01:00Z',
  '2026-11-23',
  '1764000000000 ms',
  `${date}, 5`,
  '<html>',
];

describe.each(['UTC', 'Asia/Tokyo', 'America/Los_Angeles', 'Asia/Kathmandu'])('in %s', (timeZone) => {
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
