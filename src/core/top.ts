import { type ChartKey, chartName } from './chart.ts';
import { type Growth, growthBetween, growthSteps } from './growth.ts';
import type { Place, RunRange, Snapshot } from './history.ts';

/** A video that charts, with all its places. */
export interface Charting {
  readonly videoId: string;
  /** In the order of the charts. */
  readonly places: readonly Place[];
  /** Its last counters; `undefined` where only a part of a vault was kept. */
  readonly snapshot: Snapshot | undefined;
}

/** Videos by views, most first; by rank where the charts are those of one region. `charts` says in which order places stand. */
export function rankVideos(places: readonly Place[], snapshots: readonly Snapshot[], charts: readonly ChartKey[]): Charting[] {
  const order = new Map(charts.map((chart, index) => [chartName(chart), index]));
  const place = (chart: ChartKey): number => order.get(chartName(chart)) ?? charts.length;
  const counters = new Map(snapshots.map((snapshot) => [snapshot.videoId, snapshot]));
  const byVideo = new Map<string, Place[]>();
  for (const each of places) {
    const known = byVideo.get(each.videoId);
    if (known) known.push(each);
    else byVideo.set(each.videoId, [each]);
  }
  const videos = [...byVideo].map(([videoId, own]): Charting => {
    return { videoId, places: own.toSorted((a, b) => place(a) - place(b)), snapshot: counters.get(videoId) };
  });
  const views = ({ snapshot }: Charting): number => snapshot?.views ?? -1;
  const byViews = (a: Charting, b: Charting): number => views(b) - views(a) || (a.videoId < b.videoId ? -1 : 1);
  if (!isOneRegion(places)) return videos.toSorted(byViews);
  // The first chart of the region comes first, and those that only its others show after it.
  const rank = ({ places: [first] }: Charting): number => (first ? place(first) * 1000 + first.rank : 0);
  return videos.toSorted((a, b) => rank(a) - rank(b) || byViews(a, b));
}

/** Whether places are all of one region. */
export function isOneRegion(places: readonly Place[]): boolean {
  return new Set(places.map(({ region }) => region)).size === 1;
}

/** How a video grew until the last of these runs: over all of them, or, where they are one, since the run before that saw it. */
export function growthOver(
  snapshots: readonly Snapshot[],
  { from, to }: RunRange,
): Growth & { readonly steps: readonly (number | null)[] } {
  const known = snapshots.filter(({ run }) => run <= to);
  const last = known.at(-1);
  const first = from === to ? known.at(-2) : known.find(({ run }) => run >= from);
  return { ...(first === last ? growthBetween(undefined, last) : growthBetween(first, last)), steps: growthSteps(known) };
}
