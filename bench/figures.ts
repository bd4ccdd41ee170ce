import { formatBytes, formatNumber } from '../src/text/format.ts';
import type { Measured, Row } from './row.ts';

/** Milliseconds as people read them: `7.4 ms`, `1,023 ms`. */
export function formatMs(value: number): string {
  return `${value < 10 ? value.toFixed(1) : formatNumber(Math.round(value))} ms`;
}

/** A row's figure, in its own unit. */
export function formatFigure({ figure }: Row, value: number): string {
  if (figure === 'times') return `${value.toFixed(2)} ×`;
  return figure === 'bytes' ? formatBytes(value) : formatMs(value);
}

/** `1.02 × – 1.11 ×`. */
export function formatRange(row: Measured): string {
  return `${formatFigure(row, row.least)} – ${formatFigure(row, row.greatest)}`;
}

/** `≤ 1.10 ×`, or nothing where none was promised. */
export function formatTarget(row: Row): string {
  return row.target === undefined ? '' : `${row.below ? '<' : '≤'} ${formatFigure(row, row.target)}`;
}
