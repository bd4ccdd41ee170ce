import * as Plot from '@observablehq/plot';
import type { VideoRecord } from '../core/history.ts';
import { fit } from '../text/fit.ts';
import { formatCount } from '../text/format.ts';
import { h, type PageElement } from './dom.ts';
import { dataTable } from './figure.ts';
import { formatWhen, titleOf, videoLink, when } from './words.ts';

/** A video as a line of a chart: a value a run, oldest first, null where there is none. */
export interface Series {
  readonly video: VideoRecord;
  /** What the line is called in the chart, and in the key to it. */
  readonly label: string;
  /** More about it, for the key. */
  readonly note: string;
  readonly points: readonly { readonly run: number; readonly startedAt: string; readonly value: number | null }[];
}

/** A point of a line; lines are counted from 0. */
export interface LinePoint {
  readonly time: Date;
  readonly value: number | null;
  readonly line: number;
}

/** All points of all lines. */
export function pointsOf(series: readonly Series[]): LinePoint[] {
  return series.flatMap(({ points }, line) => points.map(({ startedAt, value }) => ({ time: new Date(startedAt), value, line })));
}

/** Whether there is more than one moment to draw a line between. */
export function isLong(series: readonly Series[]): boolean {
  return new Set(series.flatMap(({ points }) => points.map(({ run }) => run))).size > 1;
}

/** The colour of a line, as the style sheet has it. */
export function lineColour({ line }: { readonly line: number }): string {
  return `var(--c${line + 1})`;
}

/** Places at which a pointer finds the value of a line, by `describe`. */
export function hoverMarks(points: readonly LinePoint[], describe: (value: number) => string): Plot.Markish {
  return Plot.dot(
    points.filter(({ value }) => value !== null),
    {
      x: 'time',
      y: 'value',
      r: 6,
      fill: 'transparent',
      title: ({ value, time }: LinePoint) => `${describe(value ?? 0)}, ${formatWhen(time.getTime())}`,
    },
  );
}

/** Which line is which video. */
export function renderKey(series: readonly Series[], className = 'key'): PageElement {
  return h(
    'ol',
    { class: className },
    ...series.map(({ video, label, note }, line) =>
      h(
        'li',
        {},
        h('span', { class: `swatch c${line + 1}`, 'aria-hidden': 'true' }, label),
        h('span', {}, videoLink(video), ' ', h('span', { class: 'facts' }, note)),
      ),
    ),
  );
}

/** The values of all lines, a row a run, newest first. */
export function tabulateSeries(caption: string, series: readonly Series[]): PageElement {
  const runs = new Map(series.flatMap(({ points }) => points.map(({ run, startedAt }) => [run, startedAt] as const)));
  const values = series.map(({ points }) => new Map(points.map(({ run, value }) => [run, value])));
  return dataTable(
    caption,
    [
      { title: 'Run', cell: ([, startedAt]) => when(startedAt) },
      ...series.map(({ video, label }, line) => ({
        title: `${label} ${fit(titleOf(video), 24)}`,
        align: 'right' as const,
        cell: ([run]: readonly [number, string]) => formatCount(values[line]?.get(run)),
      })),
    ],
    [...runs].toSorted(([a], [b]) => b - a),
  );
}
