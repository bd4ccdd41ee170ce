import { compareRuns, type RunComparison } from '../core/compare-runs.ts';
import { findTop, type TopVideo } from '../core/find-top.ts';
import { findVideosById } from '../core/find-videos.ts';
import type { KindCount, StoredRange, VideoRecord } from '../core/history.ts';
import { findOverlap, type Overlap, regionsOf } from '../core/overlap.ts';
import type { Period } from '../core/period.ts';
import type { Reader } from '../core/ports.ts';
import type { RunOutcome, UnfinishedRun } from '../core/summary.ts';
import { assessHealth, type ChartHealth, type Health } from './health.ts';
import { findHits, type Hit } from './hits.ts';
import { followChartTops, type ChartTop, followViews, type ViewsOfVideo } from './leaders.ts';

/** What a report is asked for. */
export interface ReportQuestion {
  readonly period: Period;
  readonly regions: readonly string[] | undefined;
}

/** Everything that a report tells, as data. */
export interface ReportFacts extends ReportQuestion {
  readonly health: Health;
  /** Those that started in the period, oldest first. */
  readonly runs: readonly (RunOutcome | UnfinishedRun)[];
  /** The newest run of the period. */
  readonly lastRun: RunOutcome | UnfinishedRun | undefined;
  /** `undefined` where no run of the period stored anything. */
  readonly stored: StoredFacts | undefined;
}

/** What is told of the runs that stored something; all of "now" is the last of them. */
export interface StoredFacts {
  readonly range: StoredRange;
  readonly top: { readonly found: number; readonly videos: readonly TopVideo[] };
  readonly charts: readonly ChartTop[];
  readonly views: readonly ViewsOfVideo[];
  readonly movers: RunComparison;
  /** Of all that is told of by its id. */
  readonly videos: ReadonlyMap<string, VideoRecord>;
  readonly overlap: Overlap;
  readonly hits: readonly Hit[];
  readonly kinds: readonly KindCount[];
}

/** How many are told of: enough for a glance, and few enough for a page. */
export const limits = { top: 10, views: 6, charts: 24, ranks: 5, movers: 10, hits: 6, regions: 12 } as const;

/** The facts of a vault in which no run is. */
export const noFacts: ReportFacts = {
  period: { since: undefined, until: undefined },
  regions: undefined,
  health: assessHealth([], { goesOn: false }),
  runs: [],
  lastRun: undefined,
  stored: undefined,
};

/** Gathers what a report tells. */
export async function gatherFacts(reader: Reader, question: ReportQuestion): Promise<ReportFacts> {
  const { period, regions } = question;
  const runs = await reader.outcomes(period);
  const lastRun = runs.at(-1);
  const goesOn = (await reader.isHeld()) && lastRun?.run === (await reader.listRuns(1))[0]?.run;
  const health = assessHealth(runs, { goesOn, ...(regions && { regions }) });
  const range = await reader.storedRange(period);
  return { ...question, health, runs, lastRun, stored: range && (await gatherStored(reader, { range, charts: health.charts, regions })) };
}

async function gatherStored(
  reader: Reader,
  { range, charts, regions }: { range: StoredRange; charts: readonly ChartHealth[]; regions: readonly string[] | undefined },
): Promise<StoredFacts> {
  const whole = { from: range.first.run, to: range.last.run };
  const last = { from: range.last.run, to: range.last.run };
  const top = await findTop(reader, { range: last, regions, limit: limits.top });
  const tops = await followChartTops(reader, charts.slice(0, limits.charts), { range: whole, ranks: limits.ranks });
  const movers = await compareRuns(reader, { last: range.last, regions });
  const places = await reader.places(whole, regions);
  const order = regions ?? charts.map(({ region }) => region);
  const ids = [movers.new, movers.gone, movers.risen, movers.fallen, movers.fastest].flatMap(
    (list: readonly { readonly videoId: string }[]) => list.slice(0, limits.movers).map(({ videoId }) => videoId),
  );
  const hits = await findHits(reader, places, limits.hits);
  const told = [...ids, ...hits.map(({ videoId }) => videoId), ...tops.flatMap(({ leaders }) => leaders.map(({ videoId }) => videoId))];
  return {
    range,
    top,
    charts: tops,
    views: await followViews(reader, top.videos.slice(0, limits.views), whole),
    movers,
    videos: new Map([
      ...(await findVideosById(reader, told)),
      ...top.videos.map(({ videoId, video }): [string, VideoRecord] => [videoId, video]),
    ]),
    overlap: findOverlap(places, regionsOf(places, order).slice(0, limits.regions)),
    hits,
    kinds: await reader.countKinds(whole, regions),
  };
}
