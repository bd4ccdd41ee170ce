import { type AnyRun, type RunRecord, total } from '../core/summary.ts';

/** One run in a line, as `runs --json` gives it. */
export interface RunLine {
  readonly run: number;
  readonly status: RunRecord['status'] | 'running' | 'interrupted';
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly durationMs: number | null;
  readonly regions: { readonly asked: number; readonly failed: number };
  readonly videos: { readonly fetched: number; readonly unique: number; readonly new: number; readonly shared: number };
  readonly requests: number;
  readonly retries: number;
}

/** A run that has not ended is running while somebody holds the vault and it is the newest; else it was killed. */
export function describeRun(run: AnyRun<RunRecord>, goesOn: boolean): RunLine {
  if (run.status === 'running') {
    const nothing = { regions: { asked: 0, failed: 0 }, videos: { fetched: 0, unique: 0, new: 0, shared: 0 }, requests: 0, retries: 0 };
    return {
      run: run.run,
      status: goesOn ? 'running' : 'interrupted',
      startedAt: run.startedAt,
      finishedAt: null,
      durationMs: null,
      ...nothing,
    };
  }
  const { status, startedAt, finishedAt, charts, unique, shared, requests, retries } = run;
  return {
    run: run.run,
    status,
    startedAt,
    finishedAt,
    durationMs: durationOf(run),
    regions: { asked: charts.length, failed: charts.filter((chart) => chart.status === 'failed').length },
    videos: { fetched: total(charts, 'videos'), unique, new: run.new, shared },
    requests,
    retries,
  };
}

/** Null where it began or ended at no time. */
function durationOf({ startedAt, finishedAt }: RunRecord): number | null {
  const ms = Date.parse(finishedAt) - Date.parse(startedAt);
  return Number.isNaN(ms) ? null : ms;
}
