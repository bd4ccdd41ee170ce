import { formatDuration } from '../core/duration.ts';
import { chartLabel, count, formatTime } from '../text/format.ts';
import type { ChartKey } from '../core/chart.ts';
import type { ChartRecord, RunOutcome, UnfinishedRun } from '../core/summary.ts';
import type { ReportFacts } from './facts.ts';
import type { Health } from './health.ts';

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
export function judge({ health, runs, newestRun }: Pick<ReportFacts, 'health' | 'runs' | 'newestRun'>, telling: Telling): Verdict {
  const last = runs.at(-1);
  if (last === undefined) return { level: 'bad', sentences: [describeSilence(newestRun, telling)] };
  const isNewest = last.run === newestRun?.run;
  const name = `The last run${isNewest ? '' : ' of this period'}, ${nameOf(last, telling)},`;
  const findings = [
    judgeLastRun(last, health, name),
    isNewest ? judgeAge(last, health, telling) : undefined,
    ...judgeCharts(last, health),
    judgePeriod(health),
  ].flatMap((finding) => finding ?? []);
  const bySeverity = findings.toSorted((a, b) => severity(b) - severity(a));
  return { level: bySeverity[0]?.level ?? 'good', sentences: bySeverity.map(({ sentence }) => sentence) };
}

type AnyRun = RunOutcome | UnfinishedRun;

function nameOf({ run, startedAt }: AnyRun, { timeZone, since }: Telling): string {
  const started = Date.parse(startedAt);
  return `${run}, of ${formatTime(started, timeZone)} (${since(started)})`;
}

function describeSilence(newestRun: AnyRun | undefined, telling: Telling): string {
  return newestRun ? `No run started in this period; the last one was run ${nameOf(newestRun, telling)}.` : 'No run ever started.';
}

interface Finding {
  readonly level: Verdict['level'];
  readonly sentence: string;
}

function severity({ level }: Finding): number {
  return { good: 0, warning: 1, bad: 2 }[level];
}

function judgeLastRun(last: AnyRun, { counts }: Health, name: string): Finding {
  if (last.status === 'running' && counts.running > 0) return { level: 'good', sentence: `${name} is going on.` };
  if (last.status === 'running') return { level: 'bad', sentence: `${name} was interrupted and stored nothing.` };
  const level = ({ complete: 'good', partial: 'warning', failed: 'bad' } as const)[last.status];
  const failed = last.charts.filter(({ status }) => status === 'failed');
  if (failed.length > 0)
    return {
      level,
      sentence: `${name} got ${last.charts.length - failed.length} of ${count(last.charts.length, 'chart')}; ${describeFailures(failed)}`,
    };
  const got = last.charts.length === 1 ? 'its chart' : `all ${last.charts.length} charts`;
  return { level, sentence: `${name} ${last.charts.length === 0 ? 'asked for no chart' : `got ${got}`}.` };
}

function describeFailures(failed: readonly ChartRecord[]): string {
  const [first] = failed;
  const message = first?.error?.message ?? '';
  const isAlike = failed.every(({ error }) => error?.message === message);
  const whose = isAlike || first === undefined ? '' : `, ${chartLabel(first)} with`;
  return `${listLabels(failed)} failed${whose}: ${message}${/[.!?]$/.test(message) ? '' : '.'}`;
}

function judgeAge({ startedAt }: AnyRun, health: Health, { now }: Telling): Finding | undefined {
  const { paceMs } = health;
  const age = now - Date.parse(startedAt);
  if (paceMs === null || !hasPace(health) || age <= paceMs * overdue) return undefined;
  const pace = `though one came every ${formatDuration(paceMs)} before`;
  return { level: 'bad', sentence: `No run started for ${formatDuration(age)}, ${pace}.` };
}

/** What is wrong with charts that the last run asked for. */
function judgeCharts(last: AnyRun, { charts }: Health): Finding[] {
  const asked = new Set(last.status === 'running' ? [] : last.charts.map(chartLabel));
  const current = charts.filter((chart) => asked.has(chartLabel(chart)));
  const never = current.filter(({ counts, asked }) => counts.failed === asked && asked > 1);
  const sparse = current.filter(({ lastStatus }) => lastStatus === 'sparse');
  return [
    ...(never.length > 0 ? [{ level: 'warning' as const, sentence: `${listLabels(never)} never answered in this period.` }] : []),
    ...(sparse.length > 0 ? [{ level: 'warning' as const, sentence: `${listLabels(sparse)} gave far fewer videos than before.` }] : []),
  ];
}

const manyLabels = 12;

function listLabels(charts: readonly ChartKey[]): string {
  const more = charts.length > manyLabels ? ` and ${charts.length - manyLabels} more` : '';
  return `${charts.slice(0, manyLabels).map(chartLabel).join(', ')}${more}`;
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
