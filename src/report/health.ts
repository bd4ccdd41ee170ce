import { type ChartKey, chartName } from '../core/chart.ts';
import { type AnyRun, type ChartRecord, type ChartStatus, isEnded, type RunStatus } from '../core/summary.ts';

/** The time that a run stands for, until the next one; ms since the epoch. */
interface Stretch<Status extends string> {
  readonly from: number;
  readonly to: number;
  readonly status: Status;
}

/** A time in which runs followed each other and ended alike. */
export interface Span<Status extends string> extends Stretch<Status> {
  readonly runs: number;
}

type RunState = RunStatus | 'interrupted' | 'running';

/** How one chart fared over the runs of a period. */
export interface ChartHealth extends ChartKey {
  /** Runs that asked for it, and of these how many ended how. */
  readonly asked: number;
  readonly counts: Readonly<Record<ChartStatus, number>>;
  /** When it was last got whole; ISO 8601 UTC. */
  readonly lastStoredAt: string | null;
  readonly lastError: { readonly startedAt: string; readonly message: string } | null;
  /** What became of it in the last run that asked. */
  readonly lastStatus: ChartStatus;
  readonly spans: readonly Span<ChartStatus>[];
}

/** How the fetcher fared over the runs of a period. */
export interface Health {
  readonly runs: number;
  readonly counts: Readonly<Record<RunState, number>>;
  /** Those of the last run first, in the order in which it asked for them. */
  readonly charts: readonly ChartHealth[];
  readonly spans: readonly Span<RunState>[];
  readonly pace: Pace;
  /** Times in which no run started for more than one and a half of the usual. */
  readonly gaps: readonly { readonly from: number; readonly to: number }[];
}

/** As wide as a run is drawn where nobody knows how often one comes. */
const unknownPaceMs = 3_600_000;

/** How often runs come. */
export interface Pace {
  /** The median time between the starts of two runs; null with fewer than two. */
  readonly ms: number | null;
  /** Whether there are enough runs, most of them at about that pace, to tell when one is missing: runs by hand have no pace. */
  readonly isRegular: boolean;
}

/** The pace of runs by their starts, oldest first, in ms since the epoch. */
export function findPace(starts: readonly number[]): Pace {
  const steps = stepsBetween(starts);
  const ms = median(steps.filter((step) => step > 0));
  if (ms === null) return { ms, isRegular: false };
  const regular = steps.filter((step) => step > ms / 2 && step <= ms * 1.5);
  return { ms, isRegular: steps.length > 2 && regular.length > steps.length / 2 };
}

function stepsBetween(starts: readonly number[]): number[] {
  return starts.slice(1).map((start, index) => start - (starts[index] ?? start));
}

/** The health of a fetcher at `now` (ms since the epoch) by its runs, oldest first; `goesOn` tells whether the newest is still going on. */
export function assessHealth(runs: readonly AnyRun[], { goesOn, now, pace }: { goesOn: boolean; now: number; pace: Pace }): Health {
  const starts = runs.map(({ startedAt }) => Date.parse(startedAt));
  const steps = stepsBetween(starts);
  const usual = pace.ms ?? unknownPaceMs;
  const isGap = (step: number): boolean => step > usual * 1.5;
  const stretches = runs.map((run, index): Stretch<RunState> => {
    const [from = 0, step = Infinity] = [starts[index], steps[index]];
    // The last one stands for no time that is still to come, but has some width.
    const lastMs = Math.min(usual, Math.max(usual / 10, now - from));
    // Of a start that is no time nobody knows how far it is away, and such a run is drawn nowhere.
    const ms = index === runs.length - 1 ? lastMs : isGap(step) || Number.isNaN(step) ? usual : Math.max(0, step);
    return { from, to: from + ms, status: stateOf(run, goesOn && index === runs.length - 1) };
  });
  return {
    runs: runs.length,
    counts: tally(['complete', 'partial', 'failed', 'interrupted', 'running'], stretches),
    charts: [...collectCharts(runs, stretches).values()].map(assessChart),
    spans: joinSpans(stretches),
    pace,
    gaps: steps.flatMap((step, index) => (isGap(step) ? [{ from: starts[index] ?? 0, to: starts[index + 1] ?? 0 }] : [])),
  };
}

function stateOf({ status }: AnyRun, goesOn: boolean): RunState {
  return status === 'running' && !goesOn ? 'interrupted' : status;
}

function median(numbers: readonly number[]): number | null {
  return numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? null;
}

function tally<Status extends string>(all: readonly Status[], entries: readonly { readonly status: Status }[]): Record<Status, number> {
  const counts = Object.fromEntries(all.map((status) => [status, 0])) as Record<Status, number>;
  for (const { status } of entries) counts[status] += 1;
  return counts;
}

/** A chart in one run, and the time that this run stands for. */
type TimedOutcome = ChartRecord & Stretch<ChartStatus> & { readonly startedAt: string };

/** What became of each chart, oldest first; the charts of the newest runs first. */
function collectCharts(runs: readonly AnyRun[], stretches: readonly Stretch<RunState>[]): ReadonlyMap<string, TimedOutcome[]> {
  const charts = new Map<string, TimedOutcome[]>();
  for (const [index, run] of [...runs.entries()].toReversed()) {
    const { from = 0, to = 0 } = stretches[index] ?? {};
    for (const chart of isEnded(run) ? run.charts : []) {
      const name = chartName(chart);
      const outcomes = charts.get(name) ?? [];
      outcomes.push(Object.assign({ startedAt: run.startedAt, from, to }, chart));
      charts.set(name, outcomes);
    }
  }
  for (const outcomes of charts.values()) outcomes.reverse();
  return charts;
}

function assessChart(outcomes: readonly TimedOutcome[]): ChartHealth {
  const failed = outcomes.findLast(({ error }) => error !== null);
  const { region = '', category = 0, status: lastStatus = 'failed' } = outcomes.at(-1) ?? {};
  return {
    region,
    category,
    asked: outcomes.length,
    counts: tally(['stored', 'sparse', 'no-chart', 'failed'], outcomes),
    lastStoredAt: outcomes.findLast(({ status }) => status === 'stored')?.startedAt ?? null,
    lastError: failed?.error ? { startedAt: failed.startedAt, message: failed.error.message } : null,
    lastStatus,
    spans: joinSpans(outcomes),
  };
}

/** Neighbours that touch and ended alike become one: years of health are few spans. */
function joinSpans<Status extends string>(stretches: readonly Stretch<Status>[]): Span<Status>[] {
  const spans: Span<Status>[] = [];
  for (const { from, to, status } of stretches) {
    const last = spans.at(-1);
    if (last && last.to === from && last.status === status) spans[spans.length - 1] = { ...last, to, runs: last.runs + 1 };
    else spans.push({ from, to, status, runs: 1 });
  }
  return spans;
}
