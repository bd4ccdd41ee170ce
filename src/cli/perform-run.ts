import type { ChartKey } from '../core/chart.ts';
import { formatDuration } from '../core/duration.ts';
import { VaultError } from '../core/errors.ts';
import { runPipeline } from '../core/pipeline.ts';
import type { Report, Store } from '../core/ports.ts';
import { pacificDay } from '../core/quota.ts';
import type { RunSummary } from '../core/summary.ts';
import { plannedPages } from '../youtube/chart-url.ts';
import type { Edges } from './edges.ts';
import type { Settings } from './options.ts';
import { readProxySettings } from './proxy.ts';

/** One run of `fetch` or of the demo: what to ask for, where, and within which limits. */
export interface RunOrder extends Settings<'maxResults' | 'concurrency' | 'timeout' | 'deadline' | 'maxWait' | 'quotaPerDay' | 'apiUrl'> {
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
  const { openChartSource } = await import('../youtube/chart-source.ts');
  const planned = plannedRequests(order.charts.length, order.maxResults);
  const { clock, env, random } = edges;
  const end = new AbortController();
  const source = openChartSource({
    apiUrl: order.apiUrl,
    key: order.apiKey,
    version: order.version,
    proxy: readProxySettings(env),
    limits: {
      concurrency: order.concurrency,
      timeoutMs: order.timeout,
      maxWaitMs: order.maxWait,
      deadlineAt: clock.monotonic() + order.deadline,
      retryBudget: 2 * planned,
    },
    clock,
    random,
    signal: AbortSignal.any([edges.interruption, end.signal]),
    beforeRequest: () => store.spend(pacificDay(clock.now()), 1),
    report,
  });
  const cancelDeadline = clock.schedule(order.deadline, () => {
    end.abort(new VaultError('deadline', `not fetched within the run's deadline of ${formatDuration(order.deadline)}`));
  });
  // Before the first connection, with which undici compiles its parser.
  const restoreMemory = planned > manyRequests ? (await import('./spare-memory.ts')).spareMemory() : () => {};
  try {
    return await runPipeline(order, { source, store, clock, report });
  } finally {
    cancelDeadline();
    // After a failure of the vault, charts that still wait would keep the process alive.
    end.abort(new VaultError('interrupted', 'the run is over'));
    await source.close();
    restoreMemory();
  }
}
