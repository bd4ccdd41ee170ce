import { greatest } from '../core/counters.ts';

const blocks = '▁▂▃▄▅▆▇█';

/**
 * Numbers as a line of blocks, lowest to highest, at most `width` cells wide; a gap where there is none. Of numbers that share a cell
 * the greatest is shown. Equal numbers are a line in the middle.
 */
export function sparkline(values: readonly (number | null)[], width: number): string {
  const cells = Math.min(width, values.length);
  const shown = Array.from({ length: cells }, (_, cell) =>
    greatest(values.slice(Math.floor((cell * values.length) / cells), Math.floor(((cell + 1) * values.length) / cells))),
  );
  const known = shown.filter((value) => value !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  return shown
    .map((value) => {
      if (value === null) return ' ';
      const height = most === least ? 0.5 : (value - least) / (most - least);
      return blocks.charAt(Math.round(height * (blocks.length - 1)));
    })
    .join('');
}
