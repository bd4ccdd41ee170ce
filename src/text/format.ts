import { allCategories, categoryName } from '../core/category.ts';
import type { ChartKey } from '../core/chart.ts';
import { formatDuration } from '../core/duration.ts';
import type { Growth } from '../core/growth.ts';
import { plain } from './plain.ts';

/** `7,216 videos`, `1 video`. */
export function count(number: number, noun: string): string {
  return `${formatNumber(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** `10,000`, in every locale. Without Intl, which takes longer to begin with than `vault stats` all in all. */
export function formatNumber(number: number): string {
  return String(number).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');
}

/** `3.4 MB`, `812 kB`, `0 B`: powers of 1000, as disks are sold and `ls -h --si` counts. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const number = bytes / 1000 ** power;
  return `${power === 0 || number >= 100 ? Math.round(number) : number.toFixed(1)} ${units[power]}`;
}

/** When something was, as people say it: `3 min ago`, `just now`. Both times in ms since the epoch; NaN is a time that nobody knows. */
export function formatAgo(time: number, now: number): string {
  const ms = now - time;
  if (Number.isNaN(ms)) return 'at an unknown time';
  if (ms < 0) return `in ${formatDuration(-ms)}`;
  return ms < 1000 ? 'just now' : `${formatDuration(ms)} ago`;
}

/** A moment in local time, without doubt about day or month: `23 Nov 2026, 18:40`; of a NaN `an unknown time`. */
export function formatTime(time: number, timeZone: string | undefined): string {
  if (!(Math.abs(time) < lastTime)) return 'an unknown time';
  const [date = '', clock] = wallClock(time, timeZone).split(' ');
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${months[Number(month) - 1]} ${year}, ${clock}`;
}

/** Four digits have to do for a year. */
const lastTime = Date.parse('9999-12-30T00:00:00Z');

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** What a clock on a wall shows, as `2026-11-23 18:40`; without Intl where the machine's own time is meant. */
function wallClock(time: number, timeZone: string | undefined): string {
  if (timeZone !== undefined) return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(time);
  const local = new Date(time - new Date(time).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16).replace('T', ' ');
}

/** `PL`, or `PL Music` for the chart of one category. */
export function chartLabel({ region, category }: ChartKey): string {
  return category === allCategories ? plain(region) : `${plain(region)} ${categoryName(category) ?? category}`;
}

/** `1,234`, empty where a count is hidden. */
export function formatCount(count: number | null | undefined): string {
  return count === null || count === undefined ? '' : formatNumber(count);
}

/** Views per hour, `1,234`; a count that fell is no rate, and says so. */
export function formatGrowth({ viewsPerHour, viewsFellBy }: Growth): string {
  if (viewsFellBy !== null) return `corrected by −${formatNumber(viewsFellBy)}`;
  return viewsPerHour === null ? '' : formatNumber(Math.round(viewsPerHour));
}

/** `18.4 %`, of a share from 0 to 1. */
export function formatPercent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
