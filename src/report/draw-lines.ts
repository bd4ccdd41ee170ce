import * as Plot from '@observablehq/plot';
import type { PageElement } from './dom.ts';
import { draw } from './draw.ts';
import { extent } from './extent.ts';
import type { Series } from './series.ts';
import { timeAxis } from './time-axis.ts';
import { formatWhen } from './words.ts';

/** How lines are drawn; the scale of values is logarithmic. */
export interface LineStyle {
  readonly width: number;
  readonly height: number;
  /** The values at the bottom and at the top. */
  readonly domain: readonly [number, number];
  readonly ticks: number | readonly number[];
  readonly tickFormat: string;
  readonly curve: 'linear' | 'bump-x';
  readonly describe: (value: number) => string;
}

/** Lines over time, each with its label at its end. */
export function drawLines(series: readonly Series[], style: LineStyle): PageElement {
  const { width, height, domain, ticks, tickFormat } = style;
  const points = pointsOf(series);
  const [from, to] = extent(points.map(({ time }) => time.getTime()));
  return draw({
    width,
    height,
    marginLeft: 40,
    marginRight: 26,
    marginTop: 12,
    marginBottom: 26,
    x: timeAxis(from, to, width - 66),
    y: { type: 'log', domain, ticks, tickFormat, tickSize: 0, label: null },
    marks: lineMarks(series, points, style),
  });
}

function lineMarks(series: readonly Series[], points: readonly LinePoint[], style: LineStyle): Plot.Markish[] {
  const { height, domain, ticks, curve, describe } = style;
  const ends = series.flatMap((_, line) => points.findLast((point) => point.line === line && point.value !== null) ?? []);
  const at = { x: 'time', y: 'value' };
  return [
    Plot.gridY({ ticks, stroke: 'var(--line)', strokeOpacity: 1 }),
    ...series.map((_, line) =>
      Plot.lineY(
        points.filter((point) => point.line === line),
        { ...at, curve, stroke: lineColour({ line }), strokeWidth: 2 },
      ),
    ),
    Plot.dot(ends, { ...at, r: 3, fill: lineColour }),
    Plot.text(spreadApart(ends, domain, 13 / (height - 38)), {
      ...at,
      fill: lineColour,
      fontWeight: 'bold',
      text: ({ line }: LinePoint) => series[line]?.label ?? '',
      dx: 8,
      textAnchor: 'start',
    }),
    hoverMarks(points, describe),
  ];
}

/** A point of a line; lines are counted from 0. */
interface LinePoint {
  readonly time: Date;
  readonly value: number | null;
  readonly line: number;
}

/** All points of all lines, without values that no logarithm has, and without those of no known time. */
function pointsOf(series: readonly Series[]): LinePoint[] {
  return series.flatMap(({ points }, line) =>
    points.flatMap(({ startedAt, value }) => {
      const time = new Date(startedAt);
      return Number.isNaN(time.getTime()) ? [] : [{ time, value: value !== null && value > 0 ? value : null, line }];
    }),
  );
}

/** As the style sheet has it. */
function lineColour({ line }: { readonly line: number }): string {
  return `var(--c${line + 1})`;
}

/** More places than this lie over each other. */
const mostHoverMarks = 250;

/** Places at which a pointer finds a value. */
function hoverMarks(points: readonly LinePoint[], describe: (value: number) => string): Plot.Markish {
  const every = Math.ceil(points.length / mostHoverMarks);
  return Plot.dot(
    points.filter(({ value }, index) => value !== null && index % every === 0),
    {
      x: 'time',
      y: 'value',
      r: 6,
      fill: 'transparent',
      title: ({ value, time }: LinePoint) => `${describe(value ?? 0)}, ${formatWhen(time.getTime())}`,
    },
  );
}

/** Labels that would cover each other move apart, downwards, by `distance`, a share of the height. */
function spreadApart(ends: readonly LinePoint[], [bottom, top]: readonly [number, number], distance: number): LinePoint[] {
  const height = Math.log(top / bottom);
  const heightOf = ({ value }: LinePoint): number => Math.log((value ?? bottom) / bottom) / height;
  let above = Infinity;
  return ends
    .toSorted((a, b) => heightOf(b) - heightOf(a))
    .map((end) => {
      above = Math.min(heightOf(end), above - distance);
      return { time: end.time, line: end.line, value: bottom * Math.exp(above * height) };
    });
}
