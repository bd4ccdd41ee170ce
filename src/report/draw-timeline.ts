import * as Plot from '@observablehq/plot';
import { chartLabel } from '../text/format.ts';
import type { PageElement } from './dom.ts';
import { draw } from './draw.ts';
import { extent } from './extent.ts';
import type { ChartHealth, Health, Span } from './health.ts';
import { timeAxis } from './time-axis.ts';
import { formatWhen } from './words.ts';

/** How each way to end is drawn, by the names of the style sheet. */
const styles = {
  complete: 'ok',
  stored: 'ok',
  running: 'live',
  partial: 'warn',
  sparse: 'warn',
  failed: 'bad',
  interrupted: 'bad',
  'no-chart': 'none',
} as const;

/** Bad spans are higher than good ones, and never thinner than a line: colour is not all that tells them apart. */
const shapes = {
  ok: { inset: 3, line: 0 },
  live: { inset: 3, line: 0 },
  none: { inset: 6, line: 0 },
  warn: { inset: 1, line: 1 },
  bad: { inset: 0, line: 1.5 },
} as const;

type Status = keyof typeof styles;
type Style = keyof typeof shapes;

const meanings = [
  ['ok', 'stored'],
  ['warn', 'in part, or sparse'],
  ['bad', 'failed or interrupted'],
  ['none', 'no such chart'],
  ['live', 'going on'],
] as const satisfies readonly (readonly [Style, string])[];

/** What the colours of a timeline mean, as far as they are in it. */
export function explainTimeline({ charts, spans, gaps, runs }: Health): (readonly [string, string])[] {
  const hasGaps = gaps.length > 0 || charts.some(({ asked }) => asked < runs);
  const found = new Set([...spans, ...charts.flatMap((chart) => chart.spans)].map(({ status }): Style => styles[status]));
  return [...meanings.filter(([style]) => found.has(style)), ...(hasGaps ? [['gap', 'no run, or not asked for'] as const] : [])];
}

/** A row's stretch of one colour. */
export interface Bar {
  readonly row: string;
  readonly from: number;
  readonly to: number;
  readonly status: Status;
}

const wholeRun = 'Run';

/** Runs from left to right; the first row is the whole run, the others are charts. */
export function drawTimeline({ spans }: Health, charts: readonly ChartHealth[], width: number): PageElement {
  const rows = [wholeRun, ...charts.map(chartLabel)];
  const [from, to] = extent(spans.flatMap((span) => [span.from, span.to]));
  const marginLeft = Math.max(...rows.map(({ length }) => length)) * 7 + 12;
  const grid = { start: from, stepMs: (to - from) / Math.floor((width - marginLeft) / finestPixels) };
  const bars = [...toBars(wholeRun, spans, grid), ...charts.flatMap((chart) => toBars(chartLabel(chart), chart.spans, grid))];
  return draw({
    width,
    height: rows.length * 18 + 34,
    marginLeft,
    marginRight: 20,
    marginTop: 4,
    marginBottom: 30,
    x: timeAxis(from, to, width - marginLeft),
    y: { domain: rows, padding: 0.1, tickSize: 0, label: null },
    marks: [
      Plot.barX(rows, { x1: new Date(from), x2: new Date(to), y: (row: string) => row, fill: 'var(--gap)', insetTop: 3, insetBottom: 3 }),
      ...meanings.map(([style]) => drawBars(bars, style)),
    ],
  });
}

/** Finer than this, in pixels, there is nothing to see. */
const finestPixels = 3;

const byBadness: readonly Style[] = ['ok', 'none', 'live', 'warn', 'bad'];

/**
 * Spans as bars on a grid of steps of `stepMs` from `start` on. Each step is drawn as the worst that befell it, so that one failure among
 * thousands of runs is seen, and a drawing has no more bars than it has steps.
 */
export function toBars(row: string, spans: readonly Span<Status>[], { start, stepMs }: { start: number; stepMs: number }): Bar[] {
  const steps = new Map<number, Status>();
  for (const { from, to, status } of spans) {
    const first = Math.floor((from - start) / stepMs);
    const last = Math.max(first, Math.ceil((to - start) / stepMs) - 1);
    for (let step = first; step <= last; step += 1) steps.set(step, worse(steps.get(step) ?? status, status));
  }
  const bars: Bar[] = [];
  for (const [step, status] of [...steps].toSorted(([a], [b]) => a - b)) {
    const [from, to] = [start + step * stepMs, start + (step + 1) * stepMs];
    const last = bars.at(-1);
    if (last?.status === status && Math.abs(last.to - from) < stepMs / 2) bars[bars.length - 1] = { ...last, to };
    else bars.push({ row, from, to, status });
  }
  return bars;
}

function worse(a: Status, b: Status): Status {
  return byBadness.indexOf(styles[a]) < byBadness.indexOf(styles[b]) ? b : a;
}

function drawBars(bars: readonly Bar[], style: Style): Plot.Markish {
  const { inset, line } = shapes[style];
  return Plot.barX(
    bars.filter(({ status }) => styles[status] === style),
    {
      x1: ({ from }: Bar) => new Date(from),
      x2: ({ to }: Bar) => new Date(to),
      y: 'row',
      fill: `var(--${style})`,
      stroke: line > 0 ? `var(--${style})` : 'none',
      strokeWidth: line,
      insetTop: inset,
      insetBottom: inset,
      title: ({ row, status, from }: Bar) => `${row}: ${status}, from ${formatWhen(from)}`,
    },
  );
}
