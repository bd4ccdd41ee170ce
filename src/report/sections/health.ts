import * as Plot from '@observablehq/plot';
import { formatDuration } from '../../core/duration.ts';
import { chartLabel, count, formatNumber } from '../../text/format.ts';
import type { RunOutcome, UnfinishedRun } from '../../core/summary.ts';
import { h, type PageElement } from '../dom.ts';
import { draw } from '../draw.ts';
import type { ReportFacts } from '../facts.ts';
import { dataTable, figure, folded, legend } from '../figure.ts';
import type { ChartHealth, Health, Span } from '../health.ts';
import { timeAxis } from '../time-axis.ts';
import { formatWhen, when } from '../words.ts';

/** Is the fetcher healthy: a timeline of its runs, and how each chart fared. */
export function renderHealth({ health, runs }: ReportFacts): PageElement {
  return h('section', { id: 'runs' }, h('h2', {}, 'Is the fetcher healthy?'), renderTimeline(health, runs));
}

function renderTimeline(health: Health, runs: ReportFacts['runs']): PageElement {
  return figure({
    id: 'timeline',
    title: 'Every run, and what became of each chart',
    description: `${count(health.runs, 'run')}, from left to right; the first row is the whole run, the others its charts. Times are UTC.`,
    chart: { narrow: drawTimeline(health, 340), wide: drawTimeline(health, 1080) },
    legend: legend([
      ['ok', 'stored'],
      ['warn', 'in part, or sparse'],
      ['bad', 'failed or interrupted'],
      ['none', 'no such chart'],
      ['gap', 'no run'],
    ]),
    table: dataTable('Runs, newest first', runColumns, runs.toReversed()),
    more: folded('How each chart fared', tabulateCharts(health.charts)),
  });
}

const styles = {
  complete: 'ok',
  stored: 'ok',
  running: 'none',
  partial: 'warn',
  sparse: 'warn',
  failed: 'bad',
  interrupted: 'bad',
  'no-chart': 'none',
} as const;

/** Bad spans are higher than good ones, and never thinner than a line: colour is not all that tells them apart. */
const shapes = [
  { style: 'ok', inset: 3, line: 0 },
  { style: 'none', inset: 6, line: 0 },
  { style: 'warn', inset: 1, line: 1 },
  { style: 'bad', inset: 0, line: 1.5 },
] as const;

interface Bar extends Span<keyof typeof styles> {
  readonly row: string;
}

function drawTimeline({ charts, spans }: Health, width: number): PageElement {
  const rows = [allRuns, ...charts.map(chartLabel)];
  const bars: Bar[] = [
    ...spans.map((span) => ({ ...span, row: allRuns })),
    ...charts.flatMap((chart) => chart.spans.map((span) => ({ ...span, row: chartLabel(chart) }))),
  ];
  const [from, to] = [Math.min(...bars.map(({ from }) => from)), Math.max(...bars.map(({ to }) => to))];
  const marginLeft = Math.max(...rows.map(({ length }) => length)) * 7 + 12;
  return draw({
    width,
    height: rows.length * 18 + 34,
    marginLeft,
    marginRight: 20,
    marginTop: 4,
    marginBottom: 30,
    x: timeAxis(from, to, width - marginLeft),
    y: { domain: rows, padding: 0.1, tickSize: 0, label: null },
    marks: [
      Plot.barX(rows, { x1: new Date(from), x2: new Date(to), y: (row: string) => row, fill: 'var(--gap)', insetTop: 3, insetBottom: 3 }),
      ...shapes.map(({ style, inset, line }) =>
        Plot.barX(
          bars.filter(({ status }) => styles[status] === style),
          {
            x1: ({ from }: Bar) => new Date(from),
            x2: ({ to }: Bar) => new Date(to),
            y: 'row',
            fill: `var(--${style})`,
            stroke: line > 0 ? `var(--${style})` : 'none',
            strokeWidth: line,
            insetTop: inset,
            insetBottom: inset,
            title: ({ row, status, runs, from, to }: Bar) =>
              `${row}: ${count(runs, 'run')} ${status}, ${formatWhen(from)} to ${formatWhen(to)}`,
          },
        ),
      ),
    ],
  });
}

const allRuns = 'Run';

const runColumns = [
  { title: 'Run', align: 'right' as const, cell: ({ run }: RunOutcome | UnfinishedRun) => String(run) },
  { title: 'Started', cell: ({ startedAt }: RunOutcome | UnfinishedRun) => when(startedAt) },
  { title: 'Status', cell: (run: RunOutcome | UnfinishedRun) => run.status },
  {
    title: 'Took',
    align: 'right' as const,
    cell: (run: RunOutcome | UnfinishedRun) =>
      run.status === 'running' ? '' : formatDuration(Date.parse(run.finishedAt) - Date.parse(run.startedAt)),
  },
  { title: 'What was not stored', cell: describeTroubles },
];

function describeTroubles(run: RunOutcome | UnfinishedRun): string {
  if (run.status === 'running') return 'it never ended, or goes on';
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
