import type { StoredRun } from '../core/history.ts';
import { type ComparedChart, findGrowth, findMoves, type Grown, type Move } from '../core/movers.ts';
import type { Reader } from '../core/ports.ts';
import type { ChartRecord } from '../core/summary.ts';
import { askVault, chooseRuns, type ChosenRuns, describeChoice, type VaultAnswer } from './ask-vault.ts';
import type { MoversSettings } from './command-options.ts';
import type { Edges } from './edges.ts';
import { type Named, renderMovers } from './render-movers.ts';
import { chartLabel } from '../core/format.ts';
import { describeVideo } from './video-words.ts';
import { findVideosById } from '../core/find-videos.ts';

/** `vault movers`: what the last run changed, or what changed from the first to the last run of a period. */
export async function moversCommand(settings: MoversSettings, edges: Edges): Promise<number> {
  return askVault(settings, edges, (reader) => findMovers(settings, reader, edges));
}

async function findMovers(settings: MoversSettings, reader: Reader, edges: Edges): Promise<VaultAnswer> {
  const chosen = await chooseRuns(settings, reader, edges);
  const charts = await listCharts(chosen.last.run, settings.region, reader);
  const compared = await compareCharts(charts, chosen, reader);
  const moves = findMoves(compared);
  const lists = { ...moves, fastest: await findFastest(compared, chosen.last, reader) };
  const ids = Object.values(lists).flatMap((list: readonly { videoId: string }[]) =>
    list.slice(0, settings.moverLimit).map(({ videoId }) => videoId),
  );
  const videos = await findVideosById(reader, ids);
  const named = <Entry extends Move | Grown>(entries: readonly Entry[]): Named<Entry>[] =>
    entries.slice(0, settings.moverLimit).flatMap((entry) => {
      const video = videos.get(entry.videoId);
      return video ? [{ ...entry, video }] : [];
    });
  const shown = {
    new: named(lists.new),
    gone: named(lists.gone),
    risen: named(lists.risen),
    fallen: named(lists.fallen),
    fastest: named(lists.fastest),
  };
  const found = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.length]));
  const left = charts.filter((chart) => !compared.some(({ region, category }) => region === chart.region && category === chart.category));
  const { run, startedAt } = chosen.last;
  return {
    document: {
      run,
      startedAt,
      compared: compared.map(({ region, category, before }) => ({ region, category, run: before.run, startedAt: before.startedAt })),
      notCompared: left.map(({ region, category, status }) => ({ region, category, status })),
      found,
      ...Object.fromEntries(
        Object.entries(shown).map(([name, list]) => [name, list.map(({ video, ...entry }) => ({ ...describeVideo(video), ...entry }))]),
      ),
    },
    render: (look) =>
      renderMovers({ heading: `Movers of ${describeChoice(chosen, look)}`, notes: describeLeft(left), found, ...shown }, look),
  };
}

async function listCharts(run: number, regions: readonly string[] | undefined, reader: Reader): Promise<ChartRecord[]> {
  const record = await reader.findRun(run);
  const charts = record === undefined || record.status === 'running' ? [] : record.charts;
  return charts.filter(({ region }) => regions?.includes(region) ?? true);
}

/** Only what both runs got whole: of a chart that failed or is sparse nobody can say what is gone. */
async function compareCharts(
  charts: readonly ChartRecord[],
  { first, last, isPeriod }: ChosenRuns,
  reader: Reader,
): Promise<ComparedChart[]> {
  const compared: ComparedChart[] = [];
  for (const { region, category, status } of charts) {
    if (status !== 'stored') continue;
    const key = { region, category };
    const [oldest] = isPeriod ? await reader.chartRuns(key, { from: first.run, to: last.run - 1 }) : [];
    const before = isPeriod ? oldest : await reader.lastSuccess(key, last.run);
    if (before === undefined) continue;
    const placesIn = async ({ run }: StoredRun) =>
      (await reader.places({ from: run, to: run }, [region])).filter((place) => place.category === category);
    compared.push({ ...key, before, after: last, placesBefore: await placesIn(before), placesAfter: await placesIn(last) });
  }
  return compared;
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

function describeLeft(charts: readonly ChartRecord[]): string[] {
  return charts.map((chart) =>
    chart.status === 'stored'
      ? `${chartLabel(chart)}: not compared, no run before it got this chart`
      : `${chartLabel(chart)}: not compared, ${chart.status}`,
  );
}
