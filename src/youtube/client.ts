import { setMaxListeners } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import pLimit from 'p-limit';
import { dayMs, formatDuration } from '../core/duration.ts';
import { VaultError } from '../core/errors.ts';
import type { Clock } from '../core/ports.ts';
import { quotaResetsAt } from '../core/quota.ts';
import { sleep } from '../core/sleep.ts';
import { describeFailure, type Failure } from './api-error.ts';
import { type Answered, type Failed, type Page, tryExchange } from './attempt.ts';
import { createGate } from './gate.ts';
import { type Decision, decideRetry } from './retry-policy.ts';
import type { Answer } from './wire.ts';

/** The limits within which one run asks. */
export interface ClientLimits {
  /** Requests at a time. */
  readonly concurrency: number;
  /** For one attempt, its body included. */
  readonly timeoutMs: number;
  readonly maxWaitMs: number;
  /** When the run ends, on the monotonic clock. */
  readonly deadlineAt: number;
  /** Retries for the whole run, so that an outage cannot multiply its requests. */
  readonly retryBudget: number;
}

export interface ClientEdges {
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** Ends the run: every request and every wait rejects with its reason, a VaultError. */
  readonly signal: AbortSignal;
  /** Awaited before each request, which may then be put off after all; what it rejects with ends the run. */
  readonly beforeRequest: () => Promise<void>;
  readonly exchange: (url: URL, signal: AbortSignal) => Promise<Answer>;
}

/** Hears what is done for one page. */
export interface Listener {
  requested(attempt: number): void;
  waiting(waitMs: number, reason: string): void;
  waited(ms: number): void;
}

/** Gets pages, one run's worth of them, under one gate and one set of slots. */
export interface Client {
  /** The page; `undefined` where YouTube has no such chart. Rejects with a VaultError once nothing more is to be tried. */
  fetchPage(url: URL, listener: Listener): Promise<Page | undefined>;
}

interface Refusal {
  readonly failure: Failure;
  readonly decision?: Decision | undefined;
}

type Verdict = Answered | Refusal;

/** The longest that one answer may silence the vault: a header gone wrong must not end a record meant to last for years. */
const maxNotBeforeMs = dayMs;

/** Makes the client of one run. A slot is held for a request alone, never for a wait: then other regions go on. */
export function createClient(limits: ClientLimits, { clock, random, signal, beforeRequest, exchange }: ClientEdges): Client {
  const gate = createGate(clock);
  const slots = pLimit(limits.concurrency);
  const ended = AbortSignal.any([signal, gate.closed]);
  // Any number of charts may wait at once; Node takes more than ten listeners for a leak.
  setMaxListeners(0, ended);
  let budget = limits.retryBudget;

  async function fetchPage(url: URL, listener: Listener): Promise<Page | undefined> {
    for (let attempts = 1; ; attempts += 1) {
      const sent = await send(url, attempts, listener);
      const verdict = 'readPage' in sent ? await readPage(sent, attempts) : sent;
      if ('page' in verdict) return verdict.page;
      const { failure, decision } = verdict;
      if (failure.kind === 'no-chart') return undefined;
      if (decision?.action !== 'retry') throw new VaultError(failure.code, describeFailure(failure, attempts));
      listener.waiting(decision.waitMs, failure.message);
      if (failure.kind === 'transient') await timed(listener, sleep(clock, decision.waitMs, ended));
    }
  }

  /** Passes the gate, takes a slot, and passes the gate again, for a pause may have begun in the queue, or while the unit was written down. */
  async function send(url: URL, attempts: number, listener: Listener): Promise<Verdict> {
    for (;;) {
      await timed(listener, gate.opened(signal));
      const verdict = await slots(() => sendInSlot(url, attempts, listener));
      if (verdict) return verdict;
    }
  }

  async function sendInSlot(url: URL, attempts: number, listener: Listener): Promise<Verdict | undefined> {
    ended.throwIfAborted();
    const pass = gate.enter();
    if (!pass) return undefined;
    try {
      await beforeRequest();
      // On a server that takes its time, in which another request may have been told to wait, or that it is the last one.
      ended.throwIfAborted();
      if (pass.isVoid()) return undefined;
      listener.requested(attempts);
      const attempt = await tryExchange((until) => exchange(url, until), { clock, timeoutMs: limits.timeoutMs, signal });
      if ('readPage' in attempt) return attempt;
      const decision = decide(attempt, attempts);
      if (decision && attempt.failure.kind === 'too-fast') pass.refused(decision.waitMs);
      return { failure: attempt.failure, decision };
    } finally {
      pass.done();
    }
  }

  /**
   * Outside the slot, and two turns later: the request that waited for it leaves first, for which undici takes one turn to find its
   * connection free and one to find it still open.
   */
  async function readPage(sent: Answered, attempts: number): Promise<{ readonly page: Page } | Refusal> {
    await nextTurn();
    await nextTurn();
    const read = sent.readPage();
    return 'page' in read ? read : { failure: read.failure, decision: decide(read, attempts) };
  }

  /** Closes the gate where no further request of the run can succeed. */
  function decide({ failure, retryAfterMs }: Failed, attempts: number): Decision | undefined {
    if (failure.kind === 'quota-spent') throw stop(failure, failure.lasting ? undefined : quotaResetsAt(clock.now()));
    if (failure.kind === 'key-refused') throw stop(failure);
    if (failure.kind !== 'too-fast' && failure.kind !== 'transient') return undefined;
    const remainingMs = limits.deadlineAt - clock.monotonic();
    const decision = decideRetry({ attempts, retryAfterMs, maxWaitMs: limits.maxWaitMs, remainingMs, budget, random });
    if (decision.action === 'too-long') {
      const asked = decision.waitMs > maxNotBeforeMs ? 'more than a day' : formatDuration(decision.waitMs);
      const beyond = decision.waitMs > limits.maxWaitMs ? '' : ", beyond the run's deadline";
      const until = clock.now() + Math.min(decision.waitMs, maxNotBeforeMs);
      throw stop({ code: 'wait-too-long', message: `${failure.message}; YouTube asks to wait ${asked}${beyond}` }, until);
    }
    if (decision.action === 'retry') budget -= 1;
    return decision;
  }

  /** The error of the chart that stops the run; the others, which were kept from asking, need not quote YouTube as well. */
  function stop(failure: Pick<Failure, 'code' | 'message' | 'said'>, until?: number): VaultError {
    gate.close(new VaultError(failure.code, `no further request: ${failure.message}`));
    return new VaultError(failure.code, describeFailure(failure), {
      notBefore: until === undefined ? undefined : new Date(until).toISOString(),
    });
  }

  async function timed(listener: Listener, wait: Promise<void>): Promise<void> {
    const began = clock.monotonic();
    try {
      await wait;
    } finally {
      listener.waited(clock.monotonic() - began);
    }
  }

  return { fetchPage };
}
