import { categoryName } from '../../core/category.ts';
import { formatNumber } from '../../text/format.ts';
import type { KindCount } from '../../core/history.ts';
import { h, type PageElement } from '../dom.ts';
import { drawMatrix } from '../draw-matrix.ts';
import type { StoredFacts } from '../facts.ts';
import { dataTable, figure } from '../figure.ts';
import { fit } from '../../text/fit.ts';
import { formatPercent, languageName } from '../words.ts';

/** Which categories and languages fill the charts. */
export function renderKinds({ kinds, overlap }: StoredFacts): PageElement {
  const regions = overlap.regions.map(({ region }) => region);
  return h(
    'section',
    { id: 'kinds' },
    h('h2', {}, 'Which categories and languages fill the charts?'),
    h(
      'div',
      { class: 'cards wide-cards' },
      renderShares('categories', 'Categories', countBy(kinds, regions, categoryOf)),
      renderShares('languages', 'Languages', countBy(kinds, regions, languageOf)),
    ),
  );
}

function categoryOf({ categoryId, categoryName: known }: KindCount): string {
  return known ?? categoryName(categoryId) ?? (categoryId === null ? 'none' : `category ${categoryId}`);
}

function languageOf({ primaryLanguage }: KindCount): string {
  const tag = primaryLanguage.split('-')[0]?.toLowerCase() ?? '';
  return tag === 'zxx' ? 'no words' : (languageName(tag) ?? primaryLanguage);
}

/** Videos by kind and region, the most frequent kind first. */
interface Counts {
  readonly regions: readonly string[];
  readonly totals: ReadonlyMap<string, number>;
  readonly rows: readonly { readonly kind: string; readonly byRegion: ReadonlyMap<string, number>; readonly total: number }[];
}

function countBy(kinds: readonly KindCount[], regions: readonly string[], kindOf: (kind: KindCount) => string): Counts {
  const totals = new Map<string, number>();
  const byKind = new Map<string, Map<string, number>>();
  for (const count of kinds) {
    const { region, videos } = count;
    if (!regions.includes(region)) continue;
    totals.set(region, (totals.get(region) ?? 0) + videos);
    const byRegion = byKind.get(kindOf(count)) ?? new Map<string, number>();
    byKind.set(kindOf(count), byRegion.set(region, (byRegion.get(region) ?? 0) + videos));
  }
  const rows = [...byKind].map(([kind, byRegion]) => ({
    kind,
    byRegion,
    total: [...byRegion.values()].reduce((sum, each) => sum + each, 0),
  }));
  return { regions, totals, rows: rows.toSorted((a, b) => b.total - a.total || (a.kind < b.kind ? -1 : 1)) };
}

/** More rows than this are no glance; the table has all. */
const maxKinds = 10;

function renderShares(id: string, title: string, counts: Counts): PageElement {
  const { regions, totals, rows } = counts;
  const share = (row: Counts['rows'][number], region: string): number => (row.byRegion.get(region) ?? 0) / (totals.get(region) ?? 1);
  const shown = rows.slice(0, maxKinds);
  const cells = shown.flatMap((row) =>
    regions.map((region) => ({
      row: fit(row.kind, 16),
      column: region,
      share: share(row, region),
      text: formatShare(share(row, region)),
      hint: `${row.kind} in ${region}: ${formatNumber(row.byRegion.get(region) ?? 0)} videos, ${formatPercent(share(row, region))}`,
    })),
  );
  return figure({
    id,
    title,
    description: `Of the videos that a region's charts showed in this period, how many in a hundred${rows.length > maxKinds ? `; the ${maxKinds} most frequent of ${rows.length}` : ''}. ${describeFirst(counts)}`,
    chart:
      shown.length === 0
        ? undefined
        : drawMatrix(cells, { rows: shown.map(({ kind }) => fit(kind, 16)), columns: regions, labelWidth: 118 }),
    table: dataTable(
      `${title}: videos in each region`,
      [
        { title, cell: ({ kind }: Counts['rows'][number]) => kind },
        ...regions.map((region) => ({
          title: region,
          align: 'right' as const,
          cell: ({ byRegion }: Counts['rows'][number]) => formatNumber(byRegion.get(region) ?? 0),
        })),
      ],
      rows,
    ),
  });
}

function formatShare(share: number): string {
  if (share === 0) return '';
  return share < 0.005 ? '<1' : (share * 100).toFixed(0);
}

function describeFirst({ rows, totals }: Counts): string {
  const all = [...totals.values()].reduce((sum, each) => sum + each, 0);
  const [first] = rows;
  return first ? `Most frequent: ${first.kind}, ${formatPercent(first.total / all)}.` : '';
}
