import { findVideosById } from './find-videos.ts';
import type { Growth } from './growth.ts';
import type { RunRange, VideoRecord } from './history.ts';
import type { Reader } from './ports.ts';
import { chartsOfRun } from './run-charts.ts';
import { type Charting, growthOver, rankVideos } from './top.ts';

/** A video that charts, as it was when it was last seen, and how it grew. */
export interface TopVideo extends Charting, Growth {
  readonly video: VideoRecord;
  /** Views per hour between each two of its runs, oldest first; null where they cannot be told. */
  readonly steps: readonly (number | null)[];
}

/** The first `limit` videos of some runs, of the `found` ones. */
export async function findTop(
  reader: Reader,
  {
    range,
    regions,
    category,
    limit,
  }: { range: RunRange; regions?: readonly string[] | undefined; category?: number | undefined; limit: number },
): Promise<{ readonly found: number; readonly videos: readonly TopVideo[] }> {
  const charts = await chartsOfRun(reader, range.to);
  const ranked = rankVideos(await reader.places(range, regions), await reader.lastSnapshots(range), charts);
  const ids = (list: readonly Charting[]): string[] => list.map(({ videoId }) => videoId);
  const known = category === undefined ? undefined : await findVideosById(reader, ids(ranked));
  const found = known ? ranked.filter(({ videoId }) => known.get(videoId)?.categoryId === category) : ranked;
  const shown = found.slice(0, limit);
  const videosById = known ?? (await findVideosById(reader, ids(shown)));
  const videos: TopVideo[] = [];
  for (const charting of shown) {
    const video = videosById.get(charting.videoId);
    if (video) videos.push({ ...charting, video, ...growthOver(await reader.snapshotsOf(charting.videoId), range) });
  }
  return { found: found.length, videos };
}
