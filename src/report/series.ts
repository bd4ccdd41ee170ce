import type { VideoRecord } from '../core/history.ts';
import { fit } from '../text/fit.ts';
import { formatCount } from '../text/format.ts';
import { h, type PageElement } from './dom.ts';
import { dataTable } from './figure.ts';
import { videoLink, when } from './words.ts';
import { titleOf } from '../text/title.ts';

/** A video as a line of a chart: a value a run, oldest first, null where there is none. */
export interface Series {
  readonly video: VideoRecord;
  /** What the line is called in the chart, and in the key to it. */
  readonly label: string;
  /** More about it, for the key. */
  readonly note: string;
  readonly points: readonly { readonly run: number; readonly startedAt: string; readonly value: number | null }[];
}

/** Whether there is more than one moment to draw a line between. */
export function isLong(series: readonly Series[]): boolean {
  return new Set(series.flatMap(({ points }) => points.map(({ run }) => run))).size > 1;
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
