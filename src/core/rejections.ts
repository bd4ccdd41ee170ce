import type { ChartKey, RegionalVideo, Rejection } from './chart.ts';
import type { StoredRun } from './history.ts';
import type { Period } from './period.ts';

/** Which rejections: of runs in the period or of one run, and of charts of these regions. */
export interface RejectionQuestion extends Period {
  readonly run: number | undefined;
  readonly regions: readonly string[] | undefined;
}

/** An item of a chart that could not be read, or not all of it. */
export interface RejectedItem extends ChartKey, StoredRun {
  /** Place in the chart, from 1. */
  readonly position: number;
  /** Several where several fields are bad. */
  readonly reasons: readonly string[];
  /** Whether the chart has a video at this place all the same, without what could not be read. */
  readonly isStored: boolean;
  /** As YouTube sent it. */
  readonly item: unknown;
}

/** How many items were rejected, and for what; the most frequent reason first. */
export interface RejectionCount {
  readonly items: number;
  readonly reasons: readonly { readonly reason: string; readonly items: number }[];
}

/** A rejected item of which more can be read now. `rank` of the video is the item's place. */
export interface RereadItem extends ChartKey {
  readonly run: number;
  readonly video: RegionalVideo;
  /** What still cannot be read of it. */
  readonly rejections: readonly Rejection[];
}
