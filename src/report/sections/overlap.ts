import { count, formatNumber, formatPercent } from '../../text/format.ts';
import { mostAlike, type Overlap, type RegionPair } from '../../core/overlap.ts';
import { regionName } from '../../core/region.ts';
import { type Child, h, type PageElement } from '../dom.ts';
import { drawMatrix, maxRegions } from '../draw-matrix.ts';
import type { StoredFacts } from '../facts.ts';
import { dataTable, figure } from '../figure.ts';

/** How much regions share; nothing where there are no two of them. */
export function renderOverlap({ overlap }: StoredFacts): Child {
  const { pairs, regions } = overlap;
  if (pairs.length === 0) return undefined;
  const alike = mostAlike(overlap);
  const drawn = regions.slice(0, maxRegions).map(({ region }) => region);
  return figure({
    id: 'overlap',
    kind: 'beside',
    title: 'Videos in the charts of both, per videos in either',
    description: [
      describeOverlap(overlap),
      drawn.length < regions.length ? ` Drawn are the first ${drawn.length} of ${regions.length} regions.` : '',
    ],
    chart: drawOverlap(drawn, pairs),
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
  });
}

function describeOverlap({ shared, unique, overlapPercent, meanJaccard }: Overlap): string {
  return `${formatNumber(shared)} of ${formatNumber(unique)} videos of this period charted in more than one region, ${formatPercent(overlapPercent / 100)}; two regions have ${formatPercent(meanJaccard ?? 0)} in common on average (Jaccard index).`;
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

function drawOverlap(regions: readonly string[], pairs: readonly RegionPair[]): PageElement {
  const cells = pairs.flatMap(({ regions: [a, b], jaccard, shared }) => {
    const text = (jaccard * 100).toFixed(regions.length > 9 ? 0 : 1);
    const hint = `${a} and ${b}: ${formatNumber(shared)} in both, ${formatPercent(jaccard)}`;
    if (!regions.includes(a) || !regions.includes(b)) return [];
    return [
      { row: a, column: b, share: jaccard, text, hint },
      { row: b, column: a, share: jaccard, text, hint },
    ];
  });
  return drawMatrix(cells, { rows: regions, columns: regions, labelWidth: 30 });
}
