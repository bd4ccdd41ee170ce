import { findSpread, type Spread } from '../core/course.ts';
import type { Place } from '../core/history.ts';
import type { Reader } from '../core/ports.ts';

/** A video that charts in several regions, and how it reached them. */
export interface Hit {
  readonly videoId: string;
  readonly spread: Spread;
  /** Regions in the order in which it reached them, and its best rank in each. */
  readonly regions: readonly { readonly region: string; readonly hours: number; readonly startedAt: string; readonly bestRank: number }[];
}

/** Of how many candidates the whole history is read. */
const candidates = 40;

/**
 * The videos of these places that reached the most regions one after the other, at most `limit`.
 *
 * What was there already in the vault's first run may have charted anywhere before: its way is not known, and it is left out.
 */
export async function findHits(reader: Reader, places: readonly Place[], limit: number): Promise<Hit[]> {
  const oldest = await reader.storedRange({ since: undefined, until: undefined });
  const hits: Hit[] = [];
  for (const videoId of rankByRegions(places).slice(0, candidates)) {
    if (hits.length === limit) break;
    const all = await reader.placesOf(videoId);
    const spread = findSpread(all);
    if (spread === undefined || spread.reached.length === 0 || all[0]?.run === oldest?.first.run) continue;
    const best = (region: string): number => Math.min(...all.filter((place) => place.region === region).map(({ rank }) => rank));
    const arrivals = [...spread.from.map((region) => ({ region, startedAt: spread.startedAt })), ...spread.reached];
    hits.push({
      videoId,
      spread,
      regions: arrivals.map(({ region, startedAt }) => ({
        region,
        startedAt,
        hours: (Date.parse(startedAt) - Date.parse(spread.startedAt)) / 3_600_000,
        bestRank: best(region),
      })),
    });
  }
  return hits;
}

/** Videos of several regions, the most regions first, then the most views. */
function rankByRegions(places: readonly Place[]): string[] {
  const videos = new Map<string, { regions: Set<string>; views: number }>();
  for (const { videoId, region, views } of places) {
    const known = videos.get(videoId) ?? { regions: new Set(), views: 0 };
    known.regions.add(region);
    known.views = Math.max(known.views, views ?? 0);
    videos.set(videoId, known);
  }
  return [...videos]
    .filter(([, { regions }]) => regions.size > 1)
    .toSorted(([, a], [, b]) => b.regions.size - a.regions.size || b.views - a.views)
    .map(([videoId]) => videoId);
}
