import type { ChartKey } from '../core/chart.ts';
import type { ChartStatus, RunOutcome, RunStatus, UnfinishedRun } from '../core/summary.ts';

/** A stretch of time in which runs followed each other and ended alike; times in ms since the epoch. */
export interface Span<Status extends string> {
  readonly from: number;
  readonly to: number;
  readonly status: Status;
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
  /** The median time between the starts of two runs; null with fewer than two. */
  readonly paceMs: number | null;
  /** Times in which no run started for more than one and a half of that. */
  readonly gaps: readonly { readonly from: number; readonly to: number }[];
}

type AnyRun = RunOutcome | UnfinishedRun;

/** As wide as a run is drawn where nobody knows how often one comes. */
const unknownPaceMs = 3_600_000;

/** The health of a fetcher by its runs, oldest first; `goesOn` tells whether the newest is still going on. */
export function assessHealth(runs: readonly AnyRun[], { goesOn, regions }: { goesOn: boolean; regions?: readonly string[] }): Health {
  const starts = runs.map(({ startedAt }) => Date.parse(startedAt));
  const steps = starts.slice(1).map((start, index) => start - (starts[index] ?? start));
  const paceMs = steps.length === 0 ? null : median(steps);
  const gaps = steps.flatMap((step, index) =>
    paceMs !== null && step > paceMs * 1.5 ? [{ from: starts[index] ?? 0, to: starts[index + 1] ?? 0 }] : [],
  );
  const end = (index: number): number => {
    const [start = 0, next = Infinity] = [starts[index], starts[index + 1]];
    return next - start > (paceMs ?? unknownPaceMs) * 1.5 ? start + (paceMs ?? unknownPaceMs) : next;
  };
  const states = runs.map((run, index) => ({
    from: starts[index] ?? 0,
    to: end(index),
    status: stateOf(run, goesOn && index === runs.length - 1),
  }));
  return {
    runs: runs.length,
    counts: tally(['complete', 'partial', 'failed', 'interrupted', 'running'], states),
    charts: listCharts(runs, regions).map((key) => assessChart(key, runs, states)),
    spans: joinSpans(states),
    paceMs,
    gaps,
  };
}

function stateOf({ status }: AnyRun, goesOn: boolean): RunState {
  return status === 'running' && !goesOn ? 'interrupted' : status;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? 0;
}

function tally<Status extends string>(all: readonly Status[], entries: readonly { readonly status: Status }[]): Record<Status, number> {
  const counts = Object.fromEntries(all.map((status) => [status, 0])) as Record<Status, number>;
  for (const { status } of entries) counts[status] += 1;
  return counts;
}

function listCharts(runs: readonly AnyRun[], regions: readonly string[] | undefined): ChartKey[] {
  const keys = new Map<string, ChartKey>();
  for (const run of runs.toReversed()) {
    for (const { region, category } of chartsOf(run)) {
      if (regions?.includes(region) ?? true) keys.set(`${region}/${category}`, keys.get(`${region}/${category}`) ?? { region, category });
    }
  }
  return [...keys.values()];
}

function chartsOf(run: AnyRun): RunOutcome['charts'] {
  return run.status === 'running' ? [] : run.charts;
}

function assessChart(key: ChartKey, runs: readonly AnyRun[], states: readonly { from: number; to: number }[]): ChartHealth {
  const outcomes = runs.flatMap((run, index) => {
    const chart = chartsOf(run).find(({ region, category }) => region === key.region && category === key.category);
    const { from = 0, to = 0 } = states[index] ?? {};
    return chart ? [{ ...chart, startedAt: run.startedAt, from, to }] : [];
  });
  const failed = outcomes.findLast(({ error }) => error !== null);
  return {
    ...key,
    asked: outcomes.length,
    counts: tally(['stored', 'sparse', 'no-chart', 'failed'], outcomes),
    lastStoredAt: outcomes.findLast(({ status }) => status === 'stored')?.startedAt ?? null,
    lastError: failed?.error ? { startedAt: failed.startedAt, message: failed.error.message } : null,
    lastStatus: outcomes.at(-1)?.status ?? 'failed',
    spans: joinSpans(outcomes),
  };
}

/** Neighbours that touch and ended alike become one: years of health are few spans. */
function joinSpans<Status extends string>(
  stretches: readonly { readonly from: number; readonly to: number; readonly status: Status }[],
): Span<Status>[] {
  const spans: Span<Status>[] = [];
  for (const { from, to, status } of stretches) {
    const last = spans.at(-1);
    if (last && last.to === from && last.status === status) spans[spans.length - 1] = { ...last, to, runs: last.runs + 1 };
    else spans.push({ from, to, status, runs: 1 });
  }
  return spans;
}
