/** What a ping tells of a run. */
export type PingKind = 'start' | 'success' | 'fail';

const ways: Readonly<Record<PingKind, string>> = { start: '/start', success: '', fail: '/fail' };

/**
 * The address of a ping, by the convention of healthchecks.io: the way is appended to the path, and the run is named by `rid`.
 *
 * A `rid` must be a UUID in its canonical form, else the ping is refused; so the run's number is the last group of one, in decimal
 * digits for people to read: run 12 is 00000000-0000-4000-8000-000000000012. It need only be unique within one check.
 */
export function pingUrl(base: URL, kind: PingKind, run: number | undefined): URL {
  const url = new URL(base);
  const way = ways[kind];
  if (way !== '') url.pathname = url.pathname.replace(/\/*$/, way);
  // Not by way of searchParams, which would write the rest of the query anew: a `%20` as `+`, an `a` as `a=`.
  const query = url.search.slice(1).split('&');
  const kept = query.filter((part) => part !== '' && !/^rid(=|$)/.test(part));
  const rid = run === undefined ? [] : [`rid=00000000-0000-4000-8000-${String(run).padStart(12, '0')}`];
  url.search = [...kept, ...rid].join('&');
  return url;
}
