import type { RunStart } from './ports.ts';

/** For how long YouTube lets data fetched with a key alone be kept: developer policies, III.E.4. */
export const allowedDays = 30;

/** Which runs are to go; ages in ms, counted from the start of a run until `now` (ms since the epoch). */
export interface RetentionRule {
  readonly now: number;
  /** Runs older than this go. */
  readonly olderThanMs: number | undefined;
  /** Of the runs older than this, one a day stays. */
  readonly keepDailyMs: number | undefined;
}

/**
 * The numbers of the runs that a rule lets go, oldest first.
 *
 * A run whose start is no time stays, and so does one that lies in the future: a clock gone wrong must not delete a record.
 */
export function chooseRunsToPrune(runs: readonly RunStart[], { now, olderThanMs, keepDailyMs }: RetentionRule): number[] {
  const isOlder = ({ startedAt }: RunStart, ms: number | undefined): boolean => ms !== undefined && now - Date.parse(startedAt) > ms;
  const kept = runs.filter((run) => !isOlder(run, olderThanMs));
  const daily = new Set(bestOfEachDay(kept.filter((run) => isOlder(run, keepDailyMs))));
  return runs.filter((run) => isOlder(run, olderThanMs) || (isOlder(run, keepDailyMs) && !daily.has(run))).map(({ run }) => run);
}

const worth = { complete: 3, partial: 2, failed: 1, running: 0 } as const;

/** Of each day, of UTC as all times in a vault, the run that stored most; the later one of two that did alike. */
function bestOfEachDay(runs: readonly RunStart[]): Iterable<RunStart> {
  const best = new Map<string, RunStart>();
  for (const run of runs) {
    const day = run.startedAt.slice(0, 10);
    const other = best.get(day);
    if (!other || worth[run.status] >= worth[other.status]) best.set(day, run);
  }
  return best.values();
}

/** Few enough that a signal is heard soon, and that a disk which is nearly full has room for the log of a transaction. */
const runsAtATime = 5;

/** Runs in parts that are deleted in a transaction each. */
export function inParts(runs: readonly number[]): number[][] {
  const starts = runs.flatMap((_, index) => (index % runsAtATime === 0 ? [index] : []));
  return starts.map((start) => runs.slice(start, start + runsAtATime));
}
