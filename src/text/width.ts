import stringWidth from 'fast-string-width';
import { isSimple } from './simple.ts';

/** How many cells of a terminal a text takes. */
export function cellWidth(text: string): number {
  return isSimple(text) ? text.length : stringWidth(text);
}
