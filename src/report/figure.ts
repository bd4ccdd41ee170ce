import { formatNumber } from '../text/format.ts';
import { type Child, h, type PageElement } from './dom.ts';

/** A column of a table; `sort` gives what rows are ordered by where that is not what they show, null for last. */
export interface TableColumn<Row> {
  readonly title: string;
  readonly align?: 'right';
  readonly cell: (row: Row) => Child;
  readonly sort?: (row: Row) => number | null;
}

/** Rows of more than this are a burden to who reads a page. */
const maxRows = 200;

/**
 * A table of data; the first column names the row. `regionsOf` says which regions a row is about, so that others can be hidden;
 * `className` is one of the style sheet.
 */
export function dataTable<Row>(
  caption: string,
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
  { regionsOf, className }: { regionsOf?: (row: Row) => readonly string[]; className?: string } = {},
): PageElement {
  const cells = (row: Row): PageElement[] =>
    columns.map(({ align, cell, sort }, index) => {
      const attributes = { class: align, 'data-sort': sort && (sort(row) ?? '') };
      return index === 0 ? h('th', { scope: 'row', ...attributes }, cell(row)) : h('td', attributes, cell(row));
    });
  const shown = rows.slice(0, maxRows);
  // Of a list that is cut nobody can tell what is left of one region.
  const isWhole = shown.length === rows.length;
  const note = rows.length > maxRows ? `${caption} (the first ${maxRows} of ${formatNumber(rows.length)} rows)` : caption;
  return h(
    'div',
    { class: 'scroll', role: 'region', 'aria-label': note, tabindex: 0 },
    h(
      'table',
      { class: className, 'data-cut': isWhole || regionsOf === undefined ? undefined : '' },
      h('caption', {}, note),
      h('thead', {}, h('tr', {}, ...columns.map(({ title, align }) => h('th', { scope: 'col', class: align }, title)))),
      h('tbody', {}, ...shown.map((row) => h('tr', { 'data-regions': isWhole ? regionsOf?.(row).join(' ') : undefined }, ...cells(row)))),
    ),
  );
}

/** A chart with all that belongs to it. */
export interface FigureParts {
  /** Unique in the page; of letters, digits and dashes. */
  readonly id: string;
  readonly title: Child;
  readonly description: Child;
  /** The chart, at the width that the page gives it; or one for narrow screens, and one for wide ones. */
  readonly chart: PageElement | { readonly narrow: PageElement; readonly wide: PageElement } | undefined;
  /** Keys to colours, and what else stands below the chart. */
  readonly legend?: Child;
  /** The data of the chart. */
  readonly table: PageElement | undefined;
  /** What else belongs to it, below all that. */
  readonly more?: Child;
  readonly regions?: readonly string[];
  /** How the page places it: a class of the style sheet. */
  readonly kind?: string;
}

/** A chart with its title, its description, and its data as a table that opens. */
export function figure({ id, title, description, chart, legend, table, more, regions, kind }: FigureParts): PageElement {
  const drawings =
    chart === undefined
      ? []
      : 'narrow' in chart
        ? [named(chart.narrow, id, 'narrow'), named(chart.wide, id, 'wide')]
        : [named(chart, id, '')];
  return h(
    'figure',
    { id, class: kind, 'data-regions': regions?.join(' ') },
    h('figcaption', {}, h('h3', { id: `${id}-title` }, title), h('p', { id: `${id}-text` }, description)),
    ...drawings,
    legend,
    table && folded('The data as a table', table),
    more,
  );
}

/** What is shown to who asks for it. */
export function folded(summary: string, content: Child): PageElement {
  return h('details', {}, h('summary', {}, summary), content);
}

function named(svg: PageElement, id: string, width: string): PageElement {
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-labelledby', `${id}-title`);
  svg.setAttribute('aria-describedby', `${id}-text`);
  svg.setAttribute('class', `chart ${width}`.trim());
  return svg;
}

/** What colours mean. The classes are those of the style sheet. */
export function legend(entries: readonly (readonly [className: string, meaning: string])[]): PageElement {
  return h(
    'ul',
    { class: 'legend' },
    ...entries.map(([name, meaning]) => h('li', {}, h('span', { class: `swatch ${name}`, 'aria-hidden': 'true' }), meaning)),
  );
}
