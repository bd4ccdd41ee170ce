import { count } from '../../src/text/format.ts';

/** What the stand-in for YouTube answers with, and how soon. */
export interface Scene extends ChartSize {
  /** The moment whose charts it shows, in hours since the epoch of the demo's world. */
  readonly hours: number;
  /** Milliseconds from the receipt of a request until its answer leaves, by region; these are the regions that will be asked for. */
  readonly latencies: Readonly<Record<string, number>>;
}

/** How much of each chart will be asked for: so much is made beforehand. */
export interface ChartSize {
  /** Videos of a page. */
  readonly pageSize: number;
  readonly pages: number;
}

/** `4 pages of 50`. */
export function describeSize({ pageSize, pages }: ChartSize): string {
  return `${count(pages, 'page')} of ${pageSize}`;
}

/**
 * How long each of the default regions takes: from 200 to 500 ms, as YouTube did. Of such draws it is an ordinary one: on 3 slots the order
 * asked for takes a tenth longer than the best schedule, and the slowest first hardly less, which are the medians of many draws.
 */
export const sevenLatencies: Readonly<Record<string, number>> = { US: 430, GB: 210, PL: 280, NL: 320, SE: 410, NO: 500, AT: 250 };

/** What a plain `vault fetch` asks for, at a moment. */
export function sevenRegions(hours: number, latencies = sevenLatencies): Scene {
  return { hours, latencies, pageSize: 25, pages: 1 };
}
