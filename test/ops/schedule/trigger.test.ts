import { Cron } from 'croner';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planTrigger } from '../../../src/ops/schedule/trigger.ts';

const minuteMs = 60_000;

/** The gaps between the next triggers, in minutes, in UTC. */
function gapsOf(fields: string): number[] {
  const runs = new Cron(fields, { timezone: 'Etc/UTC' }).nextRuns(400, new Date('2026-11-23T12:34:56Z')).map((date) => date.getTime());
  return runs.slice(1).map((time, index) => (time - (runs[index] ?? 0)) / minuteMs);
}

describe('a trigger', () => {
  test.each([
    [1, '* * * * *'],
    [30, '7-59/30 * * * *'],
    [60, '37 * * * *'],
    [360, '37 */6 * * *'],
    [1440, '37 5 * * *'],
  ])('every %i minutes is even, and needs no guard', (everyMinutes, fields) => {
    expect(planTrigger(everyMinutes, 37)).toMatchObject({ fields, guarded: false });
    expect(new Set(gapsOf(fields))).toEqual(new Set([everyMinutes]));
  });

  test.each([
    [7, 1],
    [45, 15],
    [61, 5],
    [90, 30],
    [420, 60],
    [2880, 60],
    [525_600, 60],
  ])('every %i minutes looks every %i, and is guarded', (everyMinutes, stepMinutes) => {
    const trigger = planTrigger(everyMinutes, 37);
    expect(trigger).toMatchObject({ guarded: true, stepMinutes });
    expect(new Set(gapsOf(trigger.fields))).toEqual(new Set([stepMinutes]));
  });

  test('comes as evenly as it says, for any pace and minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 0, max: 59 }), (everyMinutes, minute) => {
        const { fields, stepMinutes, guarded, delaySeconds } = planTrigger(everyMinutes, minute);
        expect(new Set(gapsOf(fields).slice(0, 70))).toEqual(new Set([stepMinutes]));
        expect(stepMinutes === everyMinutes || guarded).toBe(true);
        // Within the tolerance of --if-older-than, and never longer than the trigger.
        expect(delaySeconds).toBeLessThanOrEqual(guarded ? everyMinutes * 60 * 0.02 : everyMinutes * 60 * 0.1);
      }),
      { numRuns: 60 },
    );
  });
});
