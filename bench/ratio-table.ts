import { type Column, renderTable } from '../src/cli/table.ts';
import { formatBytes } from '../src/text/format.ts';
import { formatMs, formatRange, formatTarget } from './figures.ts';
import { type Measured, missed, type Skipped } from './row.ts';

/** Two things measured side by side: both medians, their ratio, and its target. A row that was skipped says so in the place of its figures. */
export function renderRatios(rows: readonly (Measured | Skipped)[]): string {
  const column = (title: string, cell: (row: Measured) => string): Column<Measured | Skipped> => ({
    title,
    align: 'right',
    dispensable: 0,
    cell: (row) => ('skipped' in row ? '' : cell(row)),
  });
  return renderTable<Measured | Skipped>(
    [
      { title: 'What', align: 'left', dispensable: 0, cell: ({ name }) => name },
      { title: 'Against', align: 'left', dispensable: 0, cell: ({ measured }) => measured },
      column('Median', (row) => formatSide(row, row.own)),
      column('Of that', (row) => (row.against ? formatSide(row, row.other) : '')),
      column('Ratio', (row) => (row.against ? `${(row.own / row.other).toFixed(2)} ×` : '')),
      column('Least – greatest', formatRange),
      column('Target', formatTarget),
      {
        title: '',
        align: 'left',
        dispensable: 0,
        cell: (row) => ('skipped' in row ? `SKIPPED: ${row.skipped}` : missed(row) ? 'MISSED' : ''),
      },
    ],
    rows,
    { width: 300, paint: (_, title) => title },
  );
}

function formatSide(row: Measured, value: number): string {
  return row.figure === 'bytes' ? formatBytes(value) : formatMs(value);
}
