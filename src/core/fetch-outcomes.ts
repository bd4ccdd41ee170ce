import { type ChartKey, chartName, createItemReader } from './chart.ts';
import { type ChartOutcome, outcomeOf, runsCompared } from './outcome.ts';
import type { ChartSource, Reader, Report } from './ports.ts';
import { requestOrder } from './request-order.ts';

/** What to ask for; `charts` are in the order in which the outcomes are given, `concurrency` is how many requests go at a time. */
export interface Order {
  readonly charts: readonly ChartKey[];
  readonly maxResults: number;
  readonly concurrency: number;
}

/** What earlier runs tell of charts. */
export type Past = Pick<Reader, 'lastStoredAt' | 'outcomes' | 'recentCounts'>;

/**
 * Fetches every chart and reads its items. A chart that fails is an outcome among the others.
 *
 * `past` decides which chart is asked for first, and whether one is sparse; without it they are asked for in the order given.
 */
export async function fetchOutcomes(
  { charts, maxResults, concurrency }: Order,
  { source, past, report }: { source: ChartSource; past: Past | undefined; report: Report },
): Promise<ChartOutcome[]> {
  const fetchOne = async (key: ChartKey): Promise<ChartOutcome> => {
    const items = createItemReader();
    const fetched = await source.fetchChart(key, maxResults, items.take);
    const recentCounts = (await past?.recentCounts(key, runsCompared)) ?? [];
    const outcome = outcomeOf(key, fetched, items.result(), { maxResults, recentCounts });
    report({ kind: 'chart', outcome: { ...outcome, videos: outcome.videos.length, rejected: outcome.rejections.length } });
    return outcome;
  };
  const order = past ? await requestOrder({ charts, concurrency }, past) : charts;
  const outcomes = await Promise.all(order.map(fetchOne));
  const places = new Map(charts.map((key, index) => [chartName(key), index]));
  const placeOf = (key: ChartKey): number => places.get(chartName(key)) ?? charts.length;
  return outcomes.toSorted((a, b) => placeOf(a) - placeOf(b));
}
