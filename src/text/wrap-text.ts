import { wrapAnsi } from 'fast-wrap-ansi';

/** Text in lines of at most `width` cells, broken between words where that is possible. */
export function wrapText(text: string, width: number): string {
  return wrapAnsi(text, width, { hard: true });
}
