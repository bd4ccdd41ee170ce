import * as Plot from '@observablehq/plot';
import type { PageElement } from './dom.ts';
import { draw, widths } from './draw.ts';

/** One cell: `share` from 0 to 1 is how dark it is, `text` stands in it. */
export interface MatrixCell {
  readonly row: string;
  readonly column: string;
  readonly share: number;
  readonly text: string;
  readonly hint: string;
}

/** As many columns as a narrow screen has room for. */
export const maxRegions = 12;

/** A heat map. Its darkest cell is the greatest share, whatever that is. */
export function drawMatrix(
  cells: readonly MatrixCell[],
  { rows, columns, labelWidth }: { rows: readonly string[]; columns: readonly string[]; labelWidth: number },
): PageElement {
  const most = Math.max(...cells.map(({ share }) => share), Number.EPSILON);
  return draw({
    width: widths.narrow,
    height: rows.length * 27 + 22,
    marginLeft: labelWidth,
    marginRight: 2,
    marginTop: 20,
    marginBottom: 2,
    x: { domain: columns, axis: null, padding: 0.06 },
    y: { domain: rows, tickSize: 0, label: null, padding: 0.06 },
    marks: [
      Plot.axisX({ anchor: 'top', tickSize: 0, label: null, fontSize: columns.length > 9 ? 10 : 12 }),
      Plot.cell(cells, { x: 'column', y: 'row', fill: 'var(--empty)' }),
      Plot.cell(cells, { x: 'column', y: 'row', fill: 'var(--heat)', fillOpacity: ({ share }: MatrixCell) => share / most, title: 'hint' }),
      Plot.text(cells, {
        x: 'column',
        y: 'row',
        text: 'text',
        fill: 'currentColor',
        fontSize: columns.length > 9 ? 9 : 11,
        pointerEvents: 'none',
      }),
    ],
    opacity: { type: 'identity' },
  });
}
