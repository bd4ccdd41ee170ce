import { type ChartKey, isSameChart } from '../core/chart.ts';
import { type ChartCourse, followChart } from '../core/course.ts';
import type { TopVideo } from '../core/find-top.ts';
import type { RunRange, Snapshot, StoredRun } from '../core/history.ts';
import type { Reader } from '../core/ports.ts';
import type { ChartRecord, ChartStatus } from '../core/summary.ts';

/** A video at the top of a chart, and how it got there. */
export interface Leader {
  readonly videoId: string;
  readonly rank: number;
  /** Views that the region showed. */
  readonly views: number | null;
  readonly course: ChartCourse;
}

/** The top of one chart, as the newest of some runs found it that got it whole. */
export interface ChartTop extends ChartKey {
  /** What became of it in the last run; `undefined` where that did not ask for it. */
  readonly lastStatus: ChartStatus | undefined;
  /** Which run the leaders are of; `undefined` where none got the chart whole. */
  readonly shownRun: StoredRun | undefined;
  /** Best rank first. */
  readonly leaders: readonly Leader[];
}

/** The tops of these charts, the best `ranks` videos of each; `lastCharts` are those of the last run. */
export async function followChartTops(
  reader: Reader,
  charts: readonly ChartKey[],
  { range, ranks, lastCharts }: { range: RunRange; ranks: number; lastCharts: readonly ChartRecord[] },
): Promise<ChartTop[]> {
  const tops: ChartTop[] = [];
  for (const { region, category } of charts) {
    const key = { region, category };
    const runs = await reader.chartRuns(key, range);
    const shownRun = runs.at(-1);
    const leaders = shownRun ? await followLeaders(reader, key, { shownRun, runs, ranks }) : [];
    const lastStatus = lastCharts.find((chart) => isSameChart(chart, key))?.status;
    tops.push({ ...key, lastStatus, shownRun, leaders });
  }
  return tops;
}

async function followLeaders(
  reader: Reader,
  key: ChartKey,
  { shownRun, runs, ranks }: { shownRun: StoredRun; runs: readonly StoredRun[]; ranks: number },
): Promise<Leader[]> {
  const places = (await reader.places({ from: shownRun.run, to: shownRun.run }, [key.region])).filter((place) => isSameChart(place, key));
  const since = runs[0]?.run ?? shownRun.run;
  const leaders: Leader[] = [];
  for (const { videoId, rank, views } of places.toSorted((a, b) => a.rank - b.rank).slice(0, ranks)) {
    const own = (await reader.placesOf(videoId)).filter(
      (place) => isSameChart(place, key) && place.run >= since && place.run <= shownRun.run,
    );
    const course = followChart(own, runs);
    if (course) leaders.push({ videoId, rank, views, course });
  }
  return leaders;
}

/** A video's counters over some runs, oldest first. */
export interface ViewsOfVideo {
  readonly videoId: string;
  readonly snapshots: readonly Snapshot[];
}

/** The counters of these videos over some runs. */
export async function followViews(reader: Reader, videos: readonly TopVideo[], { from, to }: RunRange): Promise<ViewsOfVideo[]> {
  const views: ViewsOfVideo[] = [];
  for (const { videoId } of videos) {
    const snapshots = await reader.snapshotsOf(videoId);
    views.push({ videoId, snapshots: snapshots.filter(({ run }) => run >= from && run <= to) });
  }
  return views;
}

/** Why a chart is not shown as the last run found it; empty where it is. */
export function explainAbsence({ lastStatus, shownRun }: ChartTop): string {
  const reason = {
    'not-asked': 'The last run did not ask for it.',
    failed: 'The last run could not get it.',
    sparse: 'The last run got far fewer videos of it than before.',
    'no-chart': 'YouTube says that there is no such chart.',
    stored: '',
  }[lastStatus ?? 'not-asked'];
  return shownRun === undefined && lastStatus !== 'no-chart' ? 'No run of this period got this chart whole.' : reason;
}
