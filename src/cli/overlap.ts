import { type Overlap, findOverlap, type RegionPair } from '../core/overlap.ts';
import type { Reader } from '../core/ports.ts';
import { askVault, chooseRuns, describeChoice, documentChoice, type VaultAnswer } from './ask-vault.ts';
import type { OverlapSettings } from './command-options.ts';
import type { Edges } from './edges.ts';
import type { Look } from './look.ts';
import { type Column, renderTable } from './table.ts';
import { formatNumber } from '../core/format.ts';

/** `vault overlap`: how many videos each two regions share. */
export async function overlapCommand(settings: OverlapSettings, edges: Edges): Promise<number> {
  return askVault(settings, edges, async (reader): Promise<VaultAnswer> => {
    const chosen = await chooseRuns(settings, reader, edges);
    const places = await reader.places({ from: chosen.first.run, to: chosen.last.run }, settings.region);
    const shown = new Set(places.map(({ region }) => region));
    const order = settings.region ?? (await listRegions(reader, chosen.last.run));
    const regions = [...new Set([...order.filter((region) => shown.has(region)), ...[...shown].toSorted()])];
    const overlap = findOverlap(places, regions);
    const pairs = overlap.pairs.toSorted((a, b) => b.jaccard - a.jaccard || b.shared - a.shared);
    const listed = pairs.slice(0, settings.pairLimit);
    return {
      document: {
        ...documentChoice(chosen),
        unique: overlap.unique,
        shared: overlap.shared,
        overlapPercent: percent(overlap.shared, overlap.unique),
        meanJaccard: meanJaccard(overlap),
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

async function listRegions(reader: Reader, run: number): Promise<string[]> {
  const record = await reader.findRun(run);
  return record === undefined || record.status === 'running' ? [] : record.charts.map(({ region }) => region);
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100;
}

/** To four decimals; null where there is no pair. */
function meanJaccard({ pairs }: Overlap): number | null {
  if (pairs.length === 0) return null;
  return Math.round((pairs.reduce((sum, { jaccard }) => sum + jaccard, 0) / pairs.length) * 10_000) / 10_000;
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

function renderTotals(overlap: Overlap): string[] {
  const { unique, shared } = overlap;
  const mean = meanJaccard(overlap);
  return [
    `${formatNumber(shared)} of ${formatNumber(unique)} videos are in more than one region: ${percent(shared, unique).toFixed(2)} %.`,
    ...(mean === null ? [] : [`Two regions have ${formatPercent(mean)} in common on average.`]),
  ];
}
