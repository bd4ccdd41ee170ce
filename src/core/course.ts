import type { ChartKey } from './chart.ts';
import { hoursBetween } from './growth.ts';
import type { Place, StoredRun } from './history.ts';

/** A video's time in one chart. */
export interface ChartCourse extends ChartKey {
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
  readonly bestRank: number;
  /** Hours between runs that follow each other and both show it here: as long as it was surely there, to one decimal. */
  readonly hours: number;
  /** Each run from the first to the last that shows it here and got the chart whole, oldest first; null where it was out. */
  readonly ranks: readonly (StoredRun & { readonly rank: number | null; readonly views: number | null })[];
}

/** How a video went from country to country. */
export interface Spread {
  /** Where the first run that saw it found it. */
  readonly from: readonly string[];
  readonly startedAt: string;
  /** The other regions, in the order in which it reached them. */
  readonly reached: readonly { readonly region: string; readonly startedAt: string; readonly days: number }[];
  /** Until it reached the last of them; 0 where there is no other. */
  readonly days: number;
}

/** The course of a video through one chart. `places` are its places there, `runs` those that got the chart whole; both oldest first. */
export function followChart(places: readonly (Place & StoredRun)[], runs: readonly StoredRun[]): ChartCourse | undefined {
  const [first] = places;
  const last = places.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const byRun = new Map<number, StoredRun & { rank: number | null; views: number | null }>();
  for (const { run, startedAt } of runs) {
    if (run >= first.run && run <= last.run) byRun.set(run, { run, startedAt, rank: null, views: null });
  }
  for (const { run, startedAt, rank, views } of places) byRun.set(run, { run, startedAt, rank, views });
  const ranks = [...byRun.values()].toSorted((a, b) => a.run - b.run);
  return {
    region: first.region,
    category: first.category,
    firstSeenAt: first.startedAt,
    lastSeenAt: last.startedAt,
    bestRank: Math.min(...places.map(({ rank }) => rank)),
    hours: Math.round(hoursThere(ranks) * 10) / 10,
    ranks,
  };
}

function hoursThere(ranks: readonly { readonly startedAt: string; readonly rank: number | null }[]): number {
  return ranks.reduce((sum, here, index) => {
    const before = ranks[index - 1];
    const isThere = before !== undefined && before.rank !== null && here.rank !== null;
    return isThere ? sum + hoursBetween(before.startedAt, here.startedAt) : sum;
  }, 0);
}

/** From where to where, and how fast; `undefined` for a video without places. Those are oldest first. */
export function findSpread(places: readonly (Place & StoredRun)[]): Spread | undefined {
  const [first] = places;
  if (first === undefined) return undefined;
  const reached = new Map<string, StoredRun>();
  for (const { region, run, startedAt } of places) if (!reached.has(region)) reached.set(region, { run, startedAt });
  const others = [...reached].filter(([, { run }]) => run !== first.run);
  const days = (startedAt: string): number => Math.round((hoursBetween(first.startedAt, startedAt) / 24) * 100) / 100;
  return {
    from: [...reached].flatMap(([region, { run }]) => (run === first.run ? [region] : [])),
    startedAt: first.startedAt,
    reached: others.map(([region, { startedAt }]) => ({ region, startedAt, days: days(startedAt) })),
    days: Math.max(0, ...others.map(([, { startedAt }]) => days(startedAt))),
  };
}
