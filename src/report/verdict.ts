import { formatDuration } from '../core/duration.ts';
import { chartLabel, count, formatTime } from '../text/format.ts';
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
  /** How long ago, in words: who looks at a page later must not take its now for theirs. */
  readonly since: (time: number) => string;
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

function judgeLastRun(lastRun: RunOutcome | UnfinishedRun, health: Health, { timeZone, since }: Telling): Finding {
  const started = Date.parse(lastRun.startedAt);
  const name = `The last run, ${lastRun.run}, of ${formatTime(started, timeZone)} (${since(started)}),`;
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

function judgeAge({ startedAt }: RunOutcome | UnfinishedRun, health: Health, { now }: Telling): Finding | undefined {
  const { paceMs } = health;
  const age = now - Date.parse(startedAt);
  if (paceMs === null || !hasPace(health) || age <= paceMs * overdue) return undefined;
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

function judgePeriod(health: Health): Finding {
  const { runs, counts, gaps } = health;
  const good = counts.complete + counts.running === runs && (gaps.length === 0 || !hasPace(health));
  return { level: good ? 'good' : 'warning', sentence: `${describeOutcomes(health)}${describePace(health)}.` };
}

const otherEnds = [
  ['partial', 'in part'],
  ['failed', 'failed'],
  ['interrupted', 'interrupted'],
  ['running', 'going on'],
] as const;

function describeOutcomes({ runs, counts }: Health): string {
  if (runs === 1) return 'It is the only run of this period';
  if (counts.complete === runs) return `All ${runs} runs got everything`;
  const others = otherEnds.flatMap(([state, words]) => (counts[state] > 0 ? [`${counts[state]} ${words}`] : []));
  return [`Of ${runs} runs ${counts.complete} got everything`, ...others].join(', ');
}

/** Two or three runs by hand are no pace. */
function hasPace({ runs }: Health): boolean {
  return runs > 3;
}

function describePace(health: Health): string {
  const { paceMs, gaps } = health;
  if (paceMs === null || !hasPace(health)) return '';
  const longest = Math.max(...gaps.map(({ from, to }) => to - from));
  const but = gaps.length === 0 ? '' : `, but for ${count(gaps.length, 'gap')}, the longest of ${formatDuration(longest)}`;
  return `; one came every ${formatDuration(paceMs)}${but}`;
}
