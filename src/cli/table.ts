import Table from 'cli-table3';
import stringWidth from 'fast-string-width';
import { fit } from './text.ts';

/** A column of a table for people. */
export interface Column<Row> {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Left out first, where the terminal is narrow: the highest number. 0 is never left out. */
  readonly dispensable: number;
  /** Takes what width is left over, and is cut to it. */
  readonly flexible?: boolean;
  readonly cell: (row: Row) => string;
}

const gap = 2;
const minFlexibleWidth = 12;

/** The table as text, at most `width` cells wide as long as its indispensable columns fit; titles of columns by `head`. */
export function renderTable<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { width, head }: { width: number; head: (title: string) => string },
): string {
  const texts = new Map(columns.map((column) => [column, [column.title, ...rows.map(column.cell)]]));
  const cells = (column: Column<Row>): readonly string[] => texts.get(column) ?? [];
  const kept = [...columns];
  while (totalWidth(kept, cells) > width && kept.some(({ dispensable }) => dispensable > 0)) {
    const least = kept.reduce((a, b) => (b.dispensable >= a.dispensable ? b : a));
    kept.splice(kept.indexOf(least), 1);
  }
  const rest =
    width -
    totalWidth(
      kept.filter(({ flexible }) => !flexible),
      cells,
    ) -
    gap;
  const table = new Table({
    chars: borderless,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colAligns: kept.map(({ align }) => align),
  });
  for (let row = 0; row <= rows.length; row += 1) {
    table.push(
      kept.map((column) => {
        const text = cells(column)[row] ?? '';
        const fitted = column.flexible ? fit(text, rest) : text;
        return row === 0 ? head(fitted) : fitted;
      }),
    );
  }
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

function totalWidth<Row>(columns: readonly Column<Row>[], cells: (column: Column<Row>) => readonly string[]): number {
  const widths = columns.map((column) =>
    column.flexible ? minFlexibleWidth : Math.max(...cells(column).map((text) => stringWidth(text))),
  );
  return widths.reduce((sum, width) => sum + width, gap * (columns.length - 1));
}

const borderless = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' '.repeat(gap),
};
