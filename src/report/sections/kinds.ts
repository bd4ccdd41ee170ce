import { formatNumber, formatPercent } from '../../text/format.ts';
import { fit } from '../../text/fit.ts';
import { type Child, h, type PageElement } from '../dom.ts';
import { drawMatrix, maxRegions } from '../draw-matrix.ts';
import type { StoredFacts } from '../facts.ts';
import { dataTable, figure } from '../figure.ts';
import { categoryOf, formatShare, type Kind, type Kinds, languageOf, shareOf, sumKinds } from '../kinds.ts';

/** Which categories and languages fill the charts. */
export function renderKinds({ kinds, overlap }: StoredFacts): Child {
  const regions = overlap.regions.map(({ region }) => region);
  if (regions.length === 0) return undefined;
  return h(
    'div',
    { class: 'cards wide-cards' },
    renderShares('categories', 'Categories', sumKinds(kinds, regions, categoryOf)),
    renderShares('languages', 'Languages', sumKinds(kinds, regions, languageOf)),
  );
}

/** More rows than this are no glance; the table has all. */
const maxKinds = 10;

function renderShares(id: string, title: string, all: Kinds): PageElement {
  const { regions, kinds } = all;
  const drawn = regions.slice(0, maxRegions);
  const shown = kinds.filter(({ byRegion }) => drawn.some((region) => byRegion.has(region))).slice(0, maxKinds);
  return figure({
    id,
    title,
    description: [
      "Of the videos that a region's charts showed in this period, how many in a hundred. ",
      describeFirst(all),
      describeDrawn(all),
    ],
    chart: shown.length === 0 ? undefined : drawShares(shown, all),
    table: dataTable(
      `${title}: videos in each region`,
      [
        { title, cell: ({ name }: Kind) => name },
        ...regions.map((region) => ({
          title: region,
          align: 'right' as const,
          cell: ({ byRegion }: Kind) => formatNumber(byRegion.get(region) ?? 0),
        })),
      ],
      kinds,
    ),
  });
}

function describeFirst({ kinds, totals }: Kinds): string {
  const all = [...totals.values()].reduce((sum, each) => sum + each, 0);
  const [first] = kinds;
  return first ? `Most frequent: ${first.name}, ${formatPercent(first.total / all)}.` : '';
}

function describeDrawn({ kinds, regions }: Kinds): string {
  const parts = [
    ...(kinds.length > maxKinds ? [`the ${maxKinds} most frequent of ${kinds.length}`] : []),
    ...(regions.length > maxRegions ? [`the first ${maxRegions} of ${regions.length} regions`] : []),
  ];
  return parts.length === 0 ? '' : ` Drawn: ${parts.join(', ')}.`;
}

function drawShares(shown: readonly Kind[], all: Kinds): PageElement {
  const regions = all.regions.slice(0, maxRegions);
  const label = ({ name }: Kind): string => fit(name, 16);
  const cells = shown.flatMap((kind) =>
    regions.map((region) => {
      const share = shareOf(kind, region, all);
      const videos = formatNumber(kind.byRegion.get(region) ?? 0);
      const hint = `${kind.name} in ${region}: ${videos} videos, ${formatPercent(share)}`;
      return { row: label(kind), column: region, share, text: formatShare(share), hint };
    }),
  );
  return drawMatrix(cells, { rows: shown.map(label), columns: regions, labelWidth: 118 });
}
