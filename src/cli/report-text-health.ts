import type { Health, Span } from '../report/health.ts';
import { chartLabel, count, formatTime } from '../text/format.ts';
import { fit } from '../text/fit.ts';
import { plain } from '../text/plain.ts';
import { wrapText } from '../text/wrap-text.ts';
import type { Look } from './look.ts';
import { type Column, numberColumn, renderTable } from './table.ts';

const marks = {
  stored: '█',
  complete: '█',
  sparse: '▒',
  partial: '▒',
  failed: 'x',
  interrupted: 'x',
  running: '>',
  'no-chart': '-',
} as const;

interface Row {
  readonly label: string;
  readonly stored: number;
  readonly sparse: number;
  readonly failed: number;
  readonly last: string;
  readonly spans: readonly Span<keyof typeof marks>[];
}

/** How the runs fared, and each chart: figures, and the newest as a line of marks. */
export function renderHealthText(health: Health, look: Look): string {
  const { width, paint } = look;
  const columns: Column<Row>[] = [
    { title: 'Chart', align: 'left', dispensable: 0, cell: ({ label }) => label },
    numberColumn('Stored', 1, ({ stored }) => stored),
    numberColumn('Sparse', 3, ({ sparse }) => sparse),
    numberColumn('Failed', 0, ({ failed }) => failed),
    { title: 'Last stored', align: 'left', dispensable: 2, cell: ({ last }) => last },
    { title: 'The last runs', align: 'left', dispensable: 0, cell: ({ spans }) => strip(spans, width < 60 ? 12 : 24) },
  ];
  const key = `${marks.stored} stored, ${marks.sparse} sparse or in part, ${marks.failed} failed, ${marks['no-chart']} no such chart; the newest at the right`;
  return [renderTable(columns, listRows(health, look), look), '', wrapText(paint('dim', key), width), ...describeErrors(health, look)].join(
    '\n',
  );
}

function listRows({ counts, spans, charts }: Health, { timeZone }: Look): Row[] {
  const { complete, partial, failed, interrupted } = counts;
  const whole: Row = { label: 'Whole run', stored: complete, sparse: partial, failed: failed + interrupted, last: '', spans };
  const rows = charts.map((chart): Row => {
    const { lastStoredAt, counts, spans } = chart;
    const never = counts['no-chart'] > 0 ? 'no such chart' : 'never';
    const last = lastStoredAt === null ? never : formatTime(Date.parse(lastStoredAt), timeZone);
    return { label: chartLabel(chart), stored: counts.stored, sparse: counts.sparse, failed: counts.failed, last, spans };
  });
  return [whole, ...rows];
}

/** A mark a run, the newest at the right. */
function strip(spans: Row['spans'], length: number): string {
  return spans
    .map(({ status, runs }) => marks[status].repeat(Math.min(runs, length)))
    .join('')
    .slice(-length);
}

/** More than this are no glance. */
const maxErrors = 8;

function describeErrors({ charts }: Health, { width, timeZone }: Look): string[] {
  const failed = charts.flatMap(({ lastError, ...chart }) => (lastError === null ? [] : [{ ...lastError, label: chartLabel(chart) }]));
  const lines = failed.slice(0, maxErrors).map(({ label, startedAt, message }) => {
    return wrapText(fit(plain(`${label} failed last ${formatTime(Date.parse(startedAt), timeZone)}: ${message}`), 3 * width), width);
  });
  return failed.length > maxErrors ? [...lines, `${count(failed.length - maxErrors, 'chart')} more failed; the page has all.`] : lines;
}
