import type { VaultError } from '../core/errors.ts';
import type { Clock } from '../core/ports.ts';
import { sleep } from '../core/sleep.ts';
import { unlessAborted } from '../core/unless-aborted.ts';

/** The right to send one request. It ends with `done`, whatever came of it. */
export interface Pass {
  /** The server said "too fast": no request of the run starts within `waitMs` from now. */
  refused(waitMs: number): void;
  /** Whether another one was told so since this was given: then no request may start by it. */
  isVoid(): boolean;
  done(): void;
}

/** The pause that all requests of a run share. */
export interface Gate {
  /** Resolves when a request may be tried; rejects once the gate is closed, or when `signal` aborts. */
  opened(signal: AbortSignal): Promise<void>;
  /** A pass, or `undefined` while the gate is shut: then wait for `opened`, without holding a slot. Throws once closed. */
  enter(): Pass | undefined;
  /** No further request: everyone who waits, and everyone who comes, gets `error`. Requests on their way may finish. */
  close(error: VaultError): void;
  /** Aborts when the gate is closed, with the error as its reason. */
  readonly closed: AbortSignal;
}

/**
 * Opens a gate for one run.
 *
 * A refusal shuts it until the time told, the latest of all refusals. Then one request goes first, and the others follow when
 * that one was not refused: three regions refused at once do not come back three at once.
 */
export function createGate(clock: Clock): Gate {
  const closing = new AbortController();
  let shutUntil = -Infinity;
  let refusals = 0;
  /** Who decides, after a pause, whether it is over: nobody need, somebody must, or the holder of this pass. */
  let scout: 'unneeded' | 'wanted' | Pass = 'unneeded';
  let scoutBack = deferred();

  function enter(): Pass | undefined {
    closing.signal.throwIfAborted();
    if (clock.monotonic() < shutUntil || typeof scout === 'object') return undefined;
    const refusalsBefore = refusals;
    const pass: Pass = {
      refused(waitMs) {
        refusals += 1;
        shutUntil = Math.max(shutUntil, clock.monotonic() + waitMs);
        scout = 'wanted';
        scoutBack.resolve();
      },
      isVoid: () => refusals > refusalsBefore,
      done() {
        if (scout !== pass) return;
        scout = 'unneeded';
        scoutBack.resolve();
      },
    };
    if (scout === 'wanted') {
      scout = pass;
      scoutBack = deferred();
    }
    return pass;
  }

  async function opened(signal: AbortSignal): Promise<void> {
    const ended = AbortSignal.any([signal, closing.signal]);
    for (;;) {
      ended.throwIfAborted();
      const waitMs = shutUntil - clock.monotonic();
      if (waitMs > 0) await sleep(clock, waitMs, ended);
      else if (typeof scout === 'object') await unlessAborted(scoutBack.promise, ended);
      else return;
    }
  }

  return { opened, enter, close: (error) => closing.abort(error), closed: closing.signal };
}

interface Deferred {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
}

function deferred(): Deferred {
  let resolve = (): void => {};
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
}
