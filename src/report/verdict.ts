import { formatDuration } from '../core/duration.ts';
import { chartLabel, count, formatNumber, formatTime } from '../text/format.ts';
import type { ChartKey } from '../core/chart.ts';
import type { AnyRun, ChartRecord } from '../core/summary.ts';
import type { StoredRun } from '../core/history.ts';
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

/** What a verdict is given about. */
type Judged = Pick<ReportFacts, 'health' | 'runs' | 'missing' | 'newestRun' | 'isCurrent' | 'stored'>;

/** Judges the health of a fetcher. */
export function judge({ health, runs, missing, newestRun, isCurrent, stored }: Judged, telling: Telling): Verdict {
  const last = runs.at(-1);
  if (last === undefined && missing.length > 0) return { level: 'warning', sentences: [describeMissing(missing)] };
  if (last === undefined) return { level: 'bad', sentences: [describeSilence(newestRun, telling)] };
  const another = health.counts.running > 0 ? runs.at(-2) : undefined;
  const judged = another ?? last;
  const name = `The last run${isCurrent ? '' : ' of this period'}, ${identify(judged, telling)},`;
  const findings = [
    judgeLastRun(judged, { name, goesOn: judged === last && health.counts.running > 0 }),
    another && { level: 'good' as const, sentence: `Run ${identify(last, telling)}, is going on.` },
    judgeStored(judged, stored, telling),
    isCurrent ? judgeAge(last, health, { ...telling, isNewest: last.run === newestRun?.run }) : undefined,
    ...judgeCharts(judged, health),
    ...judgeAbsence(judged, health, missing),
    judgePeriod(health),
  ].flatMap((finding) => finding ?? []);
  const bySeverity = findings.toSorted((a, b) => severity(b) - severity(a));
  return { level: bySeverity[0]?.level ?? 'good', sentences: bySeverity.map(({ sentence }) => sentence) };
}

function identify({ run, startedAt }: StoredRun, { timeZone, since }: Telling): string {
  const started = Date.parse(startedAt);
  return `${run}, of ${formatTime(started, timeZone)}${Number.isNaN(started) ? '' : ` (${since(started)})`}`;
}

function describeSilence(newestRun: AnyRun | undefined, telling: Telling): string {
  return newestRun ? `No run started in this period; the last one was run ${identify(newestRun, telling)}.` : 'No run ever started.';
}

interface Finding {
  readonly level: Verdict['level'];
  readonly sentence: string;
}

function severity({ level }: Finding): number {
  return { good: 0, warning: 1, bad: 2 }[level];
}

function judgeLastRun(last: AnyRun, { name, goesOn }: { name: string; goesOn: boolean }): Finding {
  if (goesOn) return { level: 'good', sentence: `${name} is going on.` };
  if (last.status === 'running') return { level: 'bad', sentence: `${name} was interrupted and stored nothing.` };
  const there = last.charts.filter(({ status }) => status !== 'no-chart');
  if (there.length === 0) return { level: 'warning', sentence: `${name} asked for no chart that there is.` };
  const stored = there.filter(({ status }) => status === 'stored').length;
  const failed = there.filter(({ status }) => status === 'failed');
  if (stored === there.length) return { level: 'good', sentence: `${name} got ${stored === 1 ? 'its chart' : `all ${stored} charts`}.` };
  const level = failed.length === there.length ? 'bad' : 'warning';
  const got = `${name} got ${stored} of ${count(there.length, 'chart')}`;
  return { level, sentence: failed.length === 0 ? `${got}.` : `${got}; ${describeFailures(failed)}` };
}

/** Where the last run stored nothing, what is told of "now" is older than it. */
function judgeStored(last: AnyRun, stored: ReportFacts['stored'], telling: Telling): Finding | undefined {
  if (stored === undefined || stored.range.last.run >= last.run) return undefined;
  return { level: 'bad', sentence: `The last one that stored anything was run ${identify(stored.range.last, telling)}.` };
}

function describeFailures(failed: readonly ChartRecord[]): string {
  const [first] = failed;
  const message = first?.error?.message ?? '';
  const isAlike = failed.every(({ error }) => error?.message === message);
  const whose = isAlike || first === undefined ? '' : `, ${chartLabel(first)} with`;
  return `${listLabels(failed)} failed${whose}: ${message}${/[.!?]$/.test(message) ? '' : '.'}`;
}

/** Where the newest run is another, it asked for other regions than those that are asked about. */
function judgeAge({ startedAt }: AnyRun, { pace }: Health, { now, isNewest }: Telling & { isNewest: boolean }): Finding | undefined {
  const age = now - Date.parse(startedAt);
  if (age < 0) return { level: 'warning', sentence: 'The last run lies in the future: a clock was set back, or is wrong.' };
  if (pace.ms === null || !pace.isRegular || !(age > pace.ms * overdue)) return undefined;
  return {
    level: 'bad',
    sentence: `No run ${isNewest ? 'started' : 'asked for these charts'} for ${formatDuration(age)}, though one ${isNewest ? 'came' : 'did'} every ${formatDuration(toMinutes(pace.ms))} before.`,
  };
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

/** Charts that other runs of the period asked for, and regions that none asked for. */
function judgeAbsence(last: AnyRun, { charts }: Health, missing: readonly string[]): Finding[] {
  const asked = new Set(last.status === 'running' ? charts.map(chartLabel) : last.charts.map(chartLabel));
  const left = charts.filter((chart) => !asked.has(chartLabel(chart)));
  return [
    ...(left.length > 0
      ? [{ level: 'good' as const, sentence: `The last run did not ask for ${listLabels(left)}, as others of this period did.` }]
      : []),
    ...(missing.length > 0 ? [{ level: 'warning' as const, sentence: describeMissing(missing) }] : []),
  ];
}

function describeMissing(missing: readonly string[]): string {
  return `No run of this period asked for ${missing.join(', ')}.`;
}

const manyLabels = 12;

function listLabels(charts: readonly ChartKey[]): string {
  const more = charts.length > manyLabels ? ` and ${charts.length - manyLabels} more` : '';
  return `${charts.slice(0, manyLabels).map(chartLabel).join(', ')}${more}`;
}

function judgePeriod(health: Health): Finding {
  const { runs, counts, gaps, pace } = health;
  const good = runs === 1 || (counts.complete + counts.running === runs && (gaps.length === 0 || !pace.isRegular));
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
  if (counts.complete === runs) return `${runs === 2 ? 'Both' : `All ${formatNumber(runs)}`} runs got everything`;
  const others = otherEnds.flatMap(([state, words]) => (counts[state] > 0 ? [`${formatNumber(counts[state])} ${words}`] : []));
  return [`Of ${formatNumber(runs)} runs ${formatNumber(counts.complete)} got everything`, ...others].join(', ');
}

function describePace({ pace, gaps, runs }: Health): string {
  if (pace.ms === null || !pace.isRegular || runs === 1) return '';
  const usual = `; one came every ${formatDuration(toMinutes(pace.ms))}`;
  if (gaps.length === 0) return usual;
  const longest = formatDuration(toMinutes(Math.max(...gaps.map(({ from, to }) => to - from))));
  return `${usual}, but for ${gaps.length === 1 ? 'one gap' : `${gaps.length} gaps, the longest`} of ${longest}`;
}

/** A scheduler is a few seconds early or late. */
function toMinutes(ms: number): number {
  return ms < 60_000 ? ms : Math.round(ms / 60_000) * 60_000;
}
