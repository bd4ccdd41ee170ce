import type { ChartKey, ReadItems, Rejection } from './chart.ts';
import type { RegionalChart } from './merge.ts';
import type { FetchedChart, NotBefore } from './ports.ts';
import { type ChartRecord, type ChartStatus, type RunStatus, runStatus, total } from './summary.ts';

/** How one chart of a run ended, with everything that it brought. */
export interface ChartOutcome extends Omit<ChartRecord, 'videos' | 'rejected'>, RegionalChart {
  readonly rejections: readonly Rejection[];
  /** Set where this chart's error forbids the next requests too. */
  readonly notBefore: NotBefore | undefined;
}

/**
 * Says how one chart ended, of which `videos` and `rejections` arrived.
 *
 * A chart that failed on a later page keeps the pages that arrived: what is not kept today can never be fetched again.
 */
export function outcomeOf(
  key: ChartKey,
  fetched: FetchedChart,
  { videos, rejections }: ReadItems,
  asked: { maxResults: number; recentCounts: readonly number[] },
): ChartOutcome {
  const { error } = fetched;
  return {
    region: key.region,
    category: key.category,
    status: statusOf(fetched, isSparse(videos.length, asked)),
    videos,
    rejections,
    requests: fetched.requests,
    retries: fetched.retries,
    waitedMs: Math.round(fetched.waitedMs),
    durationMs: Math.round(fetched.durationMs),
    error: error && { code: error.code, message: error.message },
    notBefore: error?.notBefore === undefined ? undefined : { until: error.notBefore, reason: error.message },
  };
}

function statusOf(fetched: FetchedChart, sparse: boolean): ChartStatus {
  if (fetched.error) return 'failed';
  if (fetched.noChart) return 'no-chart';
  return sparse ? 'sparse' : 'stored';
}

/** With how many earlier runs a chart is compared, to tell whether it is sparse. */
export const runsCompared = 5;

/** Nothing at all, or less than half of the median of the chart's last runs, as far as those were asked for as much as now. */
export function isSparse(count: number, { maxResults, recentCounts }: { maxResults: number; recentCounts: readonly number[] }): boolean {
  const sorted = recentCounts.map((past) => Math.min(past, maxResults)).toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return count === 0 || count < median / 2;
}

/** What the charts of a run come to. */
interface RunEnd {
  readonly status: RunStatus;
  readonly requests: number;
  readonly retries: number;
  readonly notBefore: NotBefore | undefined;
}

/** How a run ended whose charts ended like this: here once, so that no store can see it in another way. */
export function endOf(outcomes: readonly ChartOutcome[]): RunEnd {
  return {
    status: runStatus(outcomes.map(({ status, videos }) => ({ status, videos: videos.length }))),
    requests: total(outcomes, 'requests'),
    retries: total(outcomes, 'retries'),
    notBefore: latestNotBefore(outcomes),
  };
}

/** The latest of the times before which YouTube wants no request. */
function latestNotBefore(outcomes: readonly ChartOutcome[]): NotBefore | undefined {
  return outcomes
    .flatMap(({ notBefore }) => notBefore ?? [])
    .toSorted((a, b) => a.until.localeCompare(b.until))
    .at(-1);
}
