import type { Clock } from '../../src/core/ports.ts';

/** A clock that a test moves by hand. */
export interface TestClock extends Clock {
  /** Moves on, calling back in order whatever falls due. */
  advance(ms: number): void;
  /** Timers that would still call back, limits included. */
  pending(): number;
  /** Resolves when so many waits are pending; limits that no test should reach do not count. */
  untilWaiting(count: number): Promise<void>;
}

/** Delays from here on are limits (time-outs, deadlines), not waits. */
const limitMs = 400_000;

interface Timer {
  readonly due: number;
  readonly isWait: boolean;
  readonly callback: () => void;
}

/** A clock that stands still until `advance`, at a moment (ms since the epoch) of the test's choice. */
export function createTestClock(start = Date.parse('2026-11-23T12:00:00.000Z')): TestClock {
  const timers = new Set<Timer>();
  const watchers = new Set<() => void>();
  let elapsed = 0;

  function advance(ms: number): void {
    const until = elapsed + ms;
    for (;;) {
      const [next] = [...timers].filter(({ due }) => due <= until).toSorted((a, b) => a.due - b.due);
      if (!next) break;
      elapsed = Math.max(elapsed, next.due);
      timers.delete(next);
      next.callback();
    }
    elapsed = until;
  }

  return {
    now: () => start + elapsed,
    monotonic: () => elapsed,
    schedule(ms, callback) {
      const timer = { due: elapsed + ms, isWait: ms < limitMs, callback };
      timers.add(timer);
      for (const check of watchers) check();
      return () => void timers.delete(timer);
    },
    advance,
    pending: () => timers.size,
    untilWaiting: (count) =>
      new Promise((resolve) => {
        const check = (): void => {
          if ([...timers].filter(({ isWait }) => isWait).length < count) return;
          watchers.delete(check);
          resolve();
        };
        watchers.add(check);
        check();
      }),
  };
}

/** A clock on which every wait is over as soon as nothing else is to be done; time-outs and deadlines never come. */
export function createEagerClock(start?: number): Clock & Pick<TestClock, 'pending'> {
  const clock = createTestClock(start);
  return {
    ...clock,
    schedule(ms, callback) {
      const cancel = clock.schedule(ms, callback);
      if (ms >= limitMs) return cancel;
      const due = clock.monotonic() + ms;
      const immediate = setImmediate(() => clock.advance(Math.max(0, due - clock.monotonic())));
      return () => {
        clearImmediate(immediate);
        cancel();
      };
    },
  };
}
