import { allCategories } from '../../core/category.ts';
import { regionName } from '../../core/region.ts';
import { chartLabel, count } from '../../text/format.ts';
import { type Child, h, type PageElement } from '../dom.ts';
import { widths } from '../draw.ts';
import { drawLines } from '../draw-lines.ts';
import { extent } from '../extent.ts';
import type { StoredFacts } from '../facts.ts';
import { figure } from '../figure.ts';
import { type ChartTop, explainAbsence } from '../leaders.ts';
import { isLong, renderKey, type Series, tabulateSeries } from '../series.ts';
import { when } from '../words.ts';
import { renderViews } from './views.ts';

/** How it got there: the views of the videos on top, and the way of each chart's first ones through the ranks. */
export function renderRanks(stored: StoredFacts): Child {
  const { charts, chartsInAll } = stored;
  if (charts.length === 0) return undefined;
  const shown = charts.filter(({ leaders }) => leaders.length > 0);
  const empty = charts.filter(({ leaders }) => leaders.length === 0);
  return [
    charts.length < chartsInAll ? h('p', {}, `The first ${charts.length} of ${chartsInAll} charts; --region chooses others.`) : [],
    h('div', { class: 'cards' }, renderViews(stored), ...shown.map((chart) => renderChart(chart, stored))),
    ...empty.map((chart) => h('p', {}, `${chartLabel(chart)}: ${explainAbsence(chart)}`)),
  ];
}

function renderChart(chart: ChartTop, { videos, range }: StoredFacts): PageElement {
  const { region, category, leaders } = chart;
  const label = chartLabel(chart);
  const series = leaders.flatMap(({ videoId, rank, views, course }): Series[] => {
    const video = videos.get(videoId);
    const points = course.ranks.map(({ run, startedAt, rank }) => ({ run, startedAt, value: rank }));
    return video ? [{ video, label: String(rank), note: views === null ? '' : count(views, 'view'), points }] : [];
  });
  return figure({
    id: `ranks-${region}-${category}`,
    title: category === allCategories ? `${label}: ${regionName(region)}` : label,
    description: describeTop(chart, range.last.run, isLong(series)),
    chart: isLong(series) ? drawRanks(series) : undefined,
    legend: renderKey(series),
    table: isLong(series) ? tabulateSeries(`Ranks in ${label}, newest first`, series) : undefined,
    regions: [region],
  });
}

function describeTop(chart: ChartTop, lastRun: number, isLong: boolean): Child {
  const { shownRun } = chart;
  const why = explainAbsence(chart);
  const which =
    shownRun === undefined || shownRun.run === lastRun ? 'On top now' : [why, ` On top in run ${shownRun.run}, `, when(shownRun.startedAt)];
  return [which, isLong ? ', and the ranks before. A line breaks where the video was out.' : '; no run before saw any of them there.'];
}

const rankTicks = [1, 2, 3, 5, 10, 25, 50, 100, 200];

function drawRanks(series: readonly Series[]): PageElement {
  const ranks = series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
  const [, worst] = extent([10, ...ranks]);
  return drawLines(series, {
    width: widths.narrow,
    height: 200,
    // The first places are those that matter, and where lines lie close.
    domain: [worst, 1],
    ticks: rankTicks.filter((tick) => tick <= worst),
    tickFormat: 'd',
    curve: 'bump-x',
    describe: (rank) => `rank ${rank}`,
  });
}
