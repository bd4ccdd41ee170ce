import { mostAlike, type Overlap, type RegionPair } from '../core/overlap.ts';
import { formatNumber, formatPercent } from '../text/format.ts';
import { plain } from '../text/plain.ts';
import { wrapText } from '../text/wrap-text.ts';
import type { Look } from './look.ts';
import { type Column, renderTable } from './table.ts';

/** Overlap for people: every two regions, the first `limit` of the most alike, and the totals. */
export function renderOverlap(overlap: Overlap, { limit }: { limit: number }, look: Look): string {
  return [
    ...renderMatrix(overlap, look),
    ...renderPairs(mostAlike(overlap).slice(0, limit), look),
    ...renderTotals(overlap).map((line) => wrapText(line, look.width)),
  ].join('\n');
}

interface MatrixRow {
  readonly region: string;
  readonly index: number;
}

/** Videos shared below the diagonal, Jaccard index in percent above it; nothing where the terminal is too narrow for it. */
function renderMatrix({ regions, pairs }: Overlap, { width, paint }: Look): string[] {
  if (regions.length < 2 || 4 + regions.length * 8 > width) return [];
  const byName = new Map(pairs.map((pair) => [pair.regions.join(), pair]));
  const cell = (row: number, column: number): string => {
    const [a, b] = [regions[Math.min(row, column)], regions[Math.max(row, column)]];
    if (row === column) return formatNumber(a?.videos ?? 0);
    const pair = byName.get(`${a?.region},${b?.region}`);
    return row > column ? formatNumber(pair?.shared ?? 0) : formatPercent(pair?.jaccard ?? 0);
  };
  const columns: Column<MatrixRow>[] = [
    { title: '', align: 'left', dispensable: 0, cell: ({ region }) => plain(region) },
    ...regions.map(({ region }, column): Column<MatrixRow> => {
      return { title: plain(region), align: 'right', dispensable: 0, cell: ({ index }) => cell(index, column) };
    }),
  ];
  const rows = regions.map(({ region }, index) => ({ region, index }));
  return [renderTable(columns, rows, { width, paint }), '', wrapText(paint('dim', legend), width), ''];
}

const legend = 'Below the diagonal: videos in both. On it: videos of the region. Above it: those in both per those in either (Jaccard).';

function renderPairs(pairs: readonly RegionPair[], look: Look): string[] {
  if (pairs.length === 0) return [];
  const columns: Column<RegionPair>[] = [
    { title: 'Most alike', align: 'left', dispensable: 0, cell: ({ regions }) => regions.map(plain).join(' – ') },
    { title: 'Shared', align: 'right', dispensable: 0, cell: ({ shared }) => formatNumber(shared) },
    { title: 'In either', align: 'right', dispensable: 1, cell: ({ union }) => formatNumber(union) },
    { title: 'Jaccard', align: 'right', dispensable: 0, cell: ({ jaccard }) => formatPercent(jaccard) },
  ];
  return [renderTable(columns, pairs, look), ''];
}

function renderTotals({ unique, shared, overlapPercent, meanJaccard }: Overlap): string[] {
  return [
    `${formatNumber(shared)} of ${formatNumber(unique)} videos are in more than one region: ${overlapPercent.toFixed(2)} %.`,
    ...(meanJaccard === null ? [] : [`Two regions have ${formatPercent(meanJaccard)} in common on average.`]),
  ];
}
