import stringWidth from 'fast-string-width';

const graphemes = new Intl.Segmenter();

/** The text where it fits into `width` cells, else as many whole characters as fit before an ellipsis. */
export function fit(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let fitted = '';
  for (const { segment } of graphemes.segment(text)) {
    if (stringWidth(fitted + segment) > width - 1) break;
    fitted += segment;
  }
  return `${fitted.trimEnd()}…`;
}
