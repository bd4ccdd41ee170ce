import { formatDuration } from '../../core/duration.ts';
import { chartLabel, count, formatNumber } from '../../text/format.ts';
import type { AnyRun } from '../../core/summary.ts';
import type { PageElement } from '../dom.ts';
import { widths } from '../draw.ts';
import { drawTimeline, explainTimeline } from '../draw-timeline.ts';
import type { ReportFacts } from '../facts.ts';
import { dataTable, figure, folded, legend } from '../figure.ts';
import type { ChartHealth } from '../health.ts';
import { when } from '../words.ts';

/** Is the fetcher healthy: a timeline of its runs, and how each chart fared. */
export function renderHealth({ health, runs }: ReportFacts): PageElement {
  const drawn = chooseDrawn(health.charts);
  return figure({
    id: 'timeline',
    title: 'Every run, and what became of each chart',
    description: [
      `${count(health.runs, 'run')}, from left to right; the first row is the whole run, the others its charts. Times are UTC.`,
      health.runs > manyRuns ? ' Where several runs share a spot, it shows the worst of them.' : '',
      drawn.length < health.charts.length ? ` Drawn are ${drawn.length} of ${health.charts.length} charts, those that failed most.` : '',
    ],
    chart: { narrow: drawTimeline(health, drawn, widths.narrow), wide: drawTimeline(health, drawn, widths.wide) },
    legend: legend(explainTimeline(health)),
    table: dataTable('Runs, newest first', runColumns, runs.toReversed()),
    more: folded('How each chart fared', tabulateCharts(health.charts)),
  });
}

/** More runs than this may share a spot of a narrow drawing. */
const manyRuns = 90;

/** More rows than this are no glance. */
const maxRows = 40;

function chooseDrawn(charts: readonly ChartHealth[]): readonly ChartHealth[] {
  return charts.length <= maxRows ? charts : charts.toSorted((a, b) => b.counts.failed - a.counts.failed).slice(0, maxRows);
}

const runColumns = [
  { title: 'Run', align: 'right' as const, cell: ({ run }: AnyRun) => String(run) },
  { title: 'Started', cell: ({ startedAt }: AnyRun) => when(startedAt) },
  { title: 'Status', cell: (run: AnyRun) => (run.status === 'running' ? 'did not end' : run.status) },
  {
    title: 'Took',
    align: 'right' as const,
    cell: (run: AnyRun) => {
      const tookMs = durationOf(run);
      return tookMs === null ? '' : formatDuration(tookMs);
    },
    sort: durationOf,
  },
  { title: 'What was not stored', cell: describeTroubles },
];

function durationOf(run: AnyRun): number | null {
  const ms = run.status === 'running' ? NaN : Date.parse(run.finishedAt) - Date.parse(run.startedAt);
  return Number.isNaN(ms) ? null : ms;
}

function describeTroubles(run: AnyRun): string {
  if (run.status === 'running') return 'anything yet: it was interrupted, or goes on';
  return run.charts
    .filter(({ status }) => status === 'failed' || status === 'sparse')
    .map((chart) => `${chartLabel(chart)} ${chart.error?.message ?? `sparse: ${count(chart.videos, 'video')}`}`)
    .join('; ');
}

function tabulateCharts(charts: readonly ChartHealth[]): PageElement {
  return dataTable(
    'How each chart fared',
    [
      { title: 'Chart', cell: chartLabel },
      {
        title: 'Last stored',
        cell: ({ lastStoredAt }: ChartHealth) => (lastStoredAt === null ? 'not in this period' : when(lastStoredAt)),
      },
      { title: 'Asked', align: 'right', cell: ({ asked }) => formatNumber(asked) },
      { title: 'Stored', align: 'right', cell: ({ counts }) => formatNumber(counts.stored) },
      { title: 'Sparse', align: 'right', cell: ({ counts }) => formatNumber(counts.sparse) },
      { title: 'Failed', align: 'right', cell: ({ counts }) => formatNumber(counts.failed) },
      {
        title: 'Last error',
        cell: ({ lastError }) => (lastError === null ? '' : [when(lastError.startedAt), `: ${lastError.message}`]),
      },
    ],
    charts,
    { regionsOf: ({ region }) => [region] },
  );
}
