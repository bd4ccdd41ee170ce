import { type Overlap, findOverlap, type RegionPair, regionsOf } from '../core/overlap.ts';
import { chartsOfRun } from '../core/run-charts.ts';
import { askVault, chooseRuns, describeChoice, documentChoice, type VaultAnswer } from './ask-vault.ts';
import type { OverlapSettings } from './command-options.ts';
import type { Edges } from './edges.ts';
import type { Look } from './look.ts';
import { type Column, renderTable } from './table.ts';
import { formatNumber } from '../text/format.ts';

/** `vault overlap`: how many videos each two regions share. */
export async function overlapCommand(settings: OverlapSettings, edges: Edges): Promise<number> {
  return askVault(settings, edges, async (reader): Promise<VaultAnswer> => {
    const chosen = await chooseRuns(settings, reader, edges);
    const places = await reader.places({ from: chosen.first.run, to: chosen.last.run }, settings.region);
    const order = settings.region ?? (await chartsOfRun(reader, chosen.last.run)).map(({ region }) => region);
    const overlap = findOverlap(places, regionsOf(places, order));
    const pairs = overlap.pairs.toSorted((a, b) => b.jaccard - a.jaccard || b.shared - a.shared);
    const listed = pairs.slice(0, settings.pairLimit);
    return {
      document: {
        ...documentChoice(chosen),
        unique: overlap.unique,
        shared: overlap.shared,
        overlapPercent: overlap.overlapPercent,
        meanJaccard: overlap.meanJaccard,
        regions: overlap.regions,
        pairs: overlap.pairs,
      },
      render: (look) =>
        [
          `Overlap in ${describeChoice(chosen, look)}`,
          '',
          ...renderMatrix(overlap, look),
          ...renderPairs(listed, look),
          ...renderTotals(overlap),
        ].join('\n'),
    };
  });
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
    { title: '', align: 'left', dispensable: 0, cell: ({ region }) => region },
    ...regions.map(({ region }, column): Column<MatrixRow> => {
      return { title: region, align: 'right', dispensable: 0, cell: ({ index }) => cell(index, column) };
    }),
  ];
  const rows = regions.map(({ region }, index) => ({ region, index }));
  return [renderTable(columns, rows, { width, head: (title) => paint('bold', title) }), '', paint('dim', legend), ''];
}

const legend = 'Below the diagonal: videos in both. On it: videos of the region. Above it: those in both per those in either (Jaccard).';

function renderPairs(pairs: readonly RegionPair[], { width, paint }: Look): string[] {
  if (pairs.length === 0) return [];
  const columns: Column<RegionPair>[] = [
    { title: 'Most alike', align: 'left', dispensable: 0, cell: ({ regions }) => regions.join(' – ') },
    { title: 'Shared', align: 'right', dispensable: 0, cell: ({ shared }) => formatNumber(shared) },
    { title: 'In either', align: 'right', dispensable: 1, cell: ({ union }) => formatNumber(union) },
    { title: 'Jaccard', align: 'right', dispensable: 0, cell: ({ jaccard }) => formatPercent(jaccard) },
  ];
  return [renderTable(columns, pairs, { width, head: (title) => paint('bold', title) }), ''];
}

function formatPercent(jaccard: number): string {
  return `${(jaccard * 100).toFixed(1)} %`;
}

function renderTotals({ unique, shared, overlapPercent, meanJaccard }: Overlap): string[] {
  return [
    `${formatNumber(shared)} of ${formatNumber(unique)} videos are in more than one region: ${overlapPercent.toFixed(2)} %.`,
    ...(meanJaccard === null ? [] : [`Two regions have ${formatPercent(meanJaccard)} in common on average.`]),
  ];
}
