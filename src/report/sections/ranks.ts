import * as Plot from '@observablehq/plot';
import { regionName } from '../../core/region.ts';
import { chartLabel, formatCount } from '../../text/format.ts';
import { h, type PageElement } from '../dom.ts';
import { draw } from '../draw.ts';
import type { StoredFacts } from '../facts.ts';
import { figure } from '../figure.ts';
import type { ChartTop } from '../leaders.ts';
import { hoverMarks, isLong, lineColour, pointsOf, renderKey, type Series, tabulateSeries } from '../series.ts';
import { timeAxis } from '../time-axis.ts';
import { when } from '../words.ts';
import { renderViews } from './views.ts';

/** How it got there: the views of the videos on top, and the way of each chart's first ones through the ranks. */
export function renderRanks(stored: StoredFacts): PageElement {
  return h(
    'section',
    { id: 'ranks' },
    h('h2', {}, 'How did it get there?'),
    h('div', { class: 'cards' }, renderViews(stored), ...stored.charts.map((chart) => renderChart(chart, stored))),
  );
}

function renderChart(chart: ChartTop, { videos, range }: StoredFacts): PageElement {
  const { region, category, leaders, shownRun } = chart;
  const label = chartLabel(chart);
  const series = leaders.flatMap(({ videoId, rank, views, course }): Series[] => {
    const video = videos.get(videoId);
    const points = course.ranks.map(({ run, startedAt, rank }) => ({ run, startedAt, value: rank }));
    return video ? [{ video, label: String(rank), note: views === null ? '' : count(views, 'view'), points }] : [];
  });
  return figure({
    id: `ranks-${region}-${category}`,
    title: category === 0 ? `${label}: ${regionName(region)}` : label,
    description:
      shownRun === undefined
        ? 'No run of this period got this chart.'
        : [
            shownRun.run === range.last.run
              ? 'On top now'
              : ['The last run did not get it. On top in run ', String(shownRun.run), ', ', when(shownRun.startedAt)],
            isLong(series) ? ', and the ranks before. A line breaks where the video was out.' : '; no run before saw any of them there.',
          ],
    chart: isLong(series) ? drawRanks(series) : undefined,
    legend: series.length === 0 ? undefined : renderKey(series),
    table: isLong(series) ? tabulateSeries(`Ranks in ${label}, newest first`, series) : undefined,
    regions: [region],
  });
}

const rankTicks = [1, 2, 3, 5, 10, 25, 50, 100, 200];

function drawRanks(series: readonly Series[]): PageElement {
  const points = pointsOf(series);
  const times = points.map(({ time }) => time.getTime());
  const worst = Math.max(10, ...points.map(({ value }) => value ?? 1));
  const ticks = rankTicks.filter((tick) => tick <= worst);
  const ends = series.flatMap((_, line) => points.findLast((point) => point.line === line) ?? []);
  return draw({
    width: 340,
    height: 200,
    marginLeft: 28,
    marginRight: 26,
    marginTop: 12,
    marginBottom: 26,
    x: timeAxis(Math.min(...times), Math.max(...times), 340),
    // The first places are those that matter, and where lines lie close.
    y: { type: 'log', domain: [worst, 1], ticks, tickFormat: 'd', tickSize: 0, label: null },
    marks: [
      Plot.gridY({ ticks, stroke: 'var(--line)', strokeOpacity: 1 }),
      ...series.map((_, line) =>
        Plot.lineY(
          points.filter((point) => point.line === line),
          { x: 'time', y: 'value', stroke: lineColour({ line }), strokeWidth: 2, curve: 'bump-x' },
        ),
      ),
      Plot.dot(ends, { x: 'time', y: 'value', r: 3, fill: lineColour }),
      Plot.text(ends, {
        x: 'time',
        y: 'value',
        text: ({ line }) => series[line]?.label ?? '',
        dx: 8,
        textAnchor: 'start',
        fill: lineColour,
        fontWeight: 'bold',
      }),
      hoverMarks(points, (rank) => `rank ${rank}`),
    ],
  });
}
