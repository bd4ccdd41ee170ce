import { type ChartKey, chartName } from './chart.ts';
import type { Reader } from './ports.ts';
import { type ChartRecord, isEnded } from './summary.ts';

/** Charts that one slot is to fetch, one after another, and how long that takes in all. */
interface Lane {
  readonly charts: ChartKey[];
  ms: number;
}

/** The order in which to ask for charts, as the last run that stored something lets expect their durations. */
export async function requestOrder(
  { charts, concurrency }: { charts: readonly ChartKey[]; concurrency: number },
  reader: Pick<Reader, 'lastStoredAt' | 'outcomes'>,
): Promise<readonly ChartKey[]> {
  const since = await reader.lastStoredAt();
  if (since === undefined) return charts;
  const past = await reader.outcomes({ since, until: new Date(Date.parse(since) + 1).toISOString() });
  return orderCharts(
    charts,
    past.filter(isEnded).flatMap((run) => run.charts),
    concurrency,
  );
}

/**
 * The order in which `slots` that each take the next chart as soon as they are free all end at about the same time. `past` says how long
 * charts took, oldest first. One of which nothing is known counts as the slowest; where nothing is known at all, the order stays.
 *
 * The slowest first (LPT) is the usual rule, and worst for one chart more than two a slot, such as seven in three: up to 11/9 of the best.
 * So this is MULTIFIT, at most 13/11 of it, and mostly the best: Coffman, Garey, Johnson, SIAM Journal on Computing 7 (1978).
 */
export function orderCharts(charts: readonly ChartKey[], past: readonly ChartRecord[], slots: number): readonly ChartKey[] {
  const answered = past.filter(({ status }) => status !== 'failed');
  const known = new Map(answered.map((chart) => [chartName(chart), Math.max(0, chart.durationMs - chart.waitedMs)]));
  if (!charts.some((chart) => known.has(chartName(chart)))) return charts;
  const slowest = Math.max(...known.values());
  const durationOf = (chart: ChartKey): number => known.get(chartName(chart)) ?? slowest;
  const sorted = charts.toSorted((a, b) => durationOf(b) - durationOf(a));
  const starts = new Map(fillLanes(sorted, durationOf, slots).flatMap((lane) => startsIn(lane, durationOf)));
  return sorted.toSorted((a, b) => (starts.get(a) ?? 0) - (starts.get(b) ?? 0));
}

/** Lanes with the least room each in which everything fits, when each chart goes into the first lane that has room for it. */
function fillLanes(sorted: readonly ChartKey[], durationOf: (chart: ChartKey) => number, slots: number): Lane[] {
  const total = sorted.reduce((sum, chart) => sum + durationOf(chart), 0);
  const longest = Math.max(...sorted.map(durationOf));
  let [tooLittle, enough] = [Math.max(total / slots, longest) - 1, Math.max((2 * total) / slots, longest)];
  let best = firstFit(sorted, durationOf, { slots, room: enough });
  // To a millisecond.
  while (enough - tooLittle > 1) {
    const room = (tooLittle + enough) / 2;
    const lanes = firstFit(sorted, durationOf, { slots, room });
    if (lanes) [best, enough] = [lanes, room];
    else tooLittle = room;
  }
  return best ?? [];
}

function firstFit(
  sorted: readonly ChartKey[],
  durationOf: (chart: ChartKey) => number,
  { slots, room }: { slots: number; room: number },
): Lane[] | undefined {
  const lanes = Array.from({ length: slots }, (): Lane => ({ charts: [], ms: 0 }));
  for (const chart of sorted) {
    const lane = lanes.find(({ ms }) => ms + durationOf(chart) <= room);
    if (!lane) return undefined;
    lane.charts.push(chart);
    lane.ms += durationOf(chart);
  }
  return lanes;
}

function startsIn({ charts }: Lane, durationOf: (chart: ChartKey) => number): [ChartKey, number][] {
  let at = 0;
  return charts.map((chart) => {
    const start = at;
    at += durationOf(chart);
    return [chart, start];
  });
}
