import type { ChartKey } from './chart.ts';
import { type Growth, growthBetween, hoursBetween } from './growth.ts';
import type { Place, Snapshot, StoredRun } from './history.ts';

/** One chart in two runs. */
export interface ComparedChart extends ChartKey {
  readonly before: StoredRun;
  readonly after: StoredRun;
  readonly placesBefore: readonly Place[];
  readonly placesAfter: readonly Place[];
}

/** How a video's place in a chart changed; a rank is null where it was not in the chart. */
export interface Move extends ChartKey {
  readonly videoId: string;
  readonly rank: number | null;
  readonly previousRank: number | null;
}

/** How a video's views grew from the first of two runs to the second. */
export interface Grown extends Growth {
  readonly videoId: string;
  readonly views: number | null;
  readonly previousViews: number | null;
  readonly hours: number;
}

export interface Movers {
  /** Now in a chart and not before, best rank first. */
  readonly new: readonly Move[];
  /** Before in a chart and not now, best rank first. */
  readonly gone: readonly Move[];
  /** Most places first. */
  readonly risen: readonly Move[];
  readonly fallen: readonly Move[];
}

/** What moved in these charts; equal moves stand in the order of the charts, and then by rank. */
export function findMoves(charts: readonly ComparedChart[]): Movers {
  const moves = charts.flatMap(movesOf);
  const inBoth = moves.flatMap((move) =>
    move.rank === null || move.previousRank === null ? [] : [{ move, places: move.previousRank - move.rank }],
  );
  const byPlaces = (sign: number) =>
    inBoth
      .filter(({ places }) => places * sign > 0)
      .toSorted((a, b) => (b.places - a.places) * sign)
      .map(({ move }) => move);
  return {
    new: moves.filter(({ previousRank }) => previousRank === null).toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0)),
    gone: moves.filter(({ rank }) => rank === null).toSorted((a, b) => (a.previousRank ?? 0) - (b.previousRank ?? 0)),
    risen: byPlaces(1),
    fallen: byPlaces(-1),
  };
}

function movesOf({ region, category, placesBefore, placesAfter }: ComparedChart): Move[] {
  const before = new Map(placesBefore.map(({ videoId, rank }) => [videoId, rank]));
  const after = new Set(placesAfter.map(({ videoId }) => videoId));
  const byRank = (places: readonly Place[]) => places.toSorted((a, b) => a.rank - b.rank);
  return [
    ...byRank(placesAfter).map(({ videoId, rank }) => ({ region, category, videoId, rank, previousRank: before.get(videoId) ?? null })),
    ...byRank(placesBefore)
      .filter(({ videoId }) => !after.has(videoId))
      .map(({ videoId, rank }) => ({ region, category, videoId, rank: null, previousRank: rank })),
  ];
}

/** The growth of every video that both runs counted, fastest first, and those whose count fell after them. */
export function findGrowth(before: readonly Snapshot[], after: readonly Snapshot[]): Grown[] {
  const earlier = new Map(before.map((snapshot) => [snapshot.videoId, snapshot]));
  const grown = after.flatMap((now): Grown[] => {
    const then = earlier.get(now.videoId);
    if (then === undefined) return [];
    return [
      {
        videoId: now.videoId,
        views: now.views,
        previousViews: then.views,
        hours: hoursBetween(then.startedAt, now.startedAt),
        ...growthBetween(then, now),
      },
    ];
  });
  return grown.filter(isKnown).toSorted((a, b) => worth(b) - worth(a) || (b.views ?? 0) - (a.views ?? 0));
}

function isKnown({ viewsPerHour, viewsFellBy }: Growth): boolean {
  return viewsPerHour !== null || viewsFellBy !== null;
}

function worth({ viewsPerHour, viewsFellBy }: Growth): number {
  return viewsPerHour ?? -1 - (viewsFellBy ?? 0);
}
