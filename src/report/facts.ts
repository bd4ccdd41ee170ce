import { compareRuns, type RunComparison } from '../core/compare-runs.ts';
import { dayMs } from '../core/duration.ts';
import { findTop, type Top } from '../core/find-top.ts';
import { findVideosById } from '../core/find-videos.ts';
import type { KindCount, StoredRange, VideoRecord } from '../core/history.ts';
import { goesOn } from '../core/goes-on.ts';
import { findOverlap, type Overlap, regionsOf } from '../core/overlap.ts';
import type { Period } from '../core/period.ts';
import type { Reader } from '../core/ports.ts';
import { allowedDays } from '../core/retention.ts';
import { chartsOfRun } from '../core/run-charts.ts';
import { type AnyRun, isEnded, runStatus } from '../core/summary.ts';
import { assessHealth, findPace, type Pace, type ChartHealth, type Health } from './health.ts';
import { findHits, type Hit } from './hits.ts';
import { followChartTops, type ChartTop, followViews, type ViewsOfVideo } from './leaders.ts';

/** What a report is asked for. */
export interface ReportQuestion {
  readonly period: Period;
  readonly regions: readonly string[] | undefined;
  /** Ms since the epoch. */
  readonly now: number;
}

/** Everything that a report tells, as data. */
export interface ReportFacts {
  readonly health: Health;
  /** Those that started in the period, oldest first; of their charts those of the regions asked about. */
  readonly runs: readonly AnyRun[];
  /** Regions asked about that no run of the period asked for. */
  readonly missing: readonly string[];
  /** Of the vault, in the period or not; `undefined` where none ever started. */
  readonly newestRun: AnyRun | undefined;
  /** Whether that is in the period: a period of the past does not tell what is the matter now. */
  readonly isCurrent: boolean;
  /** `undefined` where no run of the period stored anything. */
  readonly stored: StoredFacts | undefined;
}

/** What is told of the runs that stored something; all of "now" is the last of them. */
export interface StoredFacts {
  readonly range: StoredRange;
  readonly top: Top;
  readonly charts: readonly ChartTop[];
  /** How many charts there are, those included that are not followed. */
  readonly chartsInAll: number;
  readonly views: readonly ViewsOfVideo[];
  readonly movers: RunComparison;
  /** Of all that is told of by its id. */
  readonly videos: ReadonlyMap<string, VideoRecord>;
  readonly overlap: Overlap;
  readonly hits: readonly Hit[];
  readonly kinds: readonly KindCount[];
}

/** What a report covers unless it is told otherwise: as much as a vault may hold. */
export const usualPeriodMs = allowedDays * dayMs;

/** How many are gathered: enough for a glance, and few enough for a page. */
export const limits = { top: 10, views: 6, charts: 24, ranks: 5, moves: 200, fastest: 10, hits: 6 } as const;

/** The facts of a vault in which no run is. */
export const noFacts: ReportFacts = {
  health: assessHealth([], { goesOn: false, now: 0, pace: findPace([]) }),
  runs: [],
  missing: [],
  newestRun: undefined,
  isCurrent: true,
  stored: undefined,
};

/** Gathers what a report tells. */
export async function gatherFacts(reader: Reader, { period, regions, now }: ReportQuestion): Promise<ReportFacts> {
  const all = await reader.outcomes(period);
  const runs = keepRegions(all, regions);
  const [newestRun] = await reader.listRuns(1);
  const isCurrent = all.at(-1)?.run === newestRun?.run;
  const health = assessHealth(runs, { goesOn: isCurrent && (await goesOn(reader)), now, pace: await findUsualPace(reader, runs.at(-1)) });
  // Of regions that nobody asked for nothing is stored, whatever else is.
  const range = runs.length === 0 ? undefined : await reader.storedRange(period);
  return {
    health,
    runs,
    missing: all.length === 0 ? [] : (regions ?? []).filter((region) => !health.charts.some((chart) => chart.region === region)),
    newestRun,
    isCurrent,
    stored: range && (await gatherStored(reader, { range, charts: health.charts, regions })),
  };
}

/** A short period knows no pace: it is that of a usual one that ends with the same run. */
async function findUsualPace(reader: Reader, last: AnyRun | undefined): Promise<Pace> {
  const end = Date.parse(last?.startedAt ?? '');
  const starts = (await reader.listStarts()).map(({ startedAt }) => Date.parse(startedAt));
  return findPace(starts.filter((start) => start <= end && start > end - usualPeriodMs));
}

/** Runs as if they had asked for these regions only, without those that asked for others; none where all of them did. */
function keepRegions(runs: readonly AnyRun[], regions: readonly string[] | undefined): AnyRun[] {
  const kept = regions === undefined ? [...runs] : runs.flatMap((run) => narrow(run, regions));
  const isAnyKept = kept.some(isEnded);
  // Nobody knows what a run that did not end had asked for.
  return isAnyKept || !runs.some(isEnded) ? kept : [];
}

function narrow(run: AnyRun, regions: readonly string[]): AnyRun[] {
  if (run.status === 'running') return [run];
  const charts = run.charts.filter(({ region }) => regions.includes(region));
  if (charts.length === 0 && run.charts.length > 0) return [];
  return [{ ...run, charts, status: charts.length === 0 ? run.status : runStatus(charts) }];
}

async function gatherStored(
  reader: Reader,
  { range, charts, regions }: { range: StoredRange; charts: readonly ChartHealth[]; regions: readonly string[] | undefined },
): Promise<StoredFacts> {
  const last = { from: range.last.run, to: range.last.run };
  const whole = { ...last, from: range.first.run };
  const top = await findTop(reader, { range: last, regions, limit: limits.top });
  const tops = await followChartTops(reader, charts.slice(0, limits.charts), {
    range: whole,
    ranks: limits.ranks,
    lastCharts: await chartsOfRun(reader, range.last.run),
  });
  const movers = await compareRuns(reader, { last: range.last, regions });
  const places = await reader.places(whole);
  const own = regions ? places.filter(({ region }) => regions.includes(region)) : places;
  const order = regions ?? charts.map(({ region }) => region);
  const hits = await findHits(reader, places, { regions, until: range.last.run, limit: limits.hits });
  return {
    range,
    top,
    charts: tops,
    chartsInAll: charts.length,
    views: await followViews(reader, top.videos.slice(0, limits.views), whole),
    movers,
    videos: await findVideosById(reader, [
      ...idsOfMovers(movers),
      ...idsOf([...hits, ...top.videos, ...tops.flatMap(({ leaders }) => leaders)]),
    ]),
    overlap: findOverlap(own, regionsOf(own, order)),
    hits,
    kinds: await reader.countKinds(whole, regions),
  };
}

/** Of the movers that a page has room for. */
function idsOfMovers({ fastest, ...movers }: RunComparison): string[] {
  const moves = [movers.new, movers.gone, movers.risen, movers.fallen].flatMap((moves) => moves.slice(0, limits.moves));
  return idsOf([...moves, ...fastest.slice(0, limits.fastest)]);
}

function idsOf(entries: readonly { readonly videoId: string }[]): string[] {
  return entries.map(({ videoId }) => videoId);
}
