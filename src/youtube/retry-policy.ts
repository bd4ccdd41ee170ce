import { minuteMs } from '../core/duration.ts';

/** At most this many requests for one page: an outage is not shortened by asking more often, and each request costs quota. */
const maxAttempts = 3;

/** A failed attempt, and what is left to spend on another one. */
export interface FailedAttempt {
  /** Requests sent for this page so far. */
  readonly attempts: number;
  /** What the answer asked for; `undefined` without a `Retry-After` that can be read. */
  readonly retryAfterMs: number | undefined;
  readonly maxWaitMs: number;
  /** What is left of the run's deadline. */
  readonly remainingMs: number;
  /** Retries that the run may still make. */
  readonly budget: number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

/** `too-long`: the server asks for more than may be waited. Otherwise whether to ask again, after a wait that `waitMs` gives. */
export type Decision = { readonly action: 'retry' | 'give-up' | 'too-long'; readonly waitMs: number };

/**
 * How long to wait after a failed attempt, and whether to ask again then.
 *
 * The server's word wins over our own back-off. A wait beyond `maxWaitMs` or the deadline is never cut short, for asking
 * sooner than told only prolongs the limit. A page that gives up still owes the others its wait, as they share the limit.
 */
export function decideRetry(failed: FailedAttempt): Decision {
  const { retryAfterMs = 0, attempts, budget } = failed;
  if (retryAfterMs > Math.min(failed.maxWaitMs, failed.remainingMs)) return { action: 'too-long', waitMs: retryAfterMs };
  return { action: attempts < maxAttempts && budget > 0 ? 'retry' : 'give-up', waitMs: waitMs(failed) };
}

const minWaitMs = 1000;

/**
 * Jitter only lengthens what the server told: at most a tenth, at most 5 s. `Retry-After: 0` counts as no word, so that it
 * cannot burn all attempts at once; then full jitter of an exponential back-off.
 */
function waitMs({ retryAfterMs = 0, attempts, random }: FailedAttempt): number {
  if (retryAfterMs > 0) {
    const told = Math.max(retryAfterMs, minWaitMs);
    return told + random() * Math.min(told / 10, 5000);
  }
  return Math.max(minWaitMs, random() * Math.min(minuteMs, 2000 * 2 ** (attempts - 1)));
}
