import { formatDuration } from '../core/duration.ts';
import { chartLabel, count, formatAgo, formatTime } from '../text/format.ts';
import type { RunOutcome, UnfinishedRun } from '../core/summary.ts';
import type { ReportFacts } from './facts.ts';
import type { ChartHealth, Health } from './health.ts';

/** Whether the fetcher is healthy, for a glance, and the sentences that say why; the first one is the worst. */
export interface Verdict {
  readonly level: 'good' | 'warning' | 'bad';
  readonly sentences: readonly string[];
}

/** How a moment is told: which time zone, and what time it is now (ms since the epoch). */
export interface Telling {
  readonly now: number;
  readonly timeZone: string | undefined;
}

/** More than this many times the usual pace without a run is no delay any more. */
const overdue = 2;

/** Judges the health of a fetcher. */
export function judge({ health, lastRun }: Pick<ReportFacts, 'health' | 'lastRun'>, telling: Telling): Verdict {
  if (lastRun === undefined) return { level: 'bad', sentences: ['No run started in this period.'] };
  const findings = [judgeLastRun(lastRun, health, telling), judgeAge(lastRun, health, telling), judgeCharts(health), judgePeriod(health)];
  const bySeverity = findings.flatMap((finding) => finding ?? []).toSorted((a, b) => severity(b) - severity(a));
  return { level: bySeverity[0]?.level ?? 'good', sentences: bySeverity.map(({ sentence }) => sentence) };
}

interface Finding {
  readonly level: Verdict['level'];
  readonly sentence: string;
}

function severity({ level }: Finding): number {
  return { good: 0, warning: 1, bad: 2 }[level];
}

function judgeLastRun(lastRun: RunOutcome | UnfinishedRun, health: Health, { now, timeZone }: Telling): Finding {
  const started = Date.parse(lastRun.startedAt);
  const name = `The last run, ${lastRun.run}, of ${formatTime(started, timeZone)} (${formatAgo(started, now)}),`;
  if (lastRun.status === 'running')
    return health.counts.running > 0
      ? { level: 'good', sentence: `${name} is going on.` }
      : { level: 'bad', sentence: `${name} was interrupted and stored nothing.` };
  const failed = lastRun.charts.filter(({ status }) => status === 'failed');
  const got = `${lastRun.charts.length - failed.length} of ${count(lastRun.charts.length, 'chart')}`;
  if (failed.length === 0)
    return { level: 'good', sentence: `${name} got ${lastRun.charts.length === 1 ? 'its chart' : `all ${lastRun.charts.length} charts`}.` };
  return {
    level: lastRun.status === 'failed' ? 'bad' : 'warning',
    sentence: `${name} got ${got}; ${failed.map(chartLabel).join(', ')} failed: ${failed[0]?.error?.message ?? ''}`,
  };
}

function judgeAge({ startedAt }: RunOutcome | UnfinishedRun, { paceMs }: Health, { now }: Telling): Finding | undefined {
  const age = now - Date.parse(startedAt);
  if (paceMs === null || age <= paceMs * overdue) return undefined;
  return {
    level: 'bad',
    sentence: `Nothing was fetched for ${formatDuration(age)}, though a run came every ${formatDuration(paceMs)} before.`,
  };
}

/** Charts that the last run did not get, although it was not told to leave them out. */
function judgeCharts({ charts }: Health): Finding | undefined {
  const never = charts.filter(({ lastStoredAt, counts }) => lastStoredAt === null && counts['no-chart'] === 0);
  const sparse = charts.filter(({ lastStatus }) => lastStatus === 'sparse');
  const sentences = [
    ...(never.length > 0 ? [`${labels(never)} never answered in this period.`] : []),
    ...(sparse.length > 0 ? [`${labels(sparse)} gave far fewer videos than before.`] : []),
  ];
  return sentences.length === 0 ? undefined : { level: 'warning', sentence: sentences.join(' ') };
}

function labels(charts: readonly ChartHealth[]): string {
  return charts.map(chartLabel).join(', ');
}

function judgePeriod({ runs, counts, paceMs, gaps }: Health): Finding {
  const bad = (
    [
      ['partial', 'in part'],
      ['failed', 'failed'],
      ['interrupted', 'interrupted'],
    ] as const
  ).flatMap(([state, words]) => (counts[state] > 0 ? [`${counts[state]} ${words}`] : []));
  const outcome =
    runs === 1
      ? 'It is the only run of this period'
      : `Of ${runs} runs ${counts.complete} got everything${bad.length > 0 ? `, ${bad.join(', ')}` : ''}`;
  const longest = Math.max(0, ...gaps.map(({ from, to }) => to - from));
  const pace =
    paceMs === null
      ? ''
      : `; one came every ${formatDuration(paceMs)}${gaps.length > 0 ? `, but for ${count(gaps.length, 'gap')}, the longest of ${formatDuration(longest)}` : ''}`;
  return { level: bad.length > 0 || gaps.length > 0 ? 'warning' : 'good', sentence: `${outcome}${pace}.` };
}
