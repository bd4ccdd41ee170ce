import * as Plot from '@observablehq/plot';
import { count } from '../../text/format.ts';
import { regionName } from '../../core/region.ts';
import { type Child, h, type PageElement } from '../dom.ts';
import { draw, widths } from '../draw.ts';
import type { StoredFacts } from '../facts.ts';
import { dataTable, figure } from '../figure.ts';
import type { Arrival, Hit } from '../hits.ts';
import { nothing } from '../questions.ts';
import { formatHours, videoLink, when } from '../words.ts';

/** How hits spread from country to country. */
export function renderSpread({ hits, videos }: StoredFacts): Child {
  if (hits.length === 0) return h('p', {}, nothing.spread);
  return [
    h(
      'p',
      {},
      'The videos that reached the most regions, by the time since a chart first showed them. What charted in the first run already is left out.',
    ),
    h('div', { class: 'cards' }, ...hits.map((hit, index) => renderHit(hit, index, videos))),
  ];
}

function renderHit({ videoId, regions }: Hit, index: number, videos: StoredFacts['videos']): PageElement {
  const video = videos.get(videoId);
  const [first, last] = [regions[0], regions.at(-1)];
  const from = regions.filter(({ hours }) => hours === 0).map(({ region }) => regionName(region));
  return figure({
    id: `hit-${index + 1}`,
    title: video ? videoLink(video) : videoId,
    description: [
      `${count(regions.length, 'region')}: first ${from.join(', ')}, `,
      first ? when(first.startedAt) : '',
      `; last ${regionName(last?.region ?? '')}, ${formatHours(last?.hours ?? 0)} later. The figure beside a dot is the best rank there.`,
    ],
    chart: drawHit(regions),
    table: dataTable(
      `Regions in the order in which hit ${index + 1} reached them`,
      [
        { title: 'Region', cell: ({ region }: Arrival) => regionName(region) },
        { title: 'First seen', cell: ({ startedAt }) => when(startedAt) },
        { title: 'After', align: 'right', cell: ({ hours }) => formatHours(hours), sort: ({ hours }) => hours },
        { title: 'Best rank', align: 'right', cell: ({ bestRank }) => String(bestRank) },
      ],
      regions,
    ),
    regions: regions.map(({ region }) => region),
  });
}

function drawHit(regions: readonly Arrival[]): PageElement {
  const most = Math.max(1, ...regions.map(({ hours }) => hours));
  const unit = most > 96 ? { name: 'days', hours: 24 } : { name: 'hours', hours: 1 };
  const after = ({ hours }: Arrival): number => hours / unit.hours;
  return draw({
    width: widths.narrow,
    height: regions.length * 20 + 46,
    marginLeft: 34,
    marginRight: 34,
    marginTop: 4,
    marginBottom: 36,
    x: { domain: [0, most / unit.hours], label: `${unit.name} since first seen`, labelAnchor: 'center', labelArrow: 'none', ticks: 5 },
    y: { domain: regions.map(({ region }) => region), tickSize: 0, label: null, type: 'point', padding: 0.5 },
    marks: [
      Plot.gridX({ ticks: 5, stroke: 'var(--line)', strokeOpacity: 1 }),
      Plot.ruleY(regions, { y: 'region', x1: 0, x2: after, stroke: 'var(--c1)', strokeOpacity: 0.5 }),
      Plot.dot(regions, {
        x: after,
        y: 'region',
        r: 5,
        fill: 'var(--c1)',
        title: ({ region, hours }: Arrival) => `${region} after ${formatHours(hours)}`,
      }),
      Plot.text(regions, { x: after, y: 'region', text: ({ bestRank }: Arrival) => String(bestRank), dx: 9, textAnchor: 'start' }),
    ],
  });
}
