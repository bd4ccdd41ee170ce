import { findVideosById } from './find-videos.ts';
import { type Growth, stepsDrawn } from './growth.ts';
import type { RunRange, Snapshot, VideoRecord } from './history.ts';
import type { Reader } from './ports.ts';
import { chartsOfRun } from './run-charts.ts';
import { type Charting, growthOver, isOneRegion, rankVideos } from './top.ts';

/** A video that charts, as it was when it was last seen, and how it grew. */
export interface TopVideo extends Charting, Growth {
  readonly video: VideoRecord;
  /** Views per hour between each two of its last runs, oldest first; null where they cannot be told. */
  readonly steps: readonly (number | null)[];
}

/** The first of the `found` videos. */
export interface Top {
  readonly found: number;
  readonly videos: readonly TopVideo[];
  /** Whether they stand by their rank in the one region that there is, and not by their views. */
  readonly isByRank: boolean;
}

/** The first `limit` videos of some runs. */
export async function findTop(
  reader: Reader,
  {
    range,
    regions,
    category,
    limit,
  }: { range: RunRange; regions?: readonly string[] | undefined; category?: number | undefined; limit: number },
): Promise<Top> {
  const charts = await chartsOfRun(reader, range.to);
  const places = await reader.places(range, regions);
  const ranked = rankVideos(places, await reader.lastSnapshots(range), charts);
  const ids = (list: readonly Charting[]): string[] => list.map(({ videoId }) => videoId);
  const known = category === undefined ? undefined : await findVideosById(reader, ids(ranked));
  const found = known ? ranked.filter(({ videoId }) => known.get(videoId)?.categoryId === category) : ranked;
  const shown = found.slice(0, limit);
  const videosById = known ?? (await findVideosById(reader, ids(shown)));
  const videos: TopVideo[] = [];
  for (const charting of shown) {
    const video = videosById.get(charting.videoId);
    if (video) videos.push({ ...charting, video, ...growthOver(await snapshotsBefore(charting.videoId, range, reader), range) });
  }
  return { found: found.length, videos, isByRank: isOneRegion(places) };
}

/** All that is asked of a video's past: of one run no more than is drawn, for it may have years of it. */
function snapshotsBefore(videoId: string, { from, to }: RunRange, reader: Reader): Promise<Snapshot[]> {
  return from === to ? reader.newestSnapshots(videoId, stepsDrawn + 1, to) : reader.snapshotsOf(videoId);
}
