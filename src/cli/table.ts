import Table from 'cli-table3';
import stringWidth from 'fast-string-width';
import { fit } from '../text/fit.ts';

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

type Cells<Row> = (column: Column<Row>) => readonly string[];

/** The table as text, at most `width` cells wide as long as its indispensable columns fit; titles of columns by `head`. */
export function renderTable<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { width, head }: { width: number; head: (title: string) => string },
): string {
  const texts = new Map(columns.map((column) => [column, [column.title, ...rows.map(column.cell)]]));
  const cells: Cells<Row> = (column) => texts.get(column) ?? [];
  const kept = chooseColumns(columns, cells, width);
  const fixed = kept.filter(({ flexible }) => !flexible);
  const rest = width - gap - totalWidth(fixed, cells);
  const table = new Table({
    chars: borderless,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colAligns: kept.map(({ align }) => align),
  });
  for (let row = 0; row <= rows.length; row += 1) {
    const line = kept.map((column) => fit(cells(column)[row] ?? '', column.flexible ? rest : Infinity));
    table.push(row === 0 ? line.map(head) : line);
  }
  return table.toString().replace(/ +$/gm, '');
}

/** What fits into `width`, after leaving out the most dispensable as long as there is one. */
function chooseColumns<Row>(columns: readonly Column<Row>[], cells: Cells<Row>, width: number): readonly Column<Row>[] {
  const least = columns.reduce((a, b) => (b.dispensable >= a.dispensable ? b : a));
  if (least.dispensable === 0 || totalWidth(columns, cells) <= width) return columns;
  return chooseColumns(
    columns.filter((column) => column !== least),
    cells,
    width,
  );
}

function totalWidth<Row>(columns: readonly Column<Row>[], cells: Cells<Row>): number {
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
