import { dayMs, parseDuration } from './duration.ts';
import { VaultError } from './errors.ts';

/** Runs by when they started, ISO 8601 UTC: `since` is included, `until` is not. */
export interface Period {
  readonly since: string | undefined;
  readonly until: string | undefined;
}

const midnight = 'T00:00:00.000Z';

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
  const time = Date.parse(`${text}${midnight}`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

/**
 * The period between two moments, as seen at `now` (ms since the epoch); a day counts from its beginning to its end. Throws VaultError
 * `usage` where the second is not after the first.
 */
export function readPeriod({ since, until }: { since: Moment | undefined; until: Moment | undefined }, now: number): Period {
  const period = { since: since && beginOf(since, now), until: until && ('day' in until ? nextDay(until.day) : beginOf(until, now)) };
  if (period.since !== undefined && period.until !== undefined && period.since >= period.until)
    throw new VaultError('usage', '--since is not before --until: no run can lie between them');
  return period;
}

function beginOf(moment: Moment, now: number): string {
  if ('time' in moment) return moment.time;
  // An age may reach back beyond the times that there are.
  return 'day' in moment ? `${moment.day}${midnight}` : new Date(Math.max(0, now - moment.agoMs)).toISOString();
}

function nextDay(day: string): string {
  const next = new Date(Date.parse(`${day}${midnight}`) + dayMs).toISOString();
  // A year of five digits does not sort as text.
  return next.startsWith('+') ? '9999-12-31T23:59:59.999Z' : next;
}

/** The same period, widened to whole days of UTC. */
export function wholeDays({ since, until }: Period): Period {
  return {
    since: since && `${since.slice(0, 10)}${midnight}`,
    until: until && (until.endsWith(midnight) ? until : nextDay(until.slice(0, 10))),
  };
}
