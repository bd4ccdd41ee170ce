import * as Plot from '@observablehq/plot';
import { chartLabel, formatCount, formatGrowth, formatNumber } from '../../text/format.ts';
import type { VideoRecord } from '../../core/history.ts';
import type { RunComparison } from '../../core/compare-runs.ts';
import type { Grown, Move } from '../../core/movers.ts';
import { type Child, h, type PageElement } from '../dom.ts';
import { draw, widths } from '../draw.ts';
import { limits, type StoredFacts } from '../facts.ts';
import { dataTable, figure } from '../figure.ts';
import { nothing } from '../questions.ts';
import { fit } from '../../text/fit.ts';
import { formatHours, videoLink, when } from '../words.ts';
import { nameOf, titleOf } from '../../text/title.ts';

/** What is rising fastest, what is new, what is gone. */
export function renderMovers({ movers, videos, range }: StoredFacts): Child {
  const { compared, left, fastest } = movers;
  if (compared.length === 0) return h('p', {}, nothing.compared);
  const list = (title: string, moves: readonly Move[]): PageElement => renderList(title, moves, videos);
  return [
    h('p', {}, describeComparison(compared, range.last.startedAt)),
    left.length === 0 ? [] : h('p', {}, describeLeft(left)),
    renderFastest(fastest, videos) ?? [],
    h(
      'div',
      { class: 'cards wide-cards' },
      list('New', movers.new),
      list('Gone', movers.gone),
      list('Risen', movers.risen),
      list('Fallen', movers.fallen),
    ),
  ];
}

function describeComparison(compared: RunComparison['compared'], startedAt: string): Child {
  const before = [...new Set(compared.map((chart) => chart.before.startedAt))].toSorted();
  const from = before.length === 1 ? 'From the run before, of ' : 'From the runs before that got each chart, the oldest of ';
  return [
    from,
    when(before[0] ?? startedAt),
    ', to the last one, of ',
    when(startedAt),
    ' UTC. Only charts that both got whole are compared.',
  ];
}

function describeLeft(left: RunComparison['left']): string {
  const why = left.map((chart) => `${chartLabel(chart)} (${chart.status === 'stored' ? 'no run before' : chart.status})`);
  return `Not compared: ${why.join(', ')}.`;
}

function renderList(title: string, moves: readonly Move[], videos: StoredFacts['videos']): PageElement {
  const head = h('h3', {}, `${title}: `, h('span', { class: 'count' }, formatNumber(moves.length)));
  if (moves.length === 0) return h('div', { class: 'card' }, head);
  const table = dataTable(
    title,
    [
      { title: 'Chart', cell: chartLabel },
      { title: 'Rank', align: 'right', cell: describeMove, sort: ({ rank, previousRank }) => rank ?? previousRank },
      { title: 'Video', cell: ({ videoId }) => link(videoId, videos) },
    ],
    moves,
    { regionsOf: ({ region }) => [region] },
  );
  return h('div', { class: 'card' }, head, table);
}

function describeMove({ rank, previousRank }: Move): string {
  if (rank === null) return `was ${previousRank}`;
  return previousRank === null ? String(rank) : `${previousRank} → ${rank}`;
}

function link(videoId: string, videos: ReadonlyMap<string, VideoRecord>): Child {
  const video = videos.get(videoId);
  return video ? [videoLink(video), ' ', h('bdi', { class: 'facts' }, nameOf(video.channelTitle))] : videoId;
}

function renderFastest(fastest: readonly Grown[], videos: StoredFacts['videos']): PageElement | undefined {
  const growing = fastest.filter(({ viewsPerHour }) => viewsPerHour !== null && viewsPerHour > 0).slice(0, limits.fastest);
  if (growing.length === 0) return undefined;
  return figure({
    id: 'fastest',
    title: 'Growing fastest',
    description: 'Views per hour since the previous run that saw the video.',
    chart: { narrow: drawFastest(growing, videos, widths.narrow), wide: drawFastest(growing, videos, widths.wide) },
    table: dataTable(
      'Growing fastest',
      [
        { title: 'Video', cell: ({ videoId }: Grown) => link(videoId, videos) },
        { title: 'Per hour', align: 'right', cell: formatGrowth },
        { title: 'Views', align: 'right', cell: ({ views }) => formatCount(views) },
        { title: 'Before', align: 'right', cell: ({ previousViews }) => formatCount(previousViews) },
        { title: 'In', align: 'right', cell: ({ hours }) => formatHours(hours), sort: ({ hours }) => hours },
      ],
      growing,
    ),
  });
}

function drawFastest(growing: readonly Grown[], videos: StoredFacts['videos'], width: number): PageElement {
  const most = Math.max(...growing.map(({ viewsPerHour }) => viewsPerHour ?? 0));
  return draw({
    width,
    height: growing.length * 38 + 8,
    marginLeft: 2,
    marginRight: 70,
    marginTop: 4,
    marginBottom: 4,
    x: { domain: [0, most], axis: null },
    y: { domain: growing.map(({ videoId }) => videoId), axis: null, padding: 0 },
    marks: [
      Plot.barX(growing, { x: 'viewsPerHour', y: 'videoId', fill: 'var(--c1)', insetTop: 20, insetBottom: 6 }),
      markTitles(growing, videos, width - 20),
      Plot.text(growing, { x: 'viewsPerHour', y: 'videoId', text: formatGrowth, dx: 6, dy: 7, textAnchor: 'start', fill: 'var(--soft)' }),
    ],
  });
}

/** A title above each bar, cut to so many pixels. */
function markTitles(growing: readonly Grown[], videos: StoredFacts['videos'], pixels: number): Plot.Markish {
  const title = ({ videoId }: Grown): string => {
    const video = videos.get(videoId);
    return video ? titleOf(video) : videoId;
  };
  return Plot.text(growing, {
    x: 0,
    y: 'videoId',
    // Plot knows how wide Latin letters are, and takes all others for narrow ones.
    text: (video: Grown) => fit(title(video), pixels / 6.8),
    title,
    dy: -8,
    textAnchor: 'start',
    lineWidth: pixels / 12,
    textOverflow: 'ellipsis',
  });
}
