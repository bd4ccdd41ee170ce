import type { Place } from './history.ts';

/** What two regions have in common. */
export interface RegionPair {
  readonly regions: readonly [string, string];
  /** Videos in the charts of both. */
  readonly shared: number;
  /** Videos in the charts of either. */
  readonly union: number;
  /** shared / union, from 0 to 1, to four decimals; 0 for two regions without videos. */
  readonly jaccard: number;
}

export interface Overlap {
  /** In the order given, each with its number of videos. */
  readonly regions: readonly { readonly region: string; readonly videos: number }[];
  /** Every two regions once, in the order of `regions`. */
  readonly pairs: readonly RegionPair[];
  readonly unique: number;
  /** Videos in more than one region. */
  readonly shared: number;
  /** shared / unique × 100, to two decimals. */
  readonly overlapPercent: number;
  /** What two regions have in common on average, to four decimals; null where there is no pair. */
  readonly meanJaccard: number | null;
}

/** The regions of these places, each once: in this order, and then the others by their codes. */
export function regionsOf(places: readonly Place[], order: readonly string[]): string[] {
  const shown = new Set(places.map(({ region }) => region));
  return [...new Set([...order.filter((region) => shown.has(region)), ...[...shown].toSorted()])];
}

/** How much the charts of these regions have in common; a video in two charts of one region counts once there. */
export function findOverlap(places: readonly Place[], regions: readonly string[]): Overlap {
  const index = new Map(regions.map((region, position) => [region, position]));
  const videos = new Map<string, Set<number>>();
  for (const { videoId, region } of places) {
    const position = index.get(region);
    if (position === undefined) continue;
    const seen = videos.get(videoId);
    if (seen) seen.add(position);
    else videos.set(videoId, new Set([position]));
  }
  // shared[a][a] counts the videos of a region itself.
  const shared = regions.map(() => regions.map(() => 0));
  for (const seen of videos.values()) {
    for (const a of seen) for (const b of seen) (shared[a] as number[])[b] = (shared[a]?.[b] ?? 0) + 1;
  }
  const count = (a: number, b: number): number => shared[a]?.[b] ?? 0;
  const pairs = regions.flatMap((first, a) =>
    regions.slice(a + 1).map((second, offset): RegionPair => {
      const b = a + 1 + offset;
      const union = count(a, a) + count(b, b) - count(a, b);
      return { regions: [first, second], shared: count(a, b), union, jaccard: union === 0 ? 0 : toFourDecimals(count(a, b) / union) };
    }),
  );
  const sharedVideos = [...videos.values()].filter((seen) => seen.size > 1).length;
  return {
    regions: regions.map((region, a) => ({ region, videos: count(a, a) })),
    pairs,
    unique: videos.size,
    shared: sharedVideos,
    overlapPercent: videos.size === 0 ? 0 : Math.round((sharedVideos / videos.size) * 10_000) / 100,
    meanJaccard: pairs.length === 0 ? null : toFourDecimals(pairs.reduce((sum, { jaccard }) => sum + jaccard, 0) / pairs.length),
  };
}

/** The pairs, those with the most in common first. */
export function mostAlike({ pairs }: Overlap): RegionPair[] {
  return pairs.toSorted((a, b) => b.jaccard - a.jaccard || b.shared - a.shared);
}

function toFourDecimals(number: number): number {
  return Math.round(number * 10_000) / 10_000;
}
