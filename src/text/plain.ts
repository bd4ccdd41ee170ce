import { isSimple } from './simple.ts';

/**
 * Text from outside, fit for a terminal or a page: no control character can move the cursor or change colours, no bidirectional
 * override can reorder what stands beside it.
 */
export function plain(text: string): string {
  if (isSimple(text)) return text;
  return (
    text
      .toWellFormed()
      .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
      .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
      // No script stacks more than a few marks on a letter; a pile of them smears the lines above and below.
      .replace(/(\p{M}{4})\p{M}+/gu, '$1')
  );
}
