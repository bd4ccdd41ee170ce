import type { ChartKey } from '../core/chart.ts';
import type { RunSummary } from '../core/summary.ts';

/** What is known of a run that is over. */
export interface MetricsFacts extends LastSuccess {
  /** `undefined` where the vault failed, and the run holds nothing. */
  readonly summary: RunSummary | undefined;
  readonly exitCode: number;
  /** Ms since the epoch; the summary's own times are taken where there is one. */
  readonly startedAt: number;
  readonly finishedAt: number;
  /** Bytes that the vault takes; `undefined` where it cannot be asked. */
  readonly vaultBytes: number | undefined;
  /** The program's. */
  readonly version: string;
}

/** What outlives a run that fails. */
export interface LastSuccess {
  /** When the last run that stored something started: ISO 8601 UTC; `undefined` while there is none. */
  readonly lastSuccessAt: string | undefined;
  /** When the last run that stored a chart whole started. A run's own summary is taken over what is said here. */
  readonly regionLastSuccess: readonly RegionSuccess[];
}

interface RegionSuccess extends ChartKey {
  /** ISO 8601 UTC. */
  readonly startedAt: string;
}

export const lastSuccessName = 'vault_last_success_timestamp_seconds';
export const regionLastSuccessName = 'vault_region_last_success_timestamp_seconds';
/** What every text of metrics begins with. */
export const metricsStart = '# HELP vault_';

/**
 * The state of a vault after a run, in the text format of Prometheus: https://prometheus.io/docs/instrumenting/exposition_formats
 *
 * The same facts give the same text, regions in alphabetical order. What is not known is left out: no metric is ever NaN, nor 0 for
 * want of anything better.
 */
export function renderMetrics(facts: MetricsFacts): string {
  return [...runFamilies(facts), ...regionFamilies(facts)].map(renderFamily).join('');
}

interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number | undefined;
}

/** A metric with its help and its samples; all are gauges, for each run tells anew how things are. */
type Family = readonly [name: string, help: string, samples: readonly Sample[]];

function runFamilies({ summary, exitCode, lastSuccessAt, vaultBytes, version, ...times }: MetricsFacts): Family[] {
  const startedAt = summary ? Date.parse(summary.startedAt) : times.startedAt;
  const durationMs = summary?.durationMs ?? times.finishedAt - times.startedAt;
  return [
    ['vault_build_info', 'The version of the program, and 1.', [{ labels: { version }, value: 1 }]],
    ['vault_last_run_number', 'Number of the last run in the vault.', one(summary?.run)],
    ['vault_last_run_start_timestamp_seconds', 'When the last run started.', one(startedAt / 1000)],
    ['vault_last_run_duration_seconds', 'How long the last run took.', one(durationMs / 1000)],
    ['vault_last_run_exit_code', 'What the last run exited with: 0 complete, 3 partial, else see the list in the README.', one(exitCode)],
    ['vault_last_run_success', 'Whether the last run was complete: exit code 0.', one(exitCode === 0 ? 1 : 0)],
    [lastSuccessName, 'When the last run that stored something started.', one(secondsOf(lastSuccessAt))],
    ['vault_last_run_videos', 'Videos of the last run, each counted once.', one(summary?.videos.unique)],
    ['vault_last_run_new_videos', 'Videos of the last run that no run before had seen.', one(summary?.videos.new)],
    ['vault_last_run_shared_videos', 'Videos of the last run that are in more than one region.', one(summary?.videos.shared)],
    ['vault_last_run_rejected_items', 'Items, or single fields of items, that the last run could not read.', one(summary?.videos.rejected)],
    ['vault_last_run_requests', 'Requests of the last run, retries included.', one(summary?.requests)],
    ['vault_last_run_retries', 'Requests of the last run that were retries.', one(summary?.retries)],
    [
      'vault_quota_used_units',
      "Units of quota used on the last run's day, which begins at midnight Pacific time.",
      one(summary?.quota.usedToday),
    ],
    ['vault_quota_limit_units', 'Units of quota that a day has.', one(summary?.quota.limit)],
    ['vault_database_bytes', 'Bytes that the vault takes.', one(vaultBytes)],
  ];
}

function regionFamilies({ summary, regionLastSuccess }: MetricsFacts): Family[] {
  const regions = (summary?.regions ?? []).toSorted(byChart);
  const stored = regions.flatMap(({ region, category, status }) => {
    return status === 'stored' && summary ? [{ region, category, startedAt: summary.startedAt }] : [];
  });
  const successes = [...regionLastSuccess, ...stored].toSorted(byChart);
  return [
    [
      'vault_region_up',
      "Whether the region's chart was answered in the last run: 0 where it failed.",
      each(regions, ({ status }) => (status === 'failed' ? 0 : 1)),
    ],
    ['vault_region_videos', "Videos of the region's chart in the last run.", each(regions, ({ videos }) => videos)],
    [
      'vault_region_duration_seconds',
      "How long the region's chart took in the last run, waits included.",
      each(regions, ({ durationMs }) => durationMs / 1000),
    ],
    [
      regionLastSuccessName,
      "When the last run that stored the region's chart whole started.",
      each(successes, ({ startedAt }) => secondsOf(startedAt)),
    ],
  ];
}

function one(value: number | undefined): Sample[] {
  return [{ labels: {}, value }];
}

function each<Chart extends ChartKey>(charts: readonly Chart[], valueOf: (chart: Chart) => number | undefined): Sample[] {
  return charts.map((chart) => ({ labels: { region: chart.region, category: String(chart.category) }, value: valueOf(chart) }));
}

function secondsOf(time: string | undefined): number {
  return Date.parse(time ?? '') / 1000;
}

/** Not by the rules of a language, which vary. */
function byChart(a: ChartKey, b: ChartKey): number {
  return a.region === b.region ? a.category - b.category : a.region < b.region ? -1 : 1;
}

/** Of two samples with the same labels the later one counts: with both, the node exporter would refuse the file. */
function renderFamily([name, help, samples]: Family): string {
  const known = samples.filter(({ value }) => Number.isFinite(value));
  if (known.length === 0) return '';
  const rows = new Map(known.map(({ labels, value }) => [renderLabels(labels), value]));
  const lines = Array.from(rows, ([labels, value]) => `${name}${labels} ${value}\n`);
  return `# HELP ${name} ${escapeText(help)}\n# TYPE ${name} gauge\n${lines.join('')}`;
}

function renderLabels(labels: Sample['labels']): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeText(value).replaceAll('"', String.raw`\"`)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function escapeText(text: string): string {
  return text.replaceAll('\\', String.raw`\\`).replaceAll('\n', String.raw`\n`);
}
