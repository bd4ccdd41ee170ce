import { renderTable } from '../src/cli/table.ts';
import { formatBytes, formatNumber } from '../src/text/format.ts';
import type { Exported } from './exports.ts';
import { formatFigure, formatRange, formatTarget } from './figures.ts';
import { type Measured, missed } from './row.ts';
import type { Part } from './sizes.ts';

const plain = { width: 200, paint: (_: string, title: string) => title };

/** The table, as it is read and as it can be pasted: each figure with its target, and whether it was missed. */
export function renderRows(rows: readonly Measured[]): string {
  return renderTable<Measured>(
    [
      { title: 'What', align: 'left', dispensable: 0, cell: ({ name }) => name },
      { title: 'Measured', align: 'left', dispensable: 0, cell: ({ measured }) => measured },
      { title: 'Median', align: 'right', dispensable: 0, cell: (row) => formatFigure(row, row.median) },
      { title: 'Least – greatest', align: 'right', dispensable: 0, cell: formatRange },
      { title: 'Target', align: 'right', dispensable: 0, cell: formatTarget },
      { title: '', align: 'left', dispensable: 0, cell: (row) => (missed(row) ? 'MISSED' : '') },
    ],
    rows,
    plain,
  );
}

/** One question, asked of a vault with its indexes and of one without; `undefined` where it was given up. */
export interface Comparison {
  readonly name: string;
  readonly without: number | undefined;
  readonly with: number;
}

/** What the indexes bring. */
export function renderComparison(rows: readonly Comparison[], limitMs: number): string {
  const ms = (value: number): string => `${formatNumber(Math.round(value))} ms`;
  return renderTable<Comparison>(
    [
      { title: 'Process − bare node', align: 'left', dispensable: 0, cell: ({ name }) => name },
      {
        title: 'Without indexes',
        align: 'right',
        dispensable: 0,
        cell: (row) => (row.without === undefined ? `> ${ms(limitMs)}` : ms(row.without)),
      },
      { title: 'With', align: 'right', dispensable: 0, cell: (row) => ms(row.with) },
    ],
    rows,
    plain,
  );
}

/** The most memory that an export may hold, as promised. */
const mostMemory = 200_000_000;

/** What whole exports take. */
export function renderExports(exports: readonly Exported[]): string {
  return renderTable<Exported>(
    [
      { title: 'Whole export', align: 'left', dispensable: 0, cell: ({ name }) => name },
      { title: 'Rows', align: 'right', dispensable: 0, cell: ({ rows }) => formatNumber(rows) },
      { title: 'Time', align: 'right', dispensable: 0, cell: ({ seconds }) => `${seconds.toFixed(0)} s` },
      { title: 'File', align: 'right', dispensable: 0, cell: ({ bytes }) => formatBytes(bytes) },
      { title: 'Peak memory', align: 'right', dispensable: 0, cell: ({ peakBytes }) => formatBytes(peakBytes) },
      { title: 'Target', align: 'right', dispensable: 0, cell: () => `≤ ${formatBytes(mostMemory)}` },
      { title: '', align: 'left', dispensable: 0, cell: ({ peakBytes }) => (peakBytes > mostMemory ? 'MISSED' : '') },
    ],
    exports,
    plain,
  );
}

/** What the parts of a vault's file take. */
export function renderSizes(parts: readonly Part[], appearances: number): string {
  return renderTable<Part>(
    [
      { title: 'Part of the file', align: 'left', dispensable: 0, cell: ({ name }) => name },
      { title: 'Size', align: 'right', dispensable: 0, cell: ({ bytes }) => formatBytes(bytes) },
      { title: 'For each appearance', align: 'right', dispensable: 0, cell: ({ bytes }) => `${(bytes / appearances).toFixed(1)} B` },
    ],
    parts,
    plain,
  );
}
