import type { Clock } from '../core/ports.ts';
import { sleep } from '../core/sleep.ts';
import { type PingKind, pingUrl } from './ping-url.ts';

/** One POST. Whatever becomes of it is a status or a rejection; it is given up when `signal` aborts. */
export type Send = (request: PingRequest) => Promise<{ readonly status: number }>;

interface PingRequest {
  readonly url: URL;
  /** Text for people, which the receiver shows with the ping. */
  readonly body: string;
  readonly signal: AbortSignal;
}

/** Tells a receiver of pings of one run. Nothing here throws or rejects: what cannot be told is a warning. */
export interface Pinger {
  /** Sends in the background. */
  started(run: number): void;
  /** Resolves once the receiver knows, and at the latest when the time for it is up. `run` is `undefined` where none began. */
  ended(end: { readonly run: number | undefined; readonly ok: boolean; readonly body: string }): Promise<void>;
}

/** From the call of `ended`; then a run waits no longer for pings. */
const endMs = 4000;
/** From the interruption: the program must be gone within 2 s of a signal, and has a vault to write and close. */
const interruptedMs = 500;
/** For one attempt, so that time is left for another one: a lost packet is what mostly goes wrong. */
export const attemptMs = 2000;
const pauseMs = 250;

/**
 * Makes the pinger of one run; `warn` gets one message for each ping that failed, and the address, which is a secret, in none.
 *
 * The start is told before the end, for the receiver takes the pings in the order of their arrival; but a start that hangs gets at
 * most a quarter of the time there is for both, as the end matters more.
 */
export function createPinger(given: {
  readonly url: URL;
  readonly send: Send;
  readonly clock: Clock;
  readonly interruption: AbortSignal;
  readonly warn: (message: string) => void;
}): Pinger {
  const { url, send, clock, interruption, warn } = given;
  const startOver = new AbortController();
  const over = new AbortController();
  const timers: (() => void)[] = [];
  let start = Promise.resolve();

  const endWithin = (ms: number): void => {
    timers.push(
      clock.schedule(ms / 4, () => startOver.abort()),
      clock.schedule(ms, () => over.abort()),
    );
  };
  const interrupt = (): void => endWithin(interruptedMs);
  if (interruption.aborted) interrupt();
  else interruption.addEventListener('abort', interrupt, { once: true });

  async function ping(kind: PingKind, run: number | undefined, body: string, until: AbortSignal): Promise<void> {
    const problem = await tryTwice(send, { url: pingUrl(url, kind, run), body }, clock, until);
    if (problem === undefined) return;
    const moment = `the ${kind === 'start' ? 'start' : 'end'} of ${run === undefined ? 'the run' : `run ${run}`}`;
    warn(`the ping at ${moment} failed: ${problem}; check VAULT_PING_URL, the network, and the proxy if there is one`);
  }

  return {
    started(run) {
      start = ping('start', run, '', AbortSignal.any([over.signal, startOver.signal]));
    },
    async ended({ run, ok, body }) {
      endWithin(endMs);
      await start;
      await ping(ok ? 'success' : 'fail', run, body, over.signal);
      interruption.removeEventListener('abort', interrupt);
      for (const cancel of timers) cancel();
    },
  };
}

type Message = Pick<PingRequest, 'url' | 'body'>;

/** What an attempt failed of, and whether another one may do better. */
interface Problem {
  readonly text: string;
  readonly isLasting: boolean;
}

/** The receiver may get a ping twice, of which the second changes nothing there. */
async function tryTwice(send: Send, message: Message, clock: Clock, until: AbortSignal): Promise<string | undefined> {
  const first = await attempt(send, message, clock, until);
  if (first === undefined || first.isLasting) return first?.text;
  try {
    await sleep(clock, pauseMs, until);
  } catch {
    return first.text;
  }
  return (await attempt(send, message, clock, until))?.text;
}

/** Catches whatever there is, bugs too: the run that the ping is about must end as it would have without. */
async function attempt(send: Send, message: Message, clock: Clock, until: AbortSignal): Promise<Problem | undefined> {
  const timeout = new AbortController();
  const cancel = clock.schedule(attemptMs, () => timeout.abort());
  const signal = AbortSignal.any([until, timeout.signal]);
  try {
    signal.throwIfAborted();
    const { status } = await Promise.race([send({ ...message, signal }), aborted(signal)]);
    if (status >= 200 && status < 300) return undefined;
    return { text: `the answer was ${status}`, isLasting: status < 500 };
  } catch (error) {
    return { text: signal.aborted ? 'no answer in time' : `no answer (${nameOf(error)})`, isLasting: until.aborted };
  } finally {
    cancel();
  }
}

/** Not every `send` heeds its signal at once. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
}

/** As `ECONNREFUSED`; never the message, which may hold the address. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[\w-]+$/.test(code) ? code : error.name;
}
