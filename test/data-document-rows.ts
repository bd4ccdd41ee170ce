/** A row of a table or of an answer. */
export type Row = Readonly<Record<string, string | number | null>>;

interface Run extends Row {
  readonly run_id: number;
  readonly started_at: string;
  readonly finished_at: string | null;
}
interface Chart extends Row {
  readonly run_id: number;
  readonly region: string;
  readonly category: number;
  readonly status: string;
}
interface Video extends Row {
  readonly video_id: string;
  readonly channel_id: string;
  readonly channel_title: string;
  readonly published_at: string;
  readonly declared_language: string | null;
  readonly first_run: number;
  readonly last_run: number;
}
interface Snapshot extends Row {
  readonly run_id: number;
  readonly video_id: string;
  readonly views: number | null;
}
interface Appearance extends Row {
  readonly run_id: number;
  readonly region: string;
  readonly category: number;
  readonly rank: number;
  readonly video_id: string;
}

/** The rows of the tables, as they are, ordered by their runs. */
export interface Tables {
  readonly runs: readonly Run[];
  readonly charts: readonly Chart[];
  readonly videos: readonly Video[];
  readonly snapshots: readonly Snapshot[];
  readonly appearances: readonly Appearance[];
}

/** Hours between two ISO 8601 times, of which whole seconds count. */
export function hoursBetween(from: string, to: string): number {
  return (Math.floor(Date.parse(to) / 1000) - Math.floor(Date.parse(from) / 1000)) / 3600;
}

export function round(number: number, digits: number): number {
  return Math.round(number * 10 ** digits) / 10 ** digits;
}

export function sum(list: readonly number[]): number {
  return list.reduce((total, each) => total + each, 0);
}

export function median(list: readonly number[]): number {
  const sorted = list.toSorted((a, b) => a - b);
  return ((sorted[Math.ceil(sorted.length / 2) - 1] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2;
}

/** The items by what `keyOf` says of them, in the order of their first. */
export function groupBy<Item>(list: readonly Item[], keyOf: (item: Item) => string): [key: string, items: Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of list) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups];
}

/** Orders rows by several columns; a minus before a name puts the greatest first, and NULL last. */
export function orderBy(...names: readonly string[]): (a: Row, b: Row) => number {
  return (a, b) => {
    for (const name of names) {
      const [x, y] = [a, b].map((row) => row[name.replace('-', '')] ?? -Infinity) as [number, number];
      if (x !== y) return x < y === name.startsWith('-') ? 1 : -1;
    }
    return 0;
  };
}

/** These columns of rows. */
export function pick(rows: readonly Row[], ...names: readonly string[]): Row[] {
  return rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name] ?? null])));
}

/** When the newest run started, in ms since the epoch. */
export function newestTime({ runs }: Tables): number {
  return Math.max(...runs.map(({ started_at: at }) => Date.parse(at)));
}

/** The runs since midnight of the day `days` before the newest one, and their charts of all categories. */
export function lookBack(tables: Tables, days: number) {
  const since = new Date(newestTime(tables) - days * 86_400_000).toISOString().slice(0, 10);
  const runs = tables.runs.filter(({ started_at: at }) => at.slice(0, 10) >= since);
  const times = new Map(runs.map((run) => [run.run_id, run.started_at]));
  const videos = new Map(tables.videos.map((video) => [video.video_id, video]));
  const isAsked = (row: { run_id: number; category: number }): boolean => row.category === 0 && times.has(row.run_id);
  return {
    runs,
    whole: tables.charts.filter((chart) => isAsked(chart) && chart.status === 'stored'),
    shown: tables.appearances.filter(isAsked),
    timeOf: (run: number): string => times.get(run) ?? '',
    videoOf: (id: string): Video => videos.get(id) as Video,
  };
}
