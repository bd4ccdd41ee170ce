import { count } from '../../text/format.ts';
import type { PageElement } from '../dom.ts';
import { widths } from '../draw.ts';
import { drawLines } from '../draw-lines.ts';
import { extent } from '../extent.ts';
import type { StoredFacts } from '../facts.ts';
import { figure } from '../figure.ts';
import { isLong, renderKey, type Series, tabulateSeries } from '../series.ts';

/** How the views of the videos on top grew. */
export function renderViews({ views, videos }: StoredFacts): PageElement | undefined {
  const counted = views.filter(({ snapshots }) => snapshots.some(({ views }) => isDrawn(views)));
  const series = counted.flatMap(({ videoId, snapshots }, line): Series[] => {
    const video = videos.get(videoId);
    const points = snapshots.map(({ run, startedAt, views }) => ({ run, startedAt, value: views }));
    return video ? [{ video, label: String(line + 1), note: describeViews(snapshots.at(-1)?.views ?? null), points }] : [];
  });
  if (!isLong(series)) return undefined;
  return figure({
    id: 'views',
    kind: 'double',
    title: 'Views over time',
    description: `Of the first ${series.length} videos above, in every run of the period that saw them. The scale is logarithmic: lines that climb alike grow by the same percentage.`,
    chart: { narrow: drawViews(series, { width: widths.narrow, height: 260 }), wide: drawViews(series, { width: 720, height: 300 }) },
    legend: renderKey(series, 'key columns'),
    table: tabulateSeries('Views, newest first', series),
  });
}

function describeViews(views: number | null): string {
  return views === null ? 'hidden views' : count(views, 'view');
}

function isDrawn(views: number | null): boolean {
  return views !== null && views > 0;
}

function drawViews(series: readonly Series[], size: { readonly width: number; readonly height: number }): PageElement {
  const known = series.flatMap(({ points }) => points.flatMap(({ value }) => (value !== null && isDrawn(value) ? [value] : [])));
  const [least, most] = extent(known);
  return drawLines(series, {
    ...size,
    domain: [least * 0.9, most * 1.1],
    ticks: 5,
    tickFormat: '~s',
    curve: 'linear',
    describe: (views) => count(views, 'view'),
  });
}
