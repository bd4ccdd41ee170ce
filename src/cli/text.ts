import stringWidth from 'fast-string-width';
import { formatDuration } from '../core/duration.ts';

/**
 * Text from outside, fit for a terminal: no control character can move the cursor or change colours, no bidirectional override
 * can reorder what stands beside it.
 */
export function plain(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
      .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
      // No script stacks more than a few marks on a letter; a pile of them smears the lines above and below.
      .replace(/(\p{M}{4})\p{M}+/gu, '$1')
  );
}

/** One JSON document in which no such character stands as itself: escaped, it means the same. */
export function toJson(value: unknown): string {
  const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${JSON.stringify(value, undefined, 2).replace(/[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, escape)}\n`;
}

/** `7,216 videos`, `1 video`. */
export function count(number: number, noun: string): string {
  return `${formatNumber(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** `10,000`, in every locale. */
export function formatNumber(number: number): string {
  return number.toLocaleString('en-US');
}

/** `3.4 MB`, `812 kB`, `0 B`: powers of 1000, as disks are sold and `ls -h --si` counts. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const number = bytes / 1000 ** power;
  return `${power === 0 || number >= 100 ? Math.round(number) : number.toFixed(1)} ${units[power]}`;
}

/** When something was, as people say it: `3 min ago`, `just now`. Both times in ms since the epoch. */
export function formatAgo(time: number, now: number): string {
  const ms = now - time;
  if (ms < 0) return `in ${formatDuration(-ms)}`;
  return ms < 1000 ? 'just now' : `${formatDuration(ms)} ago`;
}

/** A moment in local time, without doubt about day or month: `23 Nov 2026, 18:40`. */
export function formatTime(time: number, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(time);
}

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
