import type { ScaleOptions } from '@observablehq/plot';

const dayMs = 86_400_000;

/** An axis from one moment to another (ms since the epoch), in UTC and 24 hours, with as many labels as `width` has room for. */
export function timeAxis(from: number, to: number, width: number): ScaleOptions & { readonly tickFormat: (time: Date) => string } {
  // A moment alone would have no width.
  const [start, end] = from === to ? [from - dayMs / 24, to + dayMs / 24] : [from, to];
  const style = end - start > 300 * dayMs ? month : day;
  return {
    type: 'utc',
    domain: [new Date(start), new Date(end)],
    label: null,
    ticks: width / 85,
    tickFormat: (time: Date) => label(time, style),
  };
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });

function label(time: Date, style: Intl.DateTimeFormat): string {
  return (time.getTime() % dayMs === 0 ? style : hour).format(time);
}
