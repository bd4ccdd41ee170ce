import * as Plot from '@observablehq/plot';
import { chartLabel, formatCount, formatGrowth, formatNumber } from '../../text/format.ts';
import type { VideoRecord } from '../../core/history.ts';
import type { Grown, Move } from '../../core/movers.ts';
import { type Child, h, type PageElement } from '../dom.ts';
import { draw } from '../draw.ts';
import { limits, type StoredFacts } from '../facts.ts';
import { dataTable, figure } from '../figure.ts';
import { fit } from '../../text/fit.ts';
import { formatHours, nameOf, titleOf, videoLink, when } from '../words.ts';

/** What is rising fastest, what is new, what is gone. */
export function renderMovers({ movers, videos, range }: StoredFacts): PageElement {
  const { compared, left } = movers;
  const list = (title: string, moves: readonly Move[]): PageElement =>
    h(
      'div',
      { class: 'card' },
      h('h3', {}, `${title}: ${formatNumber(moves.length)}`),
      moves.length === 0 ? undefined : tabulate(title, moves, videos),
    );
  return h(
    'section',
    { id: 'movers' },
    h('h2', {}, 'What is rising, new, gone?'),
    h('p', {}, ...describeComparison(movers, range.last.startedAt)),
    left.length === 0 || compared.length === 0
      ? undefined
      : h(
          'p',
          {},
          `Not compared: ${left.map((chart) => `${chartLabel(chart)} (${chart.status === 'stored' ? 'no run before' : chart.status})`).join(', ')}.`,
        ),
    compared.length === 0 ? undefined : renderFastest(movers.fastest, videos),
    compared.length === 0
      ? undefined
      : h(
          'div',
          { class: 'cards wide-cards' },
          list('New', movers.new),
          list('Gone', movers.gone),
          list('Risen', movers.risen),
          list('Fallen', movers.fallen),
        ),
  );
}

function describeComparison({ compared }: StoredFacts['movers'], startedAt: string): Child[] {
  const [oldest] = compared.map(({ before }) => before.startedAt).toSorted();
  return oldest === undefined
    ? ['No run before the last one got any of its charts: there is nothing to compare it with yet.']
    : [
        'From the run before, of ',
        when(oldest),
        ', to the last one, of ',
        when(startedAt),
        ' UTC. Only charts that both got whole are compared.',
      ];
}

function tabulate(title: string, moves: readonly Move[], videos: StoredFacts['videos']): PageElement {
  const shown = moves.slice(0, limits.movers);
  return dataTable(
    shown.length < moves.length ? `${title}: the first ${shown.length}` : title,
    [
      { title: 'Chart', cell: chartLabel },
      { title: 'Rank', align: 'right', cell: describeMove, sort: ({ rank, previousRank }) => rank ?? previousRank },
      { title: 'Video', cell: ({ videoId }) => link(videoId, videos) },
    ],
    shown,
    { regionsOf: ({ region }) => [region] },
  );
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
  const growing = fastest.filter(({ viewsPerHour }) => viewsPerHour !== null && viewsPerHour > 0).slice(0, limits.movers);
  if (growing.length === 0) return undefined;
  return figure({
    id: 'fastest',
    title: 'Growing fastest',
    description: 'Views per hour since the run before which saw the video.',
    chart: { narrow: drawFastest(growing, videos, 340), wide: drawFastest(growing, videos, 1080) },
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
  const title = ({ videoId }: Grown): string => {
    const video = videos.get(videoId);
    return video ? titleOf(video) : videoId;
  };
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
      Plot.text(growing, {
        x: 0,
        y: 'videoId',
        // Plot knows how wide Latin letters are, and takes all others for narrow ones.
        text: (video: Grown) => fit(title(video), (width - 20) / 6.8),
        title,
        dy: -8,
        textAnchor: 'start',
        lineWidth: (width - 20) / 12,
        textOverflow: 'ellipsis',
      }),
      Plot.text(growing, { x: 'viewsPerHour', y: 'videoId', text: formatGrowth, dx: 6, dy: 7, textAnchor: 'start', fill: 'var(--soft)' }),
    ],
  });
}
