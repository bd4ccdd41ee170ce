import type { ChartKey } from '../core/chart.ts';
import { runPipeline } from '../core/pipeline.ts';
import type { Report, Store } from '../core/ports.ts';
import { pacificDay } from '../core/quota.ts';
import type { RunSummary } from '../core/summary.ts';
import { plannedPages } from '../youtube/chart-url.ts';
import type { RunLimits } from '../youtube/run-source.ts';
import type { Edges } from './edges.ts';
import type { Settings } from './options.ts';
import { readProxySettings } from './proxy.ts';

type LimitSettings = Settings<'concurrency' | 'timeout' | 'maxWait' | 'deadline'>;

/** One run of `fetch` or of the demo: what to ask for, where, and within which limits. */
export interface RunOrder extends LimitSettings, Settings<'maxResults' | 'quotaPerDay' | 'apiUrl'> {
  readonly apiKey: string;
  readonly charts: readonly ChartKey[];
  readonly database: string;
  /** The program's, as the vault keeps it with the run. */
  readonly version: string;
}

/** A run of more holds more memory than it needs, unless it is told not to; one of fewer would only be kept waiting by that. */
const manyRequests = 40;

/** Every region's chart of every category, in the order asked for. */
export function chartsOf({ regions, categories }: Settings<'regions' | 'categories'>): ChartKey[] {
  return regions.flatMap((region) => categories.map((category) => ({ region, category })));
}

/** Requests, and so units of quota, of a run in which nothing goes wrong. */
export function plannedRequests(charts: number, maxResults: number): number {
  return charts * plannedPages(maxResults);
}

/**
 * Fetches and stores one run within its deadline. Rejects with VaultError `database` where nothing could be stored, and with
 * `configuration`, before anything is sent, for a proxy that cannot be used.
 */
export async function performRun(order: RunOrder, store: Store, report: Report, edges: Edges): Promise<RunSummary> {
  // Only now: a run that the lock or the quota turns away is not to wait for an HTTP client to be loaded.
  const { withChartSource } = await import('../youtube/run-source.ts');
  const { clock, env, random, interruption } = edges;
  const planned = plannedRequests(order.charts.length, order.maxResults);
  const options = {
    apiUrl: order.apiUrl,
    key: order.apiKey,
    version: order.version,
    proxy: readProxySettings(env),
    limits: limitsOf(order, planned),
    clock,
    random,
    signal: interruption,
    beforeRequest: () => store.spend(pacificDay(clock.now()), 1),
    report,
  };
  // Before the first connection, with which undici compiles its parser.
  const restoreMemory = planned > manyRequests ? (await import('./spare-memory.ts')).spareMemory() : () => {};
  return withChartSource(options, (source) => runPipeline(order, { source, store, clock, report })).finally(restoreMemory);
}

/** The limits that settings give a run of so many requests. */
export function limitsOf({ concurrency, timeout, maxWait, deadline }: LimitSettings, planned: number): RunLimits {
  return { concurrency, timeoutMs: timeout, maxWaitMs: maxWait, deadlineMs: deadline, planned };
}
