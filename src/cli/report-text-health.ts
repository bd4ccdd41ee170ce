import type { ChartHealth, Health } from '../report/health.ts';
import { chartLabel, formatNumber, formatTime } from '../text/format.ts';
import { fit } from '../text/fit.ts';
import { plain } from '../text/plain.ts';
import { wrapText } from '../text/wrap-text.ts';
import type { Look } from './look.ts';
import { type Column, renderTable } from './table.ts';

const marks = { stored: '█', sparse: '▒', failed: 'x', 'no-chart': '-' } as const;

/** The newest runs as a line of marks, and how each chart fared. */
export function renderHealthText({ charts }: Health, look: Look): string {
  const { width, paint, timeZone } = look;
  const columns: Column<ChartHealth>[] = [
    { title: 'Chart', align: 'left', dispensable: 0, cell: chartLabel },
    figure('Stored', 1, ({ counts }) => counts.stored),
    figure('Sparse', 3, ({ counts }) => counts.sparse),
    figure('Failed', 0, ({ counts }) => counts.failed),
    {
      title: 'Last stored',
      align: 'left',
      dispensable: 2,
      cell: ({ lastStoredAt }) => (lastStoredAt === null ? 'never' : formatTime(Date.parse(lastStoredAt), timeZone)),
    },
    { title: 'The last runs', align: 'left', dispensable: 0, flexible: true, cell: ({ spans }) => strip(spans, width < 60 ? 12 : 24) },
  ];
  const errors = charts.flatMap((chart) =>
    chart.lastError === null
      ? []
      : [`${chartLabel(chart)} failed last ${formatTime(Date.parse(chart.lastError.startedAt), timeZone)}: ${chart.lastError.message}`],
  );
  return [
    renderTable(columns, charts, { width, head: (title) => paint('bold', title) }),
    '',
    wrapText(
      paint(
        'dim',
        `${marks.stored} stored, ${marks.sparse} sparse, ${marks.failed} failed, ${marks['no-chart']} no such chart; the newest at the right`,
      ),
      width,
    ),
    ...errors.map((error) => wrapText(plain(fit(error, 3 * width)), width)),
  ].join('\n');
}

function figure(title: string, dispensable: number, number: (chart: ChartHealth) => number): Column<ChartHealth> {
  return { title, align: 'right', dispensable, cell: (chart) => formatNumber(number(chart)) };
}

/** A mark a run, the newest at the right. */
function strip(spans: ChartHealth['spans'], length: number): string {
  return spans
    .map(({ status, runs }) => marks[status].repeat(Math.min(runs, length)))
    .join('')
    .slice(-length);
}
