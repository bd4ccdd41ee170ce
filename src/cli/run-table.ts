import { allCategories, categoryName } from '../core/category.ts';
import { formatDuration } from '../core/duration.ts';
import type { ChartDetail } from '../core/ports.ts';
import type { RegionSummary, RunSummary } from '../core/summary.ts';
import type { Look } from './look.ts';
import { type Column, numberColumn, renderTable } from './table.ts';
import { plain } from '../text/plain.ts';

interface Row {
  readonly region: string;
  readonly category: string;
  readonly language: string;
  readonly status: string;
  readonly videos: number;
  readonly new: number;
  readonly rejected: number;
  readonly requests: number;
  readonly retries: number;
  readonly durationMs: number;
  readonly topTitle: string;
}

/** The charts of a run, one line each, and their total. `details` are in the order of `summary.regions`. */
export function renderRunTable(summary: RunSummary, details: readonly (ChartDetail | undefined)[], { width, paint }: Look): string {
  const rows = summary.regions.map((region, index) => toRow(region, details[index]));
  const withCategories = summary.regions.some(({ category }) => category !== allCategories);
  const columns: Column<Row>[] = [
    word('Region', 0, ({ region }) => plain(region)),
    ...(withCategories ? [word('Category', 0, ({ category }) => category)] : []),
    word('Language', 6, ({ language }) => language),
    word('Status', 0, ({ status }) => paint(statusStyle[status] ?? 'red', status)),
    numberColumn('Videos', 0, ({ videos }) => videos),
    numberColumn('New', 1, (row) => row.new),
    numberColumn('Rejected', 4, ({ rejected }) => rejected),
    numberColumn('Requests', 5, ({ requests }) => requests),
    numberColumn('Retries', 3, ({ retries }) => retries),
    { title: 'Time', align: 'right', dispensable: 2, cell: ({ durationMs }) => formatDuration(durationMs) },
    { title: 'On top', align: 'left', dispensable: 7, flexible: true, cell: ({ topTitle }) => topTitle },
  ];
  return renderTable(columns, [...rows, totalRow(summary)], { width, paint });
}

const statusStyle: Readonly<Record<string, 'green' | 'yellow' | 'dim'>> = {
  stored: 'green',
  sparse: 'yellow',
  'no-chart': 'dim',
  '': 'dim',
};

/** A failed chart shows its error's code, which says more than "failed". */
function toRow(chart: RegionSummary, detail: ChartDetail | undefined): Row {
  const category = chart.category === allCategories ? 'All' : (categoryName(chart.category) ?? String(chart.category));
  return { ...chart, category, status: chart.error?.code ?? chart.status, new: detail?.new ?? 0, topTitle: plain(detail?.topTitle ?? '') };
}

/** New videos are counted once here, and once in each of their charts above. */
function totalRow({ videos, requests, retries, durationMs }: RunSummary): Row {
  const figures = { videos: videos.fetched, new: videos.new, rejected: videos.rejected, requests, retries, durationMs };
  return { region: 'Total', category: '', language: '', status: '', topTitle: '', ...figures };
}

function word(title: string, dispensable: number, cell: (row: Row) => string): Column<Row> {
  return { title, align: 'left', dispensable, cell };
}
