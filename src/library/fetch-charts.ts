import { version } from '../../package.json';
import { systemClock } from '../cli/edges.ts';
import { chartsOf, limitsOf, plannedRequests } from '../cli/perform-run.ts';
import { findSkip } from '../cli/skip.ts';
import { VaultError } from '../core/errors.ts';
import { fetchOutcomes, type Order } from '../core/fetch-outcomes.ts';
import type { ChartOutcome } from '../core/outcome.ts';
import type { ChartEvent, Report, Store } from '../core/ports.ts';
import { pacificDay } from '../core/quota.ts';
import type { ProxySettings } from '../youtube/dispatcher.ts';
import { interruptionBy } from './interruption.ts';
import { storeOf, type VaultStore } from './open-store.ts';
import { inMs, readOption } from './read-option.ts';

/** What to fetch, and how. Defaults and limits are those of `vault fetch`. */
export interface FetchOptions {
  /** Key of the YouTube Data API v3. It is sent in a header, and is in no error and no event. */
  readonly key: string;
  /** ISO 3166-1 alpha-2 codes, or `['all']`; their order decides whose title a shared video takes. */
  readonly regions?: readonly string[] | undefined;
  /** YouTube's category ids, each a chart of its own; 0 is the chart of all. */
  readonly categories?: readonly number[] | undefined;
  /** Videos of each chart, 1 to 200; every 50 cost one unit of quota. */
  readonly maxResults?: number | undefined;
  /** Requests at a time, 1 to 50. */
  readonly concurrency?: number | undefined;
  /** For one attempt, its whole answer included. */
  readonly timeoutMs?: number | undefined;
  /** For all charts together; what arrived by then is given. */
  readonly deadlineMs?: number | undefined;
  /** A longer `Retry-After` (RFC 9110, 10.2.3) ends the fetch instead of being waited out. */
  readonly maxWaitMs?: number | undefined;
  /** Units of quota that the key's project has a day; only looked at with a `store`. */
  readonly quotaPerDay?: number | undefined;
  /** Origin of the API. */
  readonly apiUrl?: string | undefined;
  /** Proxies; the environment is not looked at. */
  readonly proxy?: Partial<ProxySettings> | undefined;
  /**
   * The vault that counts the quota: each unit is written down before it is spent, what YouTube said of waiting is kept to, and the videos
   * of earlier runs tell which chart is sparse. Without it nothing is known of other fetches.
   */
  readonly store?: VaultStore | undefined;
  /** Ends the fetch; what arrived by then is given. */
  readonly signal?: AbortSignal | undefined;
  /** Hears each request, wait, page and chart. */
  readonly report?: ((event: ChartEvent) => void) | undefined;
}

/**
 * Fetches the charts of regions, some at a time, and reads their items. A 429 makes all of them pause for as long as YouTube tells.
 *
 * @returns One outcome for each region and category, in the order asked for. A chart that failed has `error` set, keeps what arrived before
 * that, and leaves the others alone. An item that cannot be read is among `rejections`.
 * @throws VaultError `usage` for an option beyond its limits, `configuration` for no key, or more than a day's quota has room for; with a
 * `store` `wait-too-long`, before anything is sent, while YouTube wants no request or the day's quota is spent (`notBefore` says until
 * when), and `database` where the vault fails.
 */
export async function fetchCharts(options: FetchOptions): Promise<ChartOutcome[]> {
  const order = await readOrder(options);
  const store = options.store && storeOf(options.store);
  const report: Report = (event) => {
    if (event.kind !== 'start') options.report?.(event);
  };
  if (store) await requireAdmission(order, store);
  const { withChartSource } = await import('../youtube/run-source.ts');
  const { interruption, forget } = interruptionBy(options.signal);
  const source = {
    ...order,
    version,
    proxy: readProxy(options.proxy),
    clock: systemClock,
    random: Math.random,
    signal: interruption,
    beforeRequest: async () => store?.spend(pacificDay(systemClock.now()), 1),
    report,
  };
  return withChartSource(source, (source) => fetchOutcomes(order, { source, past: store, report })).finally(forget);
}

/** As options of the command line, which reads lists with commas and durations with units. */
async function readOrder(given: FetchOptions) {
  const [charts, settings] = [await readCharts(given), await readLimits(given)];
  const maxResults = await readOption('maxResults', 'maxResults', given.maxResults?.toString());
  const key = await readOption('apiKey', 'key', typeof given.key === 'string' ? given.key.trim() || undefined : undefined);
  if (!key) throw new VaultError('configuration', 'no API key: give one of the YouTube Data API v3 as key');
  return {
    key,
    charts,
    maxResults,
    concurrency: settings.concurrency,
    limits: limitsOf(settings, plannedRequests(charts.length, maxResults)),
    apiUrl: await readOption('apiUrl', 'apiUrl', given.apiUrl),
    quotaPerDay: await readOption('quotaPerDay', 'quotaPerDay', given.quotaPerDay?.toString()),
  };
}

async function readCharts({ regions, categories }: FetchOptions): Promise<Order['charts']> {
  return chartsOf({
    regions: await readOption('regions', 'regions', regions?.toString()),
    categories: await readOption('categories', 'categories', categories?.toString()),
  });
}

async function readLimits({ concurrency, timeoutMs, deadlineMs, maxWaitMs }: FetchOptions) {
  return {
    concurrency: await readOption('concurrency', 'concurrency', concurrency?.toString()),
    timeout: await readOption('timeout', 'timeoutMs', inMs(timeoutMs)),
    deadline: await readOption('deadline', 'deadlineMs', inMs(deadlineMs)),
    maxWait: await readOption('maxWait', 'maxWaitMs', inMs(maxWaitMs)),
  };
}

/** Whoever has to go through a proxy must not go past it for a mistake in its name. */
function readProxy(proxy: FetchOptions['proxy'] = {}): ProxySettings {
  const { httpProxy, httpsProxy, noProxy, ...others } = Object(proxy) as Partial<ProxySettings>;
  const isSound = [httpProxy, httpsProxy, noProxy].every((one) => ['string', 'undefined'].includes(typeof one));
  if (typeof proxy === 'object' && isSound && Object.keys(others).length === 0) return { httpProxy, httpsProxy, noProxy };
  throw new VaultError('usage', 'proxy: expected httpsProxy, httpProxy and noProxy, each a text or left out');
}

async function requireAdmission(order: Awaited<ReturnType<typeof readOrder>>, store: Store): Promise<void> {
  const skip = await findSkip(order, undefined, store, systemClock.now());
  if (skip === undefined) return;
  // Waiting will not help where no day has the quota.
  if (skip.until === null) throw new VaultError('configuration', skip.message);
  throw new VaultError('wait-too-long', skip.message, { notBefore: skip.until });
}
