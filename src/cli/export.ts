import { extname, resolve } from 'node:path';
import { type DatasetQuestion, datasets } from '../core/dataset.ts';
import { VaultError } from '../core/errors.ts';
import { readPeriod, wholeDays } from '../core/period.ts';
import type { Reader } from '../core/ports.ts';
import { type Format, formats, loadFormat } from '../export/encoder.ts';
import { openExportFile, type Sink } from '../export/export-file.ts';
import { type Layout, openPartitions, requirePartitions } from '../export/partitions.ts';
import { onDisk } from '../files/new-file.ts';
import { requirePlace } from '../files/place.ts';
import type { ExportSettings } from './command-options.ts';
import type { Edges } from './edges.ts';
import { openStdoutSink } from './export-stdout.ts';
import { isLive } from './paint.ts';
import { startRowProgress } from './row-progress.ts';
import { describeEmpty } from './print-empty.ts';
import { count, formatBytes } from '../text/format.ts';
import { plain } from '../text/plain.ts';
import { toJson } from './to-json.ts';
import { isToldToEnd } from './is-told-to-end.ts';
import { findVault, modeLike, type Vault } from './vault.ts';

const remedy = 'name another file with --out';

/** What was exported. */
interface Exported extends Layout {
  readonly files: number;
  readonly bytes: number;
  readonly rows: number;
  readonly since: string | null;
  readonly until: string | null;
  readonly out: string | undefined;
  readonly database: string;
}

/** `vault export DATASET`: rows for other programs, into a file, a folder, or stdout. */
export async function exportCommand(settings: ExportSettings, edges: Edges): Promise<number> {
  const layout = readLayout(settings);
  const question = readQuestion(settings, layout, edges.clock.now());
  const vault = findVault(settings.db, edges.cwd);
  const database = vault.name;
  const out = settings.out === '-' ? undefined : resolve(edges.cwd, settings.out);
  const reader = await vault.openReader();
  // A slip in --db must not replace yesterday's rows by none.
  if (reader === undefined && out !== undefined)
    throw new VaultError('configuration', `${database}: no vault is there; name another with --db`);
  if (reader === undefined) edges.stderr.write(`vault: ${describeEmpty(database)}\n`);
  try {
    const sink = await openSink(out, { layout, vault, force: settings.force, unsure: await findUnsureDay(reader) }, edges);
    try {
      await copyRows(reader, question, sink, { ...edges, isQuiet: settings.silent || out === undefined });
      const written = await sink.finish();
      if (written && !settings.silent)
        report({ ...layout, ...written, since: question.since ?? null, until: question.until ?? null, out, database }, settings, edges);
      return 0;
    } catch (error) {
      sink.abandon();
      throw error;
    }
  } finally {
    await reader?.close();
  }
}

function report(document: Exported, { json }: ExportSettings, { stdout }: Edges): void {
  const { rows, files, bytes, dataset, out = '' } = document;
  const sentence = `Exported ${count(rows, 'row')} of ${dataset} to ${plain(out)}: ${count(files, 'file')}, ${formatBytes(bytes)}.`;
  stdout.write(json ? toJson(document) : `${sentence}\n`);
}

function readLayout({ dataset, format, out, partitionBy = [], json, raw, bom }: ExportSettings): Layout {
  const layout = { dataset, format: format ?? guessFormat(out), partitionBy, raw, bom };
  requirePartitions(layout);
  if (layout.format !== 'csv' && (raw || bom))
    throw new VaultError('usage', `--raw and --bom are for CSV; leave them out of ${layout.format}`);
  if (out !== '-') return layout;
  if (partitionBy.length > 0) throw new VaultError('usage', '--partition-by makes many files; name a folder with --out');
  if (json) throw new VaultError('usage', '--json tells of the file that was written; name one with --out, or leave --json out');
  return layout;
}

function guessFormat(out: string): Format {
  const ending = extname(out).slice(1).toLowerCase().replace('jsonl', 'ndjson');
  const format = formats.find((name) => name === ending) ?? (out === '-' ? 'csv' : undefined);
  if (format) return format;
  throw new VaultError('usage', `--out ${plain(out)}: its name does not tell the format; add --format csv, ndjson or parquet`);
}

/** Partitions are days: a part of one would replace the whole. */
function readQuestion({ dataset, region, since, until }: ExportSettings, { partitionBy }: Layout, now: number): DatasetQuestion {
  const period = readPeriod({ since, until }, now);
  if (partitionBy.length === 0) return { dataset, regions: region, ...period };
  if (region && !partitionBy.includes('region'))
    throw new VaultError(
      'usage',
      '--region with --partition-by date would leave the other regions out of whole days; use --partition-by date,region',
    );
  return { dataset, regions: region, ...wholeDays(period) };
}

async function openSink(
  given: string | undefined,
  { layout, vault, force, unsure }: { layout: Layout; vault: Vault; force: boolean; unsure: string },
  edges: Edges,
): Promise<Sink> {
  const start = await loadFormat(layout.format, layout);
  const { columns } = datasets[layout.dataset];
  if (given === undefined) return openStdoutSink(edges, layout.format, start(columns));
  // Whom the vault is hidden from, its rows are hidden from.
  const placing = { force, mode: modeLike(vault), remedy };
  const { requireOwnPath } = await import('./require-own-path.ts');
  const out = onDisk({ path: given, remedy }, () => requireOwnPath(given, { file: vault.file, remedy }));
  if (layout.partitionBy.length > 0) return openPartitions(out, layout, { start, unsure, ...placing });
  onDisk({ path: out, remedy }, () => requirePlace(out, { force, remedy }));
  return openExportFile(out, start(columns), placing);
}

/** The last day of which runs may have been deleted; empty where none was. Days after it are as they ever were, but for thinned ones. */
async function findUnsureDay(reader: Reader | undefined): Promise<string> {
  const [oldest] = (await reader?.listStarts()) ?? [];
  return oldest === undefined || oldest.run === 1 ? '' : oldest.startedAt.slice(0, 10);
}

async function copyRows(
  reader: Reader | undefined,
  question: DatasetQuestion,
  sink: Sink,
  { stderr, env, interruption, isQuiet }: Edges & { isQuiet: boolean },
): Promise<void> {
  const progress = reader && isLive(stderr, env) && !isQuiet ? startRowProgress(await reader.countRows(question), stderr) : undefined;
  let rows = 0;
  try {
    for await (const batch of reader?.rows(question) ?? []) {
      await sink.write(batch);
      rows += batch.length;
      progress?.update(rows);
      if (await isToldToEnd(interruption)) throw interruption.reason;
      if (sink.isOver()) break;
    }
  } finally {
    progress?.stop();
  }
}
