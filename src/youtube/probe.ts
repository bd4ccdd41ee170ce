import type { Clock } from '../core/ports.ts';
import { describeFailure } from './api-error.ts';
import { chartUrl } from './chart-url.ts';
import { tryExchange } from './attempt.ts';
import { openDispatcher, type ProxySettings } from './dispatcher.ts';
import { createKeyedExchange } from './keyed-exchange.ts';

/** Where to ask, with what, and how long to wait for the answer. */
export interface ProbeOptions {
  readonly apiUrl: string;
  readonly key: string;
  readonly version: string;
  readonly proxy: ProxySettings;
  readonly timeoutMs: number;
  readonly clock: Clock;
  /** Its reason is a VaultError. */
  readonly signal: AbortSignal;
}

/** What one request for the smallest chart came to. */
export interface Probe {
  /** HTTP status; `undefined` where no whole answer came. */
  readonly status: number | undefined;
  readonly durationMs: number;
  /** The API's clock minus ours, in ms; known to the second, and less exactly by half the time the request took. */
  readonly clockAheadMs: number | undefined;
  /** Why the answer is no chart, the remedy included. */
  readonly failure: { readonly kind: string; readonly message: string } | undefined;
}

/** Asks the API once, for 1 unit of quota, and tries nothing twice. Rejects with `configuration` for a proxy that cannot be used. */
export async function probeApi(options: ProbeOptions): Promise<Probe> {
  const { apiUrl, clock, signal, timeoutMs } = options;
  const { dispatcher, close } = openDispatcher({ concurrency: 1, timeoutMs }, options.proxy);
  const ask = createKeyedExchange(options, dispatcher);
  const began = clock.monotonic();
  let answered: Pick<Probe, 'status' | 'clockAheadMs'> = { status: undefined, clockAheadMs: undefined };
  try {
    const url = chartUrl(apiUrl, { region: 'US', category: 0 }, { maxResults: 1, pageToken: undefined });
    const attempt = await tryExchange(
      async (until) => {
        const answer = await ask(url, until);
        answered = { status: answer.status, clockAheadMs: readClock(answer.header('date'), clock, began) };
        return answer;
      },
      { clock, timeoutMs, signal },
    );
    const durationMs = clock.monotonic() - began;
    const read = 'readPage' in attempt ? attempt.readPage() : attempt;
    const failure = 'failure' in read ? { kind: read.failure.kind, message: describeFailure(read.failure) } : undefined;
    return { ...answered, durationMs, failure };
  } finally {
    await close();
  }
}

/** The answer was dated, on average, in the middle of the exchange and of its second. */
function readClock(date: string | undefined, clock: Clock, began: number): number | undefined {
  const theirs = Date.parse(date ?? '') + 500;
  const ours = clock.now() - (clock.monotonic() - began) / 2;
  return Number.isFinite(theirs) ? Math.round(theirs - ours) : undefined;
}
