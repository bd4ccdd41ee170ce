import { dayMs, hourMs } from './duration.ts';

/** The day whose quota a request at `now` (ms since the epoch) spends, as `2026-11-23`: YouTube counts days in Pacific time. */
export function pacificDay(now: number): string {
  return new Date(now - pacificOffset(now)).toISOString().slice(0, 10);
}

/** When the quota of the day of `now` is given anew, in ms since the epoch: the next midnight in America/Los_Angeles. */
export function quotaResetsAt(now: number): number {
  const nextMidnight = (Math.floor((now - pacificOffset(now)) / dayMs) + 1) * dayMs;
  // Clocks are changed later than at one o'clock, so that the offset at midnight is that of an hour later as well.
  return nextMidnight + pacificOffset(nextMidnight + 8 * hourMs);
}

/**
 * By how many ms California's clocks are behind UTC: 7 hours from 2:00 on the second Sunday of March until 2:00 on the first one of
 * November, else 8. By the rule of 15 U.S.C. § 260a and not by Intl, which takes longer to begin with than all that `vault stats` does;
 * a test holds it against what Intl knows.
 */
function pacificOffset(now: number): number {
  const year = new Date(now).getUTCFullYear();
  const begins = sunday(year, 2, 2) + 10 * hourMs;
  const ends = sunday(year, 10, 1) + 9 * hourMs;
  return now >= begins && now < ends ? 7 * hourMs : 8 * hourMs;
}

/** 0:00 UTC on the `nth` Sunday of a month; months count from 0. */
function sunday(year: number, month: number, nth: number): number {
  const weekday = new Date(Date.UTC(year, month, 1)).getUTCDay();
  return Date.UTC(year, month, 1 + ((7 - weekday) % 7) + 7 * (nth - 1));
}
