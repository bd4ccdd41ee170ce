import * as Plot from '@observablehq/plot';
import { formatCount, formatNumber } from '../../text/format.ts';
import type { PageElement } from '../dom.ts';
import { draw } from '../draw.ts';
import type { StoredFacts } from '../facts.ts';
import { figure } from '../figure.ts';
import { hoverMarks, isLong, type LinePoint, lineColour, pointsOf, renderKey, type Series, tabulateSeries } from '../series.ts';
import { timeAxis } from '../time-axis.ts';

/** How the views of the videos on top grew. */
export function renderViews({ views, videos }: StoredFacts): PageElement | undefined {
  const counted = views.filter(({ snapshots }) => snapshots.some(({ views }) => isDrawn(views)));
  const series = counted.flatMap(({ videoId, snapshots }, line): Series[] => {
    const video = videos.get(videoId);
    const points = snapshots.map(({ run, startedAt, views }) => ({ run, startedAt, value: views }));
    return video ? [{ video, label: String(line + 1), note: `${formatCount(snapshots.at(-1)?.views) || 'hidden'} views`, points }] : [];
  });
  if (!isLong(series)) return undefined;
  return figure({
    id: 'views',
    kind: 'double',
    title: 'Views over time',
    description: `Of the ${series.length} most viewed videos in the charts now, in every run of the period that saw them. The scale is logarithmic: lines that climb alike grow by the same percentage.`,
    chart: { narrow: drawViews(series, { width: 340, height: 260 }), wide: drawViews(series, { width: 720, height: 300 }) },
    legend: renderKey(series, 'key columns'),
    table: tabulateSeries('Views, newest first', series),
  });
}

function isDrawn(views: number | null): boolean {
  return views !== null && views > 0;
}

function drawViews(series: readonly Series[], { width, height }: { width: number; height: number }): PageElement {
  const points = pointsOf(series).map(({ time, value, line }): LinePoint => ({ time, value: isDrawn(value) ? value : null, line }));
  const known = points.flatMap(({ value }) => value ?? []);
  const times = points.map(({ time }) => time.getTime());
  const domain: [number, number] = [Math.min(...known) * 0.9, Math.max(...known) * 1.1];
  const ends = series.flatMap((_, line) => points.findLast((point) => point.line === line && point.value !== null) ?? []);
  const labels = spreadApart(ends, domain, 13 / (height - 40));
  return draw({
    width,
    height,
    marginLeft: 40,
    marginRight: 26,
    marginTop: 12,
    marginBottom: 26,
    x: timeAxis(Math.min(...times), Math.max(...times), width),
    y: { type: 'log', domain, ticks: 5, tickFormat: '~s', tickSize: 0, label: null },
    marks: [
      Plot.gridY({ ticks: 5, stroke: 'var(--line)', strokeOpacity: 1 }),
      ...series.map((_, line) =>
        Plot.lineY(
          points.filter((point) => point.line === line),
          { x: 'time', y: 'value', stroke: lineColour({ line }), strokeWidth: 2 },
        ),
      ),
      Plot.dot(ends, { x: 'time', y: 'value', r: 3, fill: lineColour }),
      Plot.text(labels, {
        x: 'time',
        y: 'value',
        text: ({ line }: LinePoint) => series[line]?.label ?? '',
        dx: 8,
        textAnchor: 'start',
        fontWeight: 'bold',
        fill: lineColour,
      }),
      hoverMarks(points, (views) => `${formatNumber(views)} views`),
    ],
  });
}

/** Labels that would cover each other move apart, by `distance`, a share of the height of a logarithmic scale. */
function spreadApart(ends: readonly LinePoint[], [low, high]: readonly [number, number], distance: number): LinePoint[] {
  const height = Math.log(high / low);
  let above = Infinity;
  return ends
    .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))
    .map(({ time, line, value }) => {
      above = Math.min(Math.log((value ?? low) / low) / height, above - distance);
      return { time, line, value: low * Math.exp(above * height) };
    });
}
