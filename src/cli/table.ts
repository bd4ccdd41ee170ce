import { fit } from '../text/fit.ts';
import { formatNumber } from '../text/format.ts';
import { cellWidth } from '../text/width.ts';
import type { Look } from './look.ts';
import type { Paint } from './paint.ts';

/** A column of a table for people. */
export interface Column<Row> {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Left out first, where the terminal is narrow: the highest number. 0 is never left out. */
  readonly dispensable: number;
  /** Takes what width is left over, and is cut to it. */
  readonly flexible?: boolean;
  /** One line. */
  readonly cell: (row: Row) => string;
}

const gap = 2;
const minFlexibleWidth = 12;

type Cells<Row> = (column: Column<Row>) => readonly string[];

/** A column of whole numbers. */
export function numberColumn<Row>(title: string, dispensable: number, numberOf: (row: Row) => number): Column<Row> {
  return { title, align: 'right', dispensable, cell: (row) => formatNumber(numberOf(row)) };
}

/** The table as text, at most `width` cells wide as long as its indispensable columns fit. */
export function renderTable<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { width, paint }: Pick<Look, 'width' | 'paint'>,
): string {
  const texts = new Map(columns.map((column) => [column, [column.title, ...rows.map(column.cell)]]));
  const cells: Cells<Row> = (column) => texts.get(column) ?? [];
  const kept = chooseColumns(columns, cells, width);
  const fixed = kept.filter(({ flexible }) => !flexible);
  const rest = width - gap - totalWidth(fixed, cells);
  const drawn = kept.map((column) => {
    const fitted = cells(column).map((text) => fit(text, column.flexible ? rest : Infinity));
    return drawColumn(fitted, column.align, paint);
  });
  const lines = [undefined, ...rows].map((_, line) => drawn.map((column) => column[line]).join(' '.repeat(gap)));
  return lines.join('\n').replace(/ +$/gm, '');
}

/** Cells of one width, the first of them the column's title. */
function drawColumn(texts: readonly string[], align: 'left' | 'right', paint: Paint): string[] {
  const width = widest(texts);
  return texts.map((text, index) => {
    const [shown, blank] = [index === 0 ? paint('bold', text) : text, ' '.repeat(width - cellWidth(text))];
    return align === 'left' ? shown + blank : blank + shown;
  });
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
  const widths = columns.map((column) => (column.flexible ? minFlexibleWidth : widest(cells(column))));
  return widths.reduce((sum, width) => sum + width, gap * (columns.length - 1));
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => cellWidth(text)));
}
