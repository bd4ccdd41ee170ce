import * as fc from 'fast-check';
import { expect, onTestFinished } from 'vitest';
import { date, malformed, now, timeZones, wellFormed } from '../support/retry-after-cases.ts';
import type { Program } from './support/program.ts';
import { keepsPromise } from './support/promise.ts';

const file = 'src/youtube/retry-after.ts';

keepsPromise({
  number: 2,
  title: 'Retry-After is read right, in any time zone, and whatever it holds',
  async check(program, scale) {
    const before = process.env['TZ'];
    onTestFinished(() => {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    });
    const zones = new Set<string>();
    for (const timeZone of timeZones) {
      process.env['TZ'] = timeZone;
      zones.add(String(new Date(now)));
      expect(readWrong(program), `read wrong in ${timeZone}`).toEqual([]);
    }
    expect(zones.size, 'time zones that the program was really in').toBe(timeZones.length);
    const strings = readStrings(program, scale === 'full' ? 100_000 : 5000);
    return `${cases.length} cases right in ${zones.size} time zones, ${strings.toLocaleString('en')} random strings without a crash`;
  },
  sabotages: [
    {
      title: 'digits read by Number()',
      patches: [{ file, from: String.raw`if (/^\d+$/.test(text))`, to: 'if (!Number.isNaN(Number(text)))' }],
    },
    {
      title: 'dates read by Date.parse()',
      patches: [{ file, from: 'const until = parseHttpDate(text, now);', to: 'const until = Date.parse(text) || undefined;' }],
    },
    {
      title: 'dates taken for local time',
      patches: [
        {
          file,
          from: 'return date.getTime() +',
          to: 'return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()).getTime() +',
        },
      ],
    },
    {
      title: "dates counted from the machine's clock",
      patches: [{ file, from: "until - (parseHttpDate(date?.trim() ?? '', now) ?? now)", to: 'until - now' }],
    },
  ],
});

const cases: readonly (readonly [header: string, ms: number | undefined])[] = [
  ...wellFormed,
  ...malformed.map((header) => [header, undefined] as const),
];

/** Whose clock a date counts from; a case means the same by all of them. */
const clocks = {
  "the machine's": { date: undefined, now },
  "the answer's": { date, now },
  "the answer's, the machine's being five hours fast": { date, now: now + 5 * 3_600_000 },
};

function readWrong({ parts: { parseRetryAfter } }: Program): string[] {
  return Object.entries(clocks).flatMap(([whose, moment]) =>
    cases.flatMap(([header, ms]) => {
      const read = parseRetryAfter(header, moment);
      return read === ms ? [] : `${JSON.stringify(header)} by ${whose} clock: ${read} and not ${ms}`;
    }),
  );
}

const seed = 9110;
const almostDate = fc.stringMatching(/^[MTWFS]?[a-z]{0,8},? ?[0-3]?\d[ -][A-Z][a-z]{2}[ -]\d{2,4} \d\d:\d\d:\d\d( GMT)?$/);
const headers = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.stringMatching(/^[-+ ]?\d{1,30}[.e,x]?\d*$/), almostDate);

/** Reads `count` random headers, each with another for the answer's Date, and gives how many were read. */
function readStrings({ parts: { parseRetryAfter } }: Program, count: number): number {
  const drawn = fc.sample(headers, { numRuns: count, seed });
  const wrong = drawn.flatMap((header, index) => {
    try {
      const ms = parseRetryAfter(header, { date: drawn[(index * 7) % count], now });
      const isWait = ms === undefined || (Number.isSafeInteger(ms) && ms >= 0);
      return isWait && (ms === undefined || /\d/.test(header)) ? [] : `${JSON.stringify(header)}: ${ms}`;
    } catch (error) {
      return `${JSON.stringify(header)}: ${String(error)}`;
    }
  });
  expect(wrong, `neither absent nor a wait, or a crash; seed ${seed}`).toEqual([]);
  return drawn.length;
}
