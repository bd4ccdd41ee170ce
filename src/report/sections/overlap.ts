import { count, formatNumber } from '../../text/format.ts';
import { mostAlike, type Overlap, type RegionPair } from '../../core/overlap.ts';
import { regionName } from '../../core/region.ts';
import { h, type PageElement } from '../dom.ts';
import { drawMatrix } from '../draw-matrix.ts';
import type { StoredFacts } from '../facts.ts';
import { dataTable, figure } from '../figure.ts';
import { formatPercent } from '../words.ts';

/** How much regions share. */
export function renderOverlap({ overlap }: StoredFacts): PageElement {
  const { pairs, shared, unique, overlapPercent, meanJaccard } = overlap;
  const alike = mostAlike(overlap);
  return h(
    'section',
    { id: 'shared' },
    h('h2', {}, 'How much do regions share?'),
    pairs.length === 0
      ? h('p', {}, 'Only one region has charts in this period: there is nothing to compare it with.')
      : figure({
          id: 'overlap',
          kind: 'beside',
          title: 'Videos in the charts of both, per videos in either',
          description: `${formatNumber(shared)} of ${formatNumber(unique)} videos of this period charted in more than one region, ${overlapPercent.toFixed(1)} %; two regions have ${formatPercent(meanJaccard ?? 0)} in common on average (Jaccard index).`,
          chart: drawOverlap(overlap),
          legend: renderAlike(alike),
          table: dataTable(
            'Pairs of regions, the most alike first',
            [
              { title: 'Regions', cell: ({ regions }: RegionPair) => regions.map(regionName).join(' – ') },
              { title: 'In both', align: 'right', cell: ({ shared }) => formatNumber(shared) },
              { title: 'In either', align: 'right', cell: ({ union }) => formatNumber(union) },
              { title: 'Jaccard', align: 'right', cell: ({ jaccard }) => formatPercent(jaccard), sort: ({ jaccard }) => jaccard },
            ],
            alike,
            { regionsOf: ({ regions }) => regions },
          ),
        }),
  );
}

/** The ends of the list, in words. */
function renderAlike(alike: readonly RegionPair[]): PageElement {
  const describe = ({ regions, shared, jaccard }: RegionPair): PageElement =>
    h('li', {}, `${regions.map(regionName).join(' and ')}: ${formatPercent(jaccard)}, ${count(shared, 'video')}`);
  const list = (title: string, pairs: readonly RegionPair[]): PageElement =>
    h('div', {}, h('h4', {}, title), h('ul', {}, ...pairs.map(describe)));
  return h(
    'div',
    { class: 'aside' },
    list('Most alike', alike.slice(0, 5)),
    alike.length > 5 ? list('Least alike', alike.slice(5).slice(-5).toReversed()) : undefined,
  );
}

function drawOverlap({ regions, pairs }: Overlap): PageElement {
  const codes = regions.map(({ region }) => region);
  const cells = pairs.flatMap(({ regions: [a, b], jaccard, shared }) =>
    (
      [
        [a, b],
        [b, a],
      ] as const
    ).map(([row, column]) => ({
      row,
      column,
      share: jaccard,
      text: (jaccard * 100).toFixed(codes.length > 9 ? 0 : 1),
      hint: `${row} and ${column}: ${formatNumber(shared)} in both, ${formatPercent(jaccard)}`,
    })),
  );
  return drawMatrix(cells, { rows: codes, columns: codes, labelWidth: 30 });
}
