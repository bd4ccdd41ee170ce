import { onTestFinished } from 'vitest';
import type { ChartKey } from '../../src/core/chart.ts';
import type { ChartSource, Clock, FetchedChart, RunEvent } from '../../src/core/ports.ts';
import { type Handler, type Server, startServer } from '../../src/demo/server.ts';
import { openChartSource, type SourceOptions } from '../../src/youtube/chart-source.ts';
import { apiItem } from './items.ts';
import { createEagerClock } from './test-clock.ts';

/** Longer than any wait that a test lets pass, on clocks that tests hold. */
const never = 1e12;

/** A source that gives the items as well. */
interface TestSource {
  fetchChart(key: ChartKey, maxResults: number): Promise<FetchedChart & { readonly items: readonly unknown[] }>;
  close(): Promise<void>;
}

function fetchWith(source: ChartSource): TestSource['fetchChart'] {
  return async (key, maxResults) => {
    const items: unknown[] = [];
    const fetched = await source.fetchChart(key, maxResults, (page) => void items.push(...page));
    return { ...fetched, items };
  };
}

/** A scripted API and a source that asks it; both end with the test. */
export async function openTestSource(
  handler: Handler,
  {
    clock = createEagerClock(),
    ...more
  }: { clock?: Clock; limits?: Partial<SourceOptions['limits']> } & Partial<Omit<SourceOptions, 'limits' | 'clock'>> = {},
): Promise<{ source: TestSource; server: Server; events: RunEvent[] }> {
  const server = await startServer(handler);
  const events: RunEvent[] = [];
  const source = openChartSource({
    apiUrl: server.url,
    key: 'AIza-test-key',
    version: '1.2.3',
    proxy: { httpProxy: undefined, httpsProxy: undefined, noProxy: undefined },
    clock,
    random: () => 0,
    signal: new AbortController().signal,
    beforeRequest: async () => {},
    report: (event) => events.push(event),
    ...more,
    limits: { concurrency: 3, timeoutMs: never, maxWaitMs: 300_000, deadlineAt: never, retryBudget: 14, ...more.limits },
  });
  onTestFinished(async () => {
    await source.close();
    await server.close();
  });
  return { source: { ...source, fetchChart: fetchWith(source) }, server, events };
}

/** A page of `size` items named after their region and place. */
export function page(region: string, { from = 0, size = 3, next }: { from?: number; size?: number; next?: string } = {}): { body: object } {
  const items = Array.from({ length: size }, (_, index) => apiItem(`${region}-${from + index + 1}`));
  return { body: { kind: 'youtube#videoListResponse', items, ...(next !== undefined && { nextPageToken: next }) } };
}

/** An error as the API words it. */
export function apiError(
  status: number,
  reason: string,
  headers: Record<string, string> = {},
): { status: number; headers: Record<string, string>; body: object } {
  return { status, headers, body: { error: { code: status, message: `It is ${reason}.`, errors: [{ reason }] } } };
}
