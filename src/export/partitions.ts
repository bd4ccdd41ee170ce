import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type DatasetName, type DatasetRow, type DatasetValue, datasets } from '../core/dataset.ts';
import { VaultError } from '../core/errors.ts';
import { nameAside, removeAside } from '../files/aside.ts';
import { requireFolder } from '../files/folder.ts';
import { onDisk, type Placing } from '../files/new-file.ts';
import type { CsvStyle, Format, StartEncoder } from './encoder.ts';
import { type ExportFile, openExportFile, type Sink } from './export-file.ts';

/** What a partitioned export is divided by, in this order. */
type PartitionKey = 'date' | 'region';

/** What a folder holds; exports of different kinds in one folder would be read as one table. */
export interface Layout extends CsvStyle {
  readonly dataset: DatasetName;
  readonly format: Format;
  readonly partitionBy: readonly PartitionKey[];
}

/** How much text all open files together may hold back, in characters. */
const mostPending = 4_000_000;

/** Readers pass over names that begin with an underscore. */
const layoutFile = '_vault.json';

const remedy = 'name another folder with --out';

/** Throws VaultError `usage` for a dataset that has no such partitions. */
export function requirePartitions({ dataset, partitionBy }: Layout): void {
  const { timeColumn, regionColumn } = datasets[dataset];
  if (partitionBy.length > 0 && timeColumn === undefined)
    throw new VaultError('usage', `--partition-by: ${dataset} have no date; leave it out`);
  if (partitionBy.includes('region') && regionColumn === undefined)
    throw new VaultError('usage', `--partition-by: ${dataset} have no region; use --partition-by date`);
}

/**
 * A folder in the layout of Hive, `date=2026-11-23/region=PL/part-0.parquet`, that DuckDB, Spark, Trino and others read as one table.
 * Rows have to come day by day. Each file is whole before it has its place. The columns that the names of the folders tell are not in the
 * files. A day up to `unsure` that is there already stays as it is: the vault may have had more of it then.
 *
 * Throws VaultError `usage` for a folder that holds something else, or that is there already unless `force`.
 */
export function openPartitions(
  folder: string,
  layout: Layout,
  { start, unsure, ...placing }: { start: StartEncoder; unsure: string } & Placing,
): Sink {
  onDisk({ path: folder, remedy }, () => claim(folder, layout, placing.force));
  const { columns, timeColumn, regionColumn } = datasets[layout.dataset];
  const at = (name: string | undefined): number => columns.findIndex((column) => column.name === name);
  const [time, region] = [at(timeColumn), layout.partitionBy.includes('region') ? at(regionColumn) : -1];
  const kept = (_: unknown, index: number): boolean => index !== region;
  const open = new Map<string, ExportFile>();
  let date = '';
  let [files, rows, bytes] = [0, 0, 0];
  const finishDay = (): void => {
    for (const [name, file] of open) {
      const written = file.finish();
      files += 1;
      rows += written.rows;
      bytes += written.bytes;
      open.delete(name);
    }
  };
  const fileOf = (name: string): ExportFile | undefined => {
    const there = open.get(name);
    if (there) return there;
    const path = join(folder, name, `part-0.${layout.format}`);
    if (date <= unsure && existsSync(path)) return undefined;
    onDisk({ path, remedy }, () => mkdirSync(dirname(path), { recursive: true }));
    const file = openExportFile(path, start(columns.filter(kept)), { ...placing, remedy });
    open.set(name, file);
    return file;
  };
  return {
    write(more) {
      for (const [day, ofDay] of groupBy(more, (row) => dayOf(row[time]))) {
        if (day !== date) finishDay();
        date = day;
        const parts = groupBy(ofDay, (row) => (region < 0 ? `date=${day}` : join(`date=${day}`, `region=${folderWord(row[region])}`)));
        for (const [name, part] of parts) fileOf(name)?.write(region < 0 ? part : part.map((row) => row.filter(kept)));
      }
      const pending = [...open.values()].reduce((sum, { pending }) => sum + pending, 0);
      if (pending > mostPending) for (const file of open.values()) file.flush();
    },
    finish() {
      finishDay();
      return { files, rows, bytes };
    },
    abandon() {
      for (const file of open.values()) file.abandon();
      open.clear();
    },
    isOver: () => false,
  };
}

/** The day of a time. Throws VaultError `database` for what is none: rows without a day have no place among days. */
function dayOf(time: DatasetValue | undefined): string {
  const day = String(time).slice(0, 10);
  if (/^\d{4}-\d\d-\d\d$/.test(day)) return day;
  throw new VaultError(
    'database',
    `a run starts at ${JSON.stringify(time)}, which is no time, so that the folder is not whole; leave --partition-by out`,
  );
}

/** As Hive escapes what a folder's name may not hold: a vault that somebody else wrote must not choose where files go. */
function folderWord(value: DatasetValue | undefined): string {
  return encodeURIComponent(String(value).toWellFormed());
}

/** Makes a folder this export's own. What a name with a dot in front holds is nobody's rows. */
function claim(folder: string, layout: Layout, force: boolean): void {
  requireFolder(folder, remedy);
  const mark = join(folder, layoutFile);
  const there = existsSync(folder);
  if (there && !statSync(folder).isDirectory()) throw new VaultError('usage', `${folder} is there and is no folder; ${remedy}`);
  const names = there ? readdirSync(folder).filter((name) => !name.startsWith('.')) : [];
  const others = names.filter((name) => name !== layoutFile);
  const marked = names.length > others.length ? readMark(mark) : undefined;
  if (marked ? describe(marked) !== describe(layout) : others.length > 0)
    throw new VaultError('usage', `${folder} holds ${marked ? describe(marked) : 'something else'}, not ${describe(layout)}; ${remedy}`);
  if (others.length > 0 && !force)
    throw new VaultError('usage', `${folder} is there already; replace the days of this export in it with --force`);
  mkdirSync(folder, { recursive: true });
  if (marked === undefined) writeMark(mark, layout);
}

/** What a folder says that it holds; `undefined` where a file of that name is none of ours, or was cut off. */
function readMark(path: string): Layout | undefined {
  try {
    const mark = JSON.parse(readFileSync(path, 'utf8')) as Partial<Layout> | null;
    return Array.isArray(mark?.partitionBy) ? (mark as Layout) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function writeMark(path: string, layout: Layout): void {
  const aside = nameAside(path);
  try {
    writeFileSync(aside, `${JSON.stringify(layout)}\n`);
    renameSync(aside, path);
  } finally {
    removeAside(aside);
  }
}

/** `charts as csv with --bom by date and region`. */
function describe({ dataset, format, partitionBy, raw, bom }: Layout): string {
  const style = [raw ? ['--raw'] : [], bom ? ['--bom'] : []].flat();
  const how = style.length === 0 ? '' : ` with ${style.join(' and ')}`;
  return `${dataset} as ${format}${how} by ${partitionBy.join(' and ')}`;
}

function groupBy(rows: readonly DatasetRow[], nameOf: (row: DatasetRow) => string): Map<string, DatasetRow[]> {
  const groups = new Map<string, DatasetRow[]>();
  for (const row of rows) {
    const name = nameOf(row);
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}
