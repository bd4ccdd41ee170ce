import type { ServerResponse } from 'node:http';
import { expect } from 'vitest';
import type { Clock } from '../../../src/core/ports.ts';
import { createTestClock } from '../../support/test-clock.ts';

/**
 * The time-out of an attempt that a program on a driven clock must be given.
 *
 * No wait is as long, so that a timer of this length is a request under way.
 */
export const attemptMs = 9973;

/** Time that passes only while every request under way is held by the server: what a check sees is true to the millisecond. */
export interface DrivenClock extends Clock {
  /** What the server takes for an answer; less than a time-out. */
  hold(ms: number): Promise<void>;
  /** Never answers: holds the request until whoever sent it hangs up. */
  keepSilent(response: ServerResponse): void;
  advance(ms: number): void;
  /** Lets time pass, from timer to timer, until `work` is done. Fails an expectation where it never will be. */
  drive<Result>(work: Promise<Result>): Promise<Result>;
}

interface Timer {
  readonly due: number;
  readonly isAttempt: boolean;
}

/** Far beyond what any schedule takes. */
const mostSteps = 100_000;
const mostIdleMs = 20_000;

export function createDrivenClock(start?: number): DrivenClock {
  const clock = createTestClock(start);
  const timers = new Set<Timer>();
  let held = 0;

  function schedule(ms: number, callback: () => void): () => void {
    const timer = { due: clock.monotonic() + ms, isAttempt: ms === attemptMs };
    timers.add(timer);
    const cancel = clock.schedule(ms, () => {
      timers.delete(timer);
      callback();
    });
    return () => {
      timers.delete(timer);
      cancel();
    };
  }

  function isQuiet(): boolean {
    const underWay = [...timers].filter(({ isAttempt }) => isAttempt).length;
    return timers.size > 0 && underWay === held;
  }

  async function drive<Result>(work: Promise<Result>): Promise<Result> {
    let isDone = false;
    const watched = work.finally(() => (isDone = true));
    // Awaited as soon as it is done; until then a rejection has nobody to go to.
    watched.catch(() => {});
    for (let steps = 0; ; steps += 1) {
      await untilQuiet(() => isDone, isQuiet);
      if (isDone) return watched;
      if (steps > mostSteps) expect.fail(`the work is not done after ${steps} timers`);
      clock.advance(Math.min(...[...timers].map(({ due }) => due)) - clock.monotonic());
    }
  }

  return {
    now: clock.now,
    monotonic: clock.monotonic,
    schedule,
    hold(ms) {
      held += 1;
      return new Promise((resolve) => {
        schedule(ms, () => {
          held -= 1;
          resolve();
        });
      });
    },
    keepSilent(response) {
      held += 1;
      response.once('close', () => (held -= 1));
    },
    advance: clock.advance,
    drive,
  };
}

/** What is not on the network needs no more than two turns of the event loop; three, so that one may begin in the middle. */
async function untilQuiet(isDone: () => boolean, isQuiet: () => boolean): Promise<void> {
  const began = performance.now();
  for (let quietTurns = 0; quietTurns < 3 && !isDone();) {
    await new Promise((resolve) => setImmediate(resolve));
    quietTurns = isQuiet() ? quietTurns + 1 : 0;
    if (performance.now() - began > mostIdleMs) expect.fail(`no answer for ${mostIdleMs} ms, and nobody who holds one`);
  }
}
