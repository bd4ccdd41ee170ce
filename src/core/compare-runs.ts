import { isSameChart } from './chart.ts';
import type { StoredRun } from './history.ts';
import { type ComparedChart, findGrowth, findMoves, type Grown, type Movers } from './movers.ts';
import type { Reader } from './ports.ts';
import { chartsOfRun } from './run-charts.ts';
import type { ChartRecord } from './summary.ts';

/** What changed in the charts of a run. */
export interface RunComparison extends Movers {
  readonly compared: readonly ComparedChart[];
  /** Charts of the run that could not be compared: they failed or are sparse, or no run before got them. */
  readonly left: readonly ChartRecord[];
  /** Videos of the compared charts, the fastest growing first. */
  readonly fastest: readonly Grown[];
}

/**
 * Compares each chart of run `last` with the newest run before it that got the same chart whole; from run `since` on, with the oldest.
 *
 * Only what both runs got whole: of a chart that failed or is sparse nobody can say what is gone.
 */
export async function compareRuns(
  reader: Reader,
  { last, since, regions }: { last: StoredRun; since?: number | undefined; regions?: readonly string[] | undefined },
): Promise<RunComparison> {
  const charts = await chartsOfRun(reader, last.run, regions);
  const compared: ComparedChart[] = [];
  for (const { region, category, status } of charts) {
    if (status !== 'stored') continue;
    const key = { region, category };
    const [oldest] = since === undefined ? [] : await reader.chartRuns(key, { from: since, to: last.run - 1 });
    const before = since === undefined ? await reader.lastSuccess(key, last.run) : oldest;
    if (before === undefined) continue;
    const placesIn = async ({ run }: StoredRun) =>
      (await reader.places({ from: run, to: run }, [region])).filter((place) => place.category === category);
    compared.push({ ...key, before, after: last, placesBefore: await placesIn(before), placesAfter: await placesIn(last) });
  }
  return {
    ...findMoves(compared),
    compared,
    left: charts.filter((chart) => !compared.some((one) => isSameChart(one, chart))),
    fastest: await findFastest(compared, last, reader),
  };
}

/** Of a video in charts that are compared with different runs, the growth since the latest of these. */
async function findFastest(compared: readonly ComparedChart[], { run }: StoredRun, reader: Reader): Promise<Grown[]> {
  const charting = new Set(compared.flatMap(({ placesAfter }) => placesAfter.map(({ videoId }) => videoId)));
  const runs = [...new Set(compared.map(({ before }) => before.run))].toSorted((a, b) => a - b);
  const before = await Promise.all(runs.map(async (earlier) => reader.lastSnapshots({ from: earlier, to: earlier })));
  const after = await reader.lastSnapshots({ from: run, to: run });
  return findGrowth(
    before.flat(),
    after.filter(({ videoId }) => charting.has(videoId)),
  );
}
