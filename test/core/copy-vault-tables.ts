import { createHash } from 'node:crypto';
import type { CopyEdges } from '../../src/core/copy-vault.ts';
import { type Cell, type Table, type TableReader, type TableRow, tables, type TableWriter } from '../../src/core/tables.ts';

/** Rows by table. */
export type Rows = Map<string, TableRow[]>;

/** A run of a model vault, and the videos that its one chart showed. */
export interface ModelRun {
  readonly run: number;
  readonly views: number;
  readonly videos: readonly string[];
  readonly rejections: number;
}

const noRows = (): Rows => new Map(tables.map(({ name }) => [name, []]));

/** All tables of a vault that holds these runs. */
export function rowsOf(runs: readonly ModelRun[]): Rows {
  const rows = noRows();
  const add = (name: string, values: Record<string, Cell>): void => {
    rows.get(name)?.push(tableOf(name).columns.map((column) => values[column.name] ?? (column.type === 'integer' ? 1 : 'text')));
  };
  for (const { run, views, videos, rejections } of runs) {
    add('runs', { run_id: run });
    add('charts', { run_id: run });
    for (const video_id of videos) add('snapshots', { run_id: run, video_id, views });
    for (const video_id of videos) add('appearances', { run_id: run, video_id, views });
    for (let number = 0; number < rejections; number += 1) add('rejections', { run_id: run, reason: `reason ${number % 2}` });
  }
  for (const video_id of new Set(runs.flatMap(({ videos }) => videos))) {
    const seen = runs.filter(({ videos }) => videos.includes(video_id));
    const [first_run, last_run] = [seen[0]?.run ?? 0, seen.at(-1)?.run ?? 0];
    add('videos', {
      video_id,
      title: `as of run ${last_run}`,
      first_run,
      last_run,
      max_views: Math.max(...seen.map(({ views }) => views)),
    });
  }
  add('quota', { pacific_day: '2026-11-23', units: runs.length });
  // The pause that YouTube asks for comes and goes.
  if (runs.length % 2 === 1) add('state', { name: 'not_before' });
  for (const table of tables) rows.set(table.name, inOrder(table, rows.get(table.name) ?? []));
  return rows;
}

export const tableOf = (name: string): Table => {
  const table = tables.find((one) => one.name === name);
  if (!table) throw new Error(`no table is called ${name}`);
  return table;
};

const cells = (table: Table, row: TableRow, names: readonly string[]): Cell[] =>
  names.map((name) => row[table.columns.findIndex((column) => column.name === name)] ?? null);

const isBefore = (one: Cell = null, other: Cell = null): boolean => one !== null && other !== null && one < other;

/** Stable, so that rows without a key stay as they came. */
function inOrder(table: Table, rows: readonly TableRow[]): TableRow[] {
  return rows.toSorted((one, other) => {
    const [left, right] = [cells(table, one, table.order), cells(table, other, table.order)];
    const index = left.findIndex((cell, index) => cell !== right[index]);
    if (index < 0) return 0;
    return isBefore(left[index], right[index]) ? -1 : 1;
  });
}

export function createReader(rows: Rows, { batch = 3, lastRun = 99 } = {}): TableReader {
  return {
    name: 'source',
    count: async ({ name }) => rows.get(name)?.length ?? 0,
    async *rows(table) {
      const all = inOrder(table, rows.get(table.name) ?? []);
      for (let index = 0; index < all.length; index += batch) yield all.slice(index, index + batch);
    },
    lastRun: async () => lastRun,
    close: async () => {},
  };
}

/** A vault in memory that refuses what a database would refuse, and outlives the processes that write it. */
export interface ModelTarget {
  readonly rows: Rows;
  source: string | undefined;
  lastRun: number;
  /** How often all tables were emptied. */
  cleared: number;
}

export const emptyTarget = (): ModelTarget => ({ rows: noRows(), source: undefined, lastRun: 0, cleared: 0 });

/** `beforeWrite` is called before each change of the target. */
export function createWriter(target: ModelTarget, beforeWrite: () => void = () => {}, batch = 3): TableWriter {
  return {
    ...createReader(target.rows, { batch }),
    name: 'target',
    isMarked: async () => target.source !== undefined,
    async mark(source) {
      beforeWrite();
      target.source = source;
    },
    async append(table, rows) {
      beforeWrite();
      for (const row of rows) insert(target.rows, table, row);
    },
    async clear(some) {
      beforeWrite();
      if (some.length > 1) target.cleared += 1;
      for (const { name } of some) target.rows.set(name, []);
    },
    async finish(lastRun) {
      beforeWrite();
      Object.assign(target, { lastRun, source: undefined });
    },
  };
}

function insert(all: Rows, table: Table, row: TableRow): void {
  const rows = all.get(table.name) ?? [];
  const keyOf = (one: TableRow): string => JSON.stringify(cells(table, one, table.key));
  const there = table.key.length === 0 ? -1 : rows.findIndex((one) => keyOf(one) === keyOf(row));
  if (there >= 0 && table.change !== 'update') throw new Error(`${table.name} has ${keyOf(row)} already`);
  for (const [column, other] of references) {
    if (table.name === other || !table.columns.some(({ name }) => name === column)) continue;
    const [value] = cells(table, row, [column]);
    if (!all.get(other)?.some((one) => cells(tableOf(other), one, [column])[0] === value)) throw new Error(`${other} has no ${value}`);
  }
  if (there < 0) rows.push(row);
  else rows[there] = row;
}

const references = [
  ['run_id', 'runs'],
  ['video_id', 'videos'],
] as const;

export const edges: CopyEdges = {
  createDigest: () => {
    const hash = createHash('sha256');
    return { update: (text) => void hash.update(text), value: () => hash.copy().digest('hex') };
  },
  signal: new AbortController().signal,
  pause: async () => {},
  report: () => {},
};
