import { parseDuration } from './duration.ts';
import type { Period } from './history.ts';

/** A moment as people give it: so long ago, a day (of UTC), or a time. */
export type Moment = { readonly agoMs: number } | { readonly day: string } | { readonly time: string };

/** Reads `7d`, `2026-11-01` or `2026-11-01T12:00:00Z`; `undefined` for anything else, a day that no month has included. */
export function parseMoment(text: string): Moment | undefined {
  const agoMs = parseDuration(text);
  if (agoMs !== undefined) return { agoMs };
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return isDay(text) ? { day: text } : undefined;
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/i.test(text) || !isDay(text.slice(0, 10))) return undefined;
  const time = Date.parse(text.replace(' ', 'T').toUpperCase());
  return Number.isFinite(time) ? { time: new Date(time).toISOString() } : undefined;
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00.000Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

/** The period between two moments, as seen at `now` (ms since the epoch); a day counts from its beginning to its end. */
export function readPeriod({ since, until }: { since: Moment | undefined; until: Moment | undefined }, now: number): Period {
  return { since: since && beginOf(since, now), until: until && ('day' in until ? nextDay(until.day) : beginOf(until, now)) };
}

function beginOf(moment: Moment, now: number): string {
  if ('time' in moment) return moment.time;
  // An age may reach back beyond the times that there are.
  return 'day' in moment ? `${moment.day}T00:00:00.000Z` : new Date(Math.max(0, now - moment.agoMs)).toISOString();
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + 86_400_000).toISOString();
}

/** The same period, widened to whole days of UTC. */
export function wholeDays({ since, until }: Period): Period {
  const isMidnight = until?.endsWith('T00:00:00.000Z') ?? true;
  return {
    since: since && `${since.slice(0, 10)}T00:00:00.000Z`,
    until: isMidnight || until === undefined ? until : nextDay(until.slice(0, 10)),
  };
}
