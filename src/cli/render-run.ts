import { formatDuration } from '../core/duration.ts';
import type { StoredRun } from '../core/history.ts';
import type { ChartDetail, NotBefore } from '../core/ports.ts';
import type { RegionSummary, RunSummary } from '../core/summary.ts';
import type { Look } from './look.ts';
import { renderRunTable } from './run-table.ts';
import { chartLabel, count, formatAgo, formatNumber, formatTime } from '../text/format.ts';
import { plain } from '../text/plain.ts';

/** A run's summary with what only people are shown. `charts` are in the order of `summary.regions`. */
export interface RunView {
  readonly summary: RunSummary;
  readonly charts: readonly ChartView[];
  /** Before it YouTube wants no request, if it said so in this run and no other came after it. */
  readonly notBefore: NotBefore | undefined;
}

export interface ChartView {
  readonly detail: ChartDetail | undefined;
  /** The newest earlier run that stored this chart whole; looked up for charts that failed or are sparse. */
  readonly lastSuccess: StoredRun | undefined;
}

/** A run for people: a table of its charts, what went wrong with each, and the totals. */
export function renderRun(view: RunView, look: Look): string {
  const { summary, charts } = view;
  const table = renderRunTable(
    summary,
    charts.map(({ detail }) => detail),
    look,
  );
  const troubles = describeTroubles(view, look);
  return [heading(summary, look), '', table, '', ...(troubles.length > 0 ? [...troubles, ''] : []), ...totals(summary, look), ''].join(
    '\n',
  );
}

function heading({ run, status, startedAt, durationMs }: RunSummary, { paint, now, timeZone }: Look): string {
  const started = Date.parse(startedAt);
  const state = paint(({ complete: 'green', partial: 'yellow', failed: 'red' } as const)[status], status);
  const when = Number.isNaN(started) ? formatAgo(started, now) : `${formatTime(started, timeZone)} (${formatAgo(started, now)})`;
  const took = Number.isNaN(durationMs) ? '' : `, took ${formatDuration(durationMs)}`;
  return `${paint('bold', `Run ${run}`)} ${state}, started ${when}${took}`;
}

/** `PL, NL: rate limited (429) after 3 attempts; last stored 7 h ago, in run 11`: what befell several charts alike stands once. */
function describeTroubles({ summary, charts, notBefore }: RunView, look: Look): string[] {
  const { now, paint } = look;
  const labelsByTrouble = new Map<string, string[]>();
  for (const [index, region] of summary.regions.entries()) {
    if (region.status !== 'failed' && region.status !== 'sparse') continue;
    const last = charts[index]?.lastSuccess;
    const since = last ? `last stored ${formatAgo(Date.parse(last.startedAt), now)}, in run ${last.run}` : 'never stored before';
    const trouble = `${plain(whatHappened(region))}${nextFetch(region, notBefore, look)}; ${since}`;
    labelsByTrouble.set(trouble, [...(labelsByTrouble.get(trouble) ?? []), chartLabel(region)]);
  }
  return [...labelsByTrouble].map(([trouble, labels]) => `${paint('yellow', labels.join(', '))}: ${trouble}`);
}

/** When it may go on, in local time, where this is the error that keeps the next runs back. */
function nextFetch({ error }: RegionSummary, notBefore: NotBefore | undefined, { now, timeZone }: Look): string {
  const until = Date.parse(notBefore?.until ?? '');
  if (!(until > now) || (error?.code !== 'quota-spent' && error?.code !== 'wait-too-long')) return '';
  return `; next fetch at ${formatTime(until, timeZone)}`;
}

function whatHappened({ error, videos }: RegionSummary): string {
  if (error) return videos === 0 ? error.message : `${error.message}; what arrived before is kept (${count(videos, 'video')})`;
  return videos === 0 ? 'answered, but with no video' : `answered with ${count(videos, 'video')}, far fewer than its last runs`;
}

function totals({ videos, overlapPercent, quota, database }: RunSummary, { now, timeZone }: Look): string[] {
  const { fetched, unique, shared } = videos;
  const resetsAt = Date.parse(quota.resetsAt);
  const used = `${count(quota.used, 'unit')} in this run, ${formatNumber(quota.usedToday)} of ${formatNumber(quota.limit)} used today`;
  return [
    `Videos   ${formatNumber(fetched)} fetched, ${formatNumber(unique)} unique, ${formatNumber(videos.new)} new`,
    `Overlap  ${formatNumber(shared)} in more than one region, ${overlapPercent.toFixed(2)} % of the unique ones`,
    `Quota    ${used}; resets ${formatTime(resetsAt, timeZone)} (${formatAgo(resetsAt, now)})`,
    `Vault    ${plain(database)}`,
  ];
}
