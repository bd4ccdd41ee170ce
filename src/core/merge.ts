import { categoryName } from './category.ts';
import { type ChartKey, chartName, type RegionalVideo } from './chart.ts';
import { greatest } from './counters.ts';
import { regionLanguage } from './region.ts';

/** One region's chart, read: the part of an outcome that the merge needs. */
export interface RegionalChart extends ChartKey {
  readonly videos: readonly RegionalVideo[];
}

/** Where a video charts, and the count that this region showed. */
export interface Appearance extends ChartKey {
  readonly rank: number;
  readonly views: number | null;
}

/** One video after merging: its metadata once, the greatest counters, and every chart it stands in. */
export interface Video extends Omit<RegionalVideo, 'rank'> {
  readonly categoryName: string | null;
  /** The declared language, else the language of the first region, in the order asked for, that shows the video. */
  readonly primaryLanguage: string;
  /** In the order the charts were asked for. */
  readonly appearances: readonly Appearance[];
}

interface Entry {
  readonly chart: RegionalChart;
  /** Of the chart's region: looked up once a chart, for Intl is slow. */
  readonly language: string;
  readonly video: RegionalVideo;
}

/**
 * Unites the charts of one run: one Video per id, in the order asked for and then by rank.
 *
 * `views`, `likes` and `comments` are the greatest that any region reported, for the counters lag from region to region; null
 * only where every region hides them. Everything else comes from the first region, in the order of `asked`, that shows the
 * video; then the order in which `charts` arrive does not matter. Without `asked` that order decides. A video that one chart lists
 * twice keeps its best rank.
 */
export function mergeCharts(charts: readonly RegionalChart[], asked: readonly ChartKey[] = charts): Video[] {
  const order = new Map(asked.map((key, index) => [chartName(key), index]));
  const place = (chart: ChartKey): number => order.get(chartName(chart)) ?? asked.length;
  const entries = charts.flatMap(entriesOf).toSorted((a, b) => place(a.chart) - place(b.chart) || a.video.rank - b.video.rank);

  const byId = new Map<string, [Entry, ...Entry[]]>();
  for (const entry of entries) {
    const group = byId.get(entry.video.id);
    if (group) group.push(entry);
    else byId.set(entry.video.id, [entry]);
  }
  return [...byId.values()].map(mergeEntries);
}

function entriesOf(chart: RegionalChart): Entry[] {
  const language = regionLanguage(chart.region);
  return chart.videos.map((video) => ({ chart, language, video }));
}

/** The entries of one video, in the order asked for and then by rank. */
function mergeEntries(entries: readonly [Entry, ...Entry[]]): Video {
  const [first] = entries;
  const { rank: _, ...metadata } = first.video;
  return {
    ...metadata,
    categoryName: categoryName(first.video.categoryId),
    primaryLanguage: first.video.declaredLanguage ?? first.language,
    views: greatest(entries.map(({ video }) => video.views)),
    likes: greatest(entries.map(({ video }) => video.likes)),
    comments: greatest(entries.map(({ video }) => video.comments)),
    appearances: appearancesOf(entries),
  };
}

function appearancesOf(entries: readonly Entry[]): Appearance[] {
  const best = new Map<string, Appearance>();
  for (const { chart, video } of entries) {
    const name = chartName(chart);
    const seen = best.get(name);
    const { region, category } = chart;
    if (seen) best.set(name, { ...seen, views: greatest([seen.views, video.views]) });
    else best.set(name, { region, category, rank: video.rank, views: video.views });
  }
  return [...best.values()];
}
