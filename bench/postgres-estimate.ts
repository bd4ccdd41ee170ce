import { renderTable } from '../src/cli/table.ts';
import { formatBytes } from '../src/text/format.ts';
import type { Exported } from './postgres-parquet.ts';
import type { Part } from './postgres-sizes.ts';
import { chartLength, createWorld, type Habits, regions, runsADay, worlds } from './postgres-world.ts';

const tables = ['appearances', 'snapshots', 'videos', 'search_documents', 'charts'] as const;
const spans = { 'a day': 1, 'a year': 365.25, 'ten years': 3652.5 };

/** Rows that a run adds, by table. */
type Rows = Readonly<Record<(typeof tables)[number], number>>;

interface Line {
  readonly name: string;
  readonly cells: readonly string[];
}

/** What is to be expected, by what a row takes, in worlds that differ in how many videos there are. */
export function renderEstimate(parts: readonly Part[], parquet: readonly Exported[]): string {
  const rows = worlds.map(countRows);
  const serverBytes = (table: string): number =>
    parts.filter((part) => part.table === table).reduce((sum, part) => sum + part.bytes / part.rows, 0);
  const fileBytes = (line: string): number => {
    const file = parquet.find(({ name }) => name === line);
    return file === undefined ? NaN : file.bytes / file.rows;
  };
  const inServer = (run: Rows): number => tables.reduce((sum, table) => sum + run[table] * serverBytes(table), 0);
  const inFiles = (run: Rows): number =>
    run.videos * fileBytes('videos') +
    run.snapshots * fileBytes('snapshots --partition-by date') +
    run.appearances * fileBytes('appearances --partition-by date');
  const line = (name: string, cell: (run: Rows, index: number) => string): Line => ({ name, cells: rows.map(cell) });
  const sizes = (what: string, bytes: (run: Rows) => number): Line[] =>
    Object.entries({ '30 days': 30, ...spans }).map(([span, days]) =>
      line(`${what}, ${span}`, (run) => formatBytes(bytes(run) * runsADay * days)),
    );
  return render([
    line('a video stays in a chart', (_, index) => `${worlds[index]?.stayDays} days`),
    line('newcomers from another chart', (_, index) => `${(worlds[index]?.elsewhere ?? NaN) * 100} %`),
    line('charts that show a video at a time', ({ appearances, snapshots }) => (appearances / snapshots).toFixed(2)),
    ...tables.flatMap((table) =>
      Object.entries(spans).map(([span, days]) => line(`rows of ${table}, ${span}`, (run) => million(run[table] * runsADay * days))),
    ),
    ...tables.map((table) =>
      line(`bytes of ${table}, ten years`, (run) => formatBytes(run[table] * serverBytes(table) * runsADay * 3652.5)),
    ),
    ...sizes('PostgreSQL', inServer),
    ...sizes('Parquet: videos, snapshots, appearances', inFiles),
    ...sizes('Parquet: charts by date', ({ appearances }) => appearances * fileBytes('charts --partition-by date')),
  ]);
}

const million = (rows: number): string => `${(rows / 1e6).toFixed(rows < 1e6 ? 4 : 1)} M`;

/** Once the charts have settled: on average of ten days. */
function countRows(habits: Habits): Rows {
  const play = createWorld(habits);
  const runs = Math.round(runsADay * 10);
  for (let run = 0; run < runsADay * habits.stayDays * 5; run += 1) play();
  const seen = Array.from({ length: runs + 1 }, () => [...new Set(play().flat())].map(({ number }) => number));
  const newest = (run: number): number => (seen[run] ?? []).reduce((most, number) => Math.max(most, number), 0);
  const snapshots = seen.slice(1).reduce((sum, numbers) => sum + numbers.length, 0) / runs;
  const videos = (newest(runs) - newest(0)) / runs;
  return { appearances: regions.length * chartLength, snapshots, videos, search_documents: videos, charts: regions.length };
}

function render(lines: readonly Line[]): string {
  return renderTable<Line>(
    [
      { title: `${regions.length} regions × ${chartLength} × ${runsADay} a day`, align: 'left', dispensable: 0, cell: ({ name }) => name },
      ...['Few videos', 'As measured', 'Many videos'].map((title, index) => ({
        title,
        align: 'right' as const,
        dispensable: 0,
        cell: ({ cells }: Line) => cells[index] ?? '',
      })),
    ],
    lines,
    { width: 200, paint: (_, title) => title },
  );
}
