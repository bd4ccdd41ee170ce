import type { ChartKey } from '../core/chart.ts';
import { VaultError } from '../core/errors.ts';
import type { ChartSource, Clock, FetchedChart, Report } from '../core/ports.ts';
import { createRedact } from '../core/redact.ts';
import { type ClientLimits, createClient, type Listener } from './client.ts';
import { chartUrl, itemsPerPage, plannedPages } from './chart-url.ts';
import { openDispatcher, type ProxySettings } from './dispatcher.ts';
import { createKeyedExchange } from './keyed-exchange.ts';

/** Everything a run's source needs to know. */
export interface SourceOptions {
  /** Origin of the API; `/youtube/v3/videos` follows. */
  readonly apiUrl: string;
  /** Sent in the `x-goog-api-key` header and nowhere else. */
  readonly key: string;
  readonly version: string;
  readonly proxy: ProxySettings;
  readonly limits: ClientLimits;
  readonly clock: Clock;
  readonly random: () => number;
  /** Ends the run; its reason is a VaultError. */
  readonly signal: AbortSignal;
  /** Awaited before each request is sent: the place to write down the unit of quota that it costs. */
  readonly beforeRequest: () => Promise<void>;
  readonly report: Report;
}

/** Opens YouTube as a source of charts for one run; `close` ends its connections, whatever still hangs on them. */
export function openChartSource(options: SourceOptions): ChartSource & { close(): Promise<void> } {
  const { clock, random, signal, beforeRequest, report, apiUrl } = options;
  const { dispatcher, close } = openDispatcher(options.limits, options.proxy);
  const redact = createRedact([options.key]);
  const client = createClient(options.limits, {
    clock,
    random,
    signal,
    beforeRequest,
    exchange: createKeyedExchange(options, dispatcher),
  });

  /** Once more, for what was taken out of a message, such as markup, may have stood in the middle of the key. */
  function withoutKey({ code, message, notBefore, cause }: VaultError): VaultError {
    return new VaultError(code, redact(message), { notBefore, cause });
  }

  async function fetchChart(key: ChartKey, maxResults: number, take: (items: readonly unknown[]) => void): Promise<FetchedChart> {
    const tally = createTally(key, clock, report);
    let items = 0;
    const result = { noChart: false, error: null };
    try {
      for await (const page of pages(key, maxResults, tally)) {
        if (page === undefined) return { ...result, noChart: items === 0, ...tally.figures() };
        const wanted = page.slice(0, maxResults - items);
        take(wanted);
        items += wanted.length;
        report({ kind: 'page', chart: key, items });
        if (items >= maxResults) break;
      }
      return { ...result, ...tally.figures() };
    } catch (error) {
      if (!(error instanceof VaultError) || error.code === 'database') throw error;
      return { ...result, error: withoutKey(error), ...tally.figures() };
    }
  }

  /**
   * The pages of a chart; `undefined` where there is no chart.
   *
   * Ends at a missing token, an empty page, or a token already used (one seen in the wild led back to page 1). Twice the
   * planned pages are the most, for short pages cost quota too; `totalResults` wanders and decides nothing.
   */
  async function* pages(key: ChartKey, maxResults: number, tally: Tally): AsyncGenerator<readonly unknown[] | undefined> {
    const used = new Set<string>();
    let pageToken: string | undefined;
    for (let page = 1; page <= 2 * plannedPages(maxResults); page += 1) {
      const url = chartUrl(apiUrl, key, { maxResults: Math.min(itemsPerPage, maxResults), pageToken });
      const answer = await client.fetchPage(url, tally.listener(page));
      yield answer?.items;
      pageToken = answer?.nextPageToken;
      if (!answer || answer.items.length === 0 || pageToken === undefined || used.has(pageToken)) return;
      used.add(pageToken);
    }
  }

  return { fetchChart, close };
}

interface Tally {
  listener(page: number): Listener;
  figures(): Pick<FetchedChart, 'requests' | 'retries' | 'waitedMs' | 'durationMs'>;
}

/** Counts what one chart costs; its time begins with its first request, not in the queue before. */
function createTally(chart: ChartKey, clock: Clock, report: Report): Tally {
  let [requests, retries, waitedMs] = [0, 0, 0];
  let began: number | undefined;
  return {
    listener: (page) => ({
      requested(attempt) {
        began ??= clock.monotonic();
        requests += 1;
        if (attempt > 1) retries += 1;
        report({ kind: 'request', chart, page, attempt });
      },
      waiting: (waitMs, reason) => report({ kind: 'wait', chart, waitMs, reason }),
      waited: (ms) => void (waitedMs += ms),
    }),
    figures: () => ({ requests, retries, waitedMs, durationMs: began === undefined ? 0 : clock.monotonic() - began }),
  };
}
