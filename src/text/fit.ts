import { once } from '../core/once.ts';
import { isSimple } from './simple.ts';
import { cellWidth } from './width.ts';

const graphemes = once(() => new Intl.Segmenter());

/** The text where it fits into `width` cells, else as many whole characters as fit before an ellipsis. */
export function fit(text: string, width: number): string {
  if (cellWidth(text) <= width) return text;
  // Without a Segmenter, which takes 15 ms to make. One character more than is kept: an accent may follow the last.
  const start = text.slice(0, Math.max(0, width));
  if (isSimple(start)) return `${start.slice(0, -1).trimEnd()}…`;
  let fitted = '';
  for (const { segment } of graphemes().segment(text)) {
    if (cellWidth(fitted + segment) > width - 1) break;
    fitted += segment;
  }
  return `${fitted.trimEnd()}…`;
}
