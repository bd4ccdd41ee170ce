import { findSpread, type Spread } from '../core/course.ts';
import { hoursBetween } from '../core/growth.ts';
import type { Place } from '../core/history.ts';
import type { Reader } from '../core/ports.ts';

/** A video that charts in several regions, and how it reached them: by the hours since a chart first showed it. */
export interface Hit {
  readonly videoId: string;
  /** In the order in which it reached them, with the best rank it had in each. */
  readonly regions: readonly Arrival[];
}

export interface Arrival {
  readonly region: string;
  readonly hours: number;
  readonly startedAt: string;
  readonly bestRank: number;
}

/** Of how many candidates the whole history is read. */
const candidates = 40;

/**
 * The videos of these places that reached the most regions one after the other until run `until`, at most `limit`; if `regions` are given,
 * only those that came to one of them.
 *
 * What was there already in the vault's first run may have charted anywhere before: its way is not known, and it is left out. So is what
 * reached a region in a run that started at no time.
 */
export async function findHits(
  reader: Reader,
  places: readonly Place[],
  { regions: wanted, until, limit }: { regions: readonly string[] | undefined; until: number; limit: number },
): Promise<Hit[]> {
  const oldest = (await reader.storedRange({ since: undefined, until: undefined }))?.first.run ?? 0;
  const old = new Set((await reader.places({ from: oldest, to: oldest })).map(({ videoId }) => videoId));
  const watched = places.filter(({ videoId }) => !old.has(videoId));
  const hits: Hit[] = [];
  for (const videoId of rankByRegions(watched, wanted).slice(0, candidates)) {
    if (hits.length === limit) break;
    const own = (await reader.placesOf(videoId)).filter(({ run }) => run <= until);
    const spread = findSpread(own);
    const regions = spread && spread.reached.length > 0 ? listArrivals(spread, own) : [];
    if (regions.length > 0 && regions.every(({ hours }) => Number.isFinite(hours))) hits.push({ videoId, regions });
  }
  return hits;
}

function listArrivals({ from, startedAt, reached }: Spread, places: readonly Place[]): Arrival[] {
  const best = (region: string): number => Math.min(...places.filter((place) => place.region === region).map(({ rank }) => rank));
  return [...from.map((region) => ({ region, startedAt })), ...reached].map(({ region, startedAt: arrived }) => {
    return { region, startedAt: arrived, hours: hoursBetween(startedAt, arrived), bestRank: best(region) };
  });
}

/** Videos of several regions, one of the wanted ones among them, the most regions first, then the most views. */
function rankByRegions(places: readonly Place[], wanted: readonly string[] | undefined): string[] {
  const videos = new Map<string, { regions: Set<string>; views: number }>();
  for (const { videoId, region, views } of places) {
    const known = videos.get(videoId) ?? { regions: new Set(), views: 0 };
    known.regions.add(region);
    known.views = Math.max(known.views, views ?? 0);
    videos.set(videoId, known);
  }
  return [...videos]
    .filter(([, { regions }]) => regions.size > 1 && (wanted?.some((region) => regions.has(region)) ?? true))
    .toSorted(([, a], [, b]) => b.regions.size - a.regions.size || b.views - a.views)
    .map(([videoId]) => videoId);
}
