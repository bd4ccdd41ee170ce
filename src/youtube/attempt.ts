import { pageSchema } from '../core/chart.ts';
import { formatDuration } from '../core/duration.ts';
import { VaultError } from '../core/errors.ts';
import type { Clock } from '../core/ports.ts';
import { classifyFailure, type Failure } from './api-error.ts';
import { parseRetryAfter } from './retry-after.ts';
import type { Answer } from './wire.ts';

/** One page of a chart, its items unread. */
export interface Page {
  readonly items: readonly unknown[];
  readonly nextPageToken: string | undefined;
}

/** What one request failed by. */
export interface Failed {
  readonly failure: Failure;
  readonly retryAfterMs?: number | undefined;
}

/** An answer of status 200. A page takes a millisecond to read: who sent for it may let the next request leave before. */
export interface Answered {
  readonly readPage: () => { readonly page: Page } | Failed;
}

/** What one request came to. */
export type Attempt = Answered | Failed;

function readAnswer(answer: Answer, now: number): Attempt {
  const { status, header, text } = answer;
  if (status === 200) return { readPage: () => readPage(answer) };
  const retryAfterMs = parseRetryAfter(header('retry-after'), { date: header('date'), now });
  return { failure: classifyFailure(status, parseJson(text())), retryAfterMs };
}

/** A page where the answer holds one. */
function readPage({ text }: Answer): { readonly page: Page } | Failed {
  try {
    const parsed = pageSchema.safeParse(parseJson(text()));
    if (parsed.success) return { page: parsed.data };
    return { failure: { kind: 'transient', code: 'unreadable', message: 'the answer is not a page of videos' } };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

/**
 * Runs one exchange under its time-out and the run's signal, and says what became of it.
 *
 * Rejects only with the run's own reason to end, or with a bug.
 */
export async function tryExchange(
  exchange: (signal: AbortSignal) => Promise<Answer>,
  { clock, timeoutMs, signal }: { clock: Clock; timeoutMs: number; signal: AbortSignal },
): Promise<Attempt> {
  const timeout = new AbortController();
  const cancel = clock.schedule(timeoutMs, () => timeout.abort());
  try {
    return readAnswer(await exchange(AbortSignal.any([signal, timeout.signal])), clock.now());
  } catch (error) {
    signal.throwIfAborted();
    if (timeout.signal.aborted) {
      return { failure: { kind: 'transient', code: 'timeout', message: `no whole answer within ${formatDuration(timeoutMs)}` } };
    }
    return { failure: failureOf(error) };
  } finally {
    cancel();
  }
}

/** What the network, TLS, HTTP or gzip may throw, which is much; what only a wrong call throws is a bug of ours. */
function failureOf(error: unknown): Failure {
  if (error instanceof VaultError) return { kind: 'refused', code: error.code, message: error.message };
  if (!(error instanceof Error) || error instanceof TypeError || error instanceof ReferenceError) throw error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  if (code === 'UND_ERR_INVALID_ARG') throw error;
  return {
    kind: 'transient',
    code: 'network',
    message: `no whole answer (${code})`,
    remedy: 'check the network, and the proxy if there is one',
  };
}

/** `undefined` where the text is no JSON, such as the HTML of a front end that cannot reach its server. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
