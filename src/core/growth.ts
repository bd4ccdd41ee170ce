import { hourMs } from './duration.ts';

/** How often a video had been viewed when a run started (ISO 8601 UTC); null while the count is hidden. */
export interface ViewCount {
  readonly startedAt: string;
  readonly views: number | null;
}

/** How a view count moved. At most one of the two is a number. */
export interface Growth {
  /** To one decimal; null where it cannot be told, or where the count fell. */
  readonly viewsPerHour: number | null;
  /** Views that YouTube took back, as it does when it corrects a counter. */
  readonly viewsFellBy: number | null;
}

/** The growth from one count to a later one. A count that falls is no negative rate: it says that the counter was corrected. */
export function growthBetween(before: ViewCount | undefined, after: ViewCount | undefined): Growth {
  const none = { viewsPerHour: null, viewsFellBy: null };
  if (before === undefined || after === undefined || before.views === null || after.views === null) return none;
  if (after.views < before.views) return { viewsPerHour: null, viewsFellBy: before.views - after.views };
  const hours = hoursBetween(before.startedAt, after.startedAt);
  return hours > 0 ? { viewsPerHour: Math.round(((after.views - before.views) / hours) * 10) / 10, viewsFellBy: null } : none;
}

/** Hours from one time to another, both ISO 8601. */
export function hoursBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / hourMs;
}

/** So many steps are drawn beside a video in a list. */
export const stepsDrawn = 12;

/** The growth between each count and the one before it, for a sparkline; null where a count is hidden or fell. */
export function growthSteps(counts: readonly ViewCount[]): (number | null)[] {
  return counts.slice(1).map((count, index) => growthBetween(counts[index], count).viewsPerHour);
}
