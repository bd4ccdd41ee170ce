import type { ScaleOptions } from '@observablehq/plot';
import { dayMs, hourMs } from '../core/duration.ts';

/** An axis from one moment to another (ms since the epoch), in UTC and 24 hours, with as many labels as `width` has room for. */
export function timeAxis(from: number, to: number, width: number): ScaleOptions & { readonly tickFormat: (time: Date) => string } {
  // Less than an hour would have no two labels.
  const start = Math.min(from, to - hourMs);
  const ticks = chooseTicks(start, to, Math.max(2, width / roomPixels));
  const style = to - start > 300 * dayMs ? month : day;
  return { type: 'utc', domain: [new Date(start), new Date(to)], label: null, ticks, tickFormat: (time: Date) => label(time, style) };
}

/** What a label takes, with some air. */
const roomPixels = 74;

const steps = [hourMs / 4, hourMs, 3 * hourMs, 6 * hourMs, 12 * hourMs, dayMs, 2 * dayMs, 3 * dayMs, 7 * dayMs, 14 * dayMs];

/** Quarters of hours, hours, days, or beginnings of months: the finest that are at most `most`. */
function chooseTicks(from: number, to: number, most: number): Date[] {
  const step = steps.find((step) => (to - from) / step <= most);
  if (step !== undefined) {
    const first = Math.ceil(from / step) * step;
    return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, index) => new Date(first + index * step));
  }
  const months = listMonths(from, to);
  const every = [1, 3, 6, 12].find((every) => months.length / every <= most) ?? 12 * Math.ceil(months.length / 12 / most);
  return months.filter((time) => (time.getUTCFullYear() * 12 + time.getUTCMonth()) % every === 0);
}

function listMonths(from: number, to: number): Date[] {
  const start = new Date(from);
  const months: Date[] = [];
  for (let index = 1; ; index += 1) {
    const time = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + index);
    // Not the other way round: what is no time would have no end.
    if (!(time <= to)) return months;
    months.push(new Date(time));
  }
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });

function label(time: Date, style: Intl.DateTimeFormat): string {
  return (time.getTime() % dayMs === 0 ? style : hour).format(time);
}
