import type { ChartKey } from './chart.ts';
import { quotaResetsAt } from './quota.ts';
import { regionLanguage } from './region.ts';

/** `sparse`: answered with nothing, or with far less than its last runs gave. */
export type ChartStatus = 'stored' | 'sparse' | 'no-chart' | 'failed';

/** `partial`: something was stored and something failed. `failed`: nothing was stored. */
export type RunStatus = 'complete' | 'partial' | 'failed';

/** How one chart of a run ended, as the vault keeps it. */
export interface ChartRecord extends ChartKey {
  readonly status: ChartStatus;
  /** Videos stored. */
  readonly videos: number;
  /** Rejections kept: items, or single fields of items, that could not be read. */
  readonly rejected: number;
  readonly requests: number;
  readonly retries: number;
  readonly waitedMs: number;
  readonly durationMs: number;
  readonly error: { readonly code: string; readonly message: string } | null;
}

/** A run that has not ended: it goes on, or it was killed. It holds nothing. */
export interface UnfinishedRun {
  readonly run: number;
  readonly status: 'running';
  /** ISO 8601 UTC, as all times. */
  readonly startedAt: string;
}

/** How a run and its charts ended. */
export interface RunOutcome {
  readonly run: number;
  readonly status: RunStatus;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly requests: number;
  readonly retries: number;
  readonly quotaUnits: number;
  /** In the order they were asked for. */
  readonly charts: readonly ChartRecord[];
}

/** A run that ended, as the vault keeps it, with what it brought. */
export interface RunRecord extends RunOutcome {
  readonly unique: number;
  readonly new: number;
  /** Videos in more than one region. */
  readonly shared: number;
}

/** A run, be it over or not; of one that ended as much as was asked for. */
export type AnyRun<Ended extends RunOutcome = RunOutcome> = Ended | UnfinishedRun;

/** Whether a run was found, and has ended. */
export function isEnded<Ended extends RunOutcome>(run: AnyRun<Ended> | undefined): run is Ended {
  return run !== undefined && run.status !== 'running';
}

/** The JSON document of `fetch --json` and `stats --json`. */
export interface RunSummary {
  readonly run: number;
  readonly status: RunStatus;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly durationMs: number;
  readonly regions: readonly RegionSummary[];
  readonly videos: {
    readonly fetched: number;
    readonly unique: number;
    readonly new: number;
    readonly shared: number;
    readonly rejected: number;
  };
  /** Shared videos per unique video, × 100, to two decimals. */
  readonly overlapPercent: number;
  readonly requests: number;
  readonly retries: number;
  readonly quota: { readonly used: number; readonly usedToday: number; readonly limit: number; readonly resetsAt: string };
  readonly database: string;
}

export interface RegionSummary extends ChartRecord {
  readonly language: string;
}

/** What a summary says beside the run itself; "today" is the Pacific day of `now` (ms since the epoch). */
export interface SummaryContext {
  readonly now: number;
  readonly usedToday: number;
  readonly quotaPerDay: number;
  readonly database: string;
}

/** The summary of a run, the same whether the run has just ended or is read back years later. */
export function summarize(record: RunRecord, context: SummaryContext): RunSummary {
  return {
    run: record.run,
    status: record.status,
    startedAt: record.startedAt,
    finishedAt: record.finishedAt,
    durationMs: Date.parse(record.finishedAt) - Date.parse(record.startedAt),
    regions: record.charts.map(describeRegion),
    videos: {
      fetched: total(record.charts, 'videos'),
      unique: record.unique,
      new: record.new,
      shared: record.shared,
      rejected: total(record.charts, 'rejected'),
    },
    overlapPercent: record.unique === 0 ? 0 : Math.round((record.shared / record.unique) * 10_000) / 100,
    requests: record.requests,
    retries: record.retries,
    quota: {
      used: record.quotaUnits,
      usedToday: context.usedToday,
      limit: context.quotaPerDay,
      resetsAt: new Date(quotaResetsAt(context.now)).toISOString(),
    },
    database: context.database,
  };
}

/** Complete when nothing failed, partial when something was stored all the same, failed when nothing was. */
export function runStatus(charts: readonly Pick<ChartRecord, 'status' | 'videos'>[]): RunStatus {
  if (charts.every(({ status }) => status !== 'failed')) return 'complete';
  const stored = charts.some(({ status, videos }) => status === 'stored' || status === 'sparse' || videos > 0);
  return stored ? 'partial' : 'failed';
}

/** Sums one figure over charts. */
export function total<Key extends string>(charts: readonly Readonly<Record<Key, number>>[], key: Key): number {
  return charts.reduce((sum, chart) => sum + chart[key], 0);
}

function describeRegion({ region, category, ...rest }: ChartRecord): RegionSummary {
  return { region, category, language: regionLanguage(region), ...rest };
}
