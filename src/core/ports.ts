import type { ChartKey } from './chart.ts';
import type { VaultError } from './errors.ts';
import type { History, StoredRun } from './history.ts';
import type { Video } from './merge.ts';
import type { ChartOutcome } from './outcome.ts';
import type { Period } from './period.ts';
import type { RejectedItem, RejectionCount, RejectionQuestion, RereadItem } from './rejections.ts';
import type { AnyRun, ChartRecord, RunRecord, RunStatus } from './summary.ts';

/** Where charts come from. */
export interface ChartSource {
  /**
   * One chart, all its pages: `take` gets the items of each as it arrives, unread and in rank order, `maxResults` in all. Never rejects
   * for what concerns YouTube or the network: that is `error` in the answer, and the items that arrived before it were taken. Rejects
   * only for what makes the whole run pointless, such as a vault that cannot be written.
   */
  fetchChart(key: ChartKey, maxResults: number, take: (items: readonly unknown[]) => void): Promise<FetchedChart>;
}

/** What asking for one chart came to. */
export interface FetchedChart {
  /** YouTube has no such chart for this region and category: a result, not an error. */
  readonly noChart: boolean;
  readonly error: VaultError | null;
  /** Requests sent, retries included; each costs one unit of quota. */
  readonly requests: number;
  readonly retries: number;
  /** Time spent in pauses and back-off. */
  readonly waitedMs: number;
  /** From the chart's first request until nothing more was asked for it, waits included. */
  readonly durationMs: number;
}

/** Answers questions about the runs that a vault holds, and about what they brought. */
export interface Reader extends History {
  /** The newest run that ended, or `undefined` in an empty vault. */
  latestRun(): Promise<RunRecord | undefined>;
  findRun(run: number): Promise<AnyRun<RunRecord> | undefined>;
  /** The newest `limit` runs, newest first, those that never ended included. */
  listRuns(limit: number): Promise<AnyRun<RunRecord>[]>;
  /** The runs that started in a period, oldest first, and how their charts ended; those that never ended included. */
  outcomes(period: Period): Promise<AnyRun[]>;
  /** What a run's row cannot say about its charts, in the order they were asked for. */
  chartDetails(run: number): Promise<ChartDetail[]>;
  /** The newest run before `run` in which this chart was stored whole. */
  lastSuccess(key: ChartKey, run: number): Promise<StoredRun | undefined>;
  /** How many videos this chart gave in the `limit` newest runs that got it whole, few or many, newest first. */
  recentCounts(key: ChartKey, limit: number): Promise<number[]>;
  /** When the newest run that stored a video started: ISO 8601 UTC. */
  lastStoredAt(): Promise<string | undefined>;
  /** The time before which YouTube wants no request, whether past or still to come. */
  notBefore(): Promise<NotBefore | undefined>;
  /** Units spent on a day as `pacificDay` names it. */
  quotaUsed(day: string): Promise<number>;
  /** The newest `limit` items that were rejected, or all, newest run first, then in the order the charts were asked for. */
  listRejections(question: RejectionQuestion, limit?: number): Promise<RejectedItem[]>;
  countRejections(question: RejectionQuestion): Promise<RejectionCount>;
  /** The runs that have rejections, oldest first. */
  rejectedRuns(question: RejectionQuestion): Promise<number[]>;
  /** The versions of the program that made the runs kept here; those of `vault demo` end in `-demo`. */
  versions(): Promise<string[]>;
  /** Whether no run ever started here, not even one that was deleted since. */
  isUnused(): Promise<boolean>;
  /** Whether anybody holds this vault to write it at this moment, be it for a run or to prune; `goesOn` tells of runs alone. */
  isHeld(): Promise<boolean>;
  /** Every run that ever started and is still kept, oldest first. */
  listStarts(): Promise<RunStart[]>;
  /** What deleting these runs would delete. */
  weigh(runs: readonly number[]): Promise<Weight>;
  /** Bytes that the vault takes, and those of them that nothing is kept in, as far as the database can tell. */
  size(): Promise<{ readonly bytes: number; readonly free: number }>;
  /** Who is writing a run, or was killed while writing the last one; `undefined` also in the moment before a run is written down. */
  holder(): Promise<Holder | undefined>;
  close(): Promise<void>;
}

/** Keeps runs. One process at a time holds a vault's Store; its Readers are never kept waiting. */
export interface Store extends Reader {
  /** Opens a run, visible at once as `running`, and gives its number. */
  startRun(start: { startedAt: string; version: string }): Promise<number>;
  /** Writes units down before they are spent, so that a crash cannot forget them. */
  spend(day: string, units: number): Promise<void>;
  /** Writes everything that a run brought in one transaction, and gives the run as it is now kept. */
  finishRun(run: FinishedRun): Promise<RunRecord>;
  /**
   * Keeps what can be read of a run's rejected items now as if it had been read then, and their rejections as they are now, in one
   * transaction. A video that was seen in a later run keeps what that run told of it.
   */
  saveReread(run: number, items: readonly RereadItem[]): Promise<void>;
  /** Cuts a set of runs into parts that are pruned one after another, the oldest first: each takes little time, or goes best as a whole. */
  partsToPrune(runs: readonly number[]): Promise<number[][]>;
  /**
   * Deletes runs with all that hangs on them, and the videos that no other run has seen, in one transaction; gives what is gone.
   * A run's number is never given again.
   */
  prune(runs: readonly number[]): Promise<Weight>;
  /** Gives the space of what was deleted back to the disk; needs as much room again while it does. */
  compact(): Promise<void>;
  /** Forgets everything. Only a demo does that, and only to what demos made. */
  clear(): Promise<void>;
}

/** A run at its end, merged and ready to be kept. */
export interface FinishedRun {
  readonly run: number;
  /** ISO 8601 UTC with milliseconds. */
  readonly finishedAt: string;
  /** In the order the charts were asked for. */
  readonly outcomes: readonly ChartOutcome[];
  /** As `mergeCharts` makes them of the outcomes. */
  readonly videos: readonly Video[];
}

/** YouTube wants no request before `until` (ISO 8601 UTC), for `reason`, a sentence. */
export interface NotBefore {
  readonly until: string;
  readonly reason: string;
}

/** Who writes a run, as `process 4711 on newsdesk`, and since when (ISO 8601 UTC). */
export interface Holder {
  readonly who: string;
  readonly since: string;
}

/** One run by its number, ISO 8601 UTC start, and how it ended. */
export interface RunStart {
  readonly run: number;
  readonly startedAt: string;
  readonly status: RunStatus | 'running';
}

/** Rows that go with a set of runs, by the tables that people query. */
export interface Weight {
  readonly runs: number;
  readonly charts: number;
  readonly snapshots: number;
  readonly appearances: number;
  readonly rejections: number;
  /** Those that no run outside the set has seen. */
  readonly videos: number;
}

export interface ChartDetail extends ChartKey {
  /** Videos of this chart that the vault had never stored before the run. */
  readonly new: number;
  readonly topTitle: string | null;
}

/** Time, as a thing that tests can hold in their hands. */
export interface Clock {
  /** Wall clock, ms since the epoch: for what is written down. */
  now(): number;
  /** Milliseconds that no change of the wall clock moves: for waiting. */
  monotonic(): number;
  /** Calls back once after `ms`, and gives the way to prevent it. */
  schedule(ms: number, callback: () => void): () => void;
}

/** What a run tells while it goes on: first its number, and then what becomes of its charts. */
export type RunEvent = { readonly kind: 'start'; readonly run: number } | ChartEvent;

export type ChartEvent =
  | { readonly kind: 'request'; readonly chart: ChartKey; readonly page: number; readonly attempt: number }
  | { readonly kind: 'wait'; readonly chart: ChartKey; readonly waitMs: number; readonly reason: string }
  | { readonly kind: 'page'; readonly chart: ChartKey; readonly items: number }
  | { readonly kind: 'chart'; readonly outcome: ChartRecord };

export type Report = (event: RunEvent) => void;
