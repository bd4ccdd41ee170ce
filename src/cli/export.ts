import { statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type DatasetQuestion, datasets } from '../core/dataset.ts';
import { VaultError } from '../core/errors.ts';
import { readPeriod, wholeDays } from '../core/period.ts';
import type { Reader } from '../core/ports.ts';
import { type Format, formats, loadFormat } from '../export/encoder.ts';
import { openExportFile, type Sink } from '../export/export-file.ts';
import { type Layout, openPartitions, requirePartitions } from '../export/partitions.ts';
import { requireFolder } from '../files/folder.ts';
import { openSqliteReader } from '../sqlite/reader.ts';
import type { ExportSettings } from './command-options.ts';
import type { Edges } from './edges.ts';
import { openStdoutSink } from './export-stdout.ts';
import { startRowProgress } from './row-progress.ts';
import { describeEmpty } from './run-line.ts';
import { count, formatBytes, plain, toJson } from './text.ts';

/** `vault export DATASET`: rows for other programs, into a file, a folder, or stdout. */
export async function exportCommand(settings: ExportSettings, edges: Edges): Promise<number> {
  const layout = readLayout(settings);
  const question = readQuestion(settings, layout, edges.clock.now());
  const database = resolve(edges.cwd, settings.db);
  const reader = await openSqliteReader(database);
  try {
    const out = settings.out === '-' ? undefined : resolve(edges.cwd, settings.out);
    const sink = await openSink(out, layout, settings, edges);
    if (reader === undefined) edges.stderr.write(`vault: ${describeEmpty(database)}\n`);
    const rows = await copyRows(reader, question, sink, { ...edges, isQuiet: settings.silent || out === undefined });
    const written = await sink.finish();
    if (out === undefined || settings.silent) return 0;
    const told = count(rows, 'row');
    if (settings.json)
      edges.stdout.write(
        toJson({ ...layout, ...written, rows, since: question.since ?? null, until: question.until ?? null, out, database }),
      );
    else
      edges.stdout.write(
        `Exported ${told} of ${layout.dataset} to ${plain(out)}: ${count(written.files, 'file')}, ${formatBytes(written.bytes)}.\n`,
      );
    return 0;
  } finally {
    await reader?.close();
  }
}

function readLayout({ dataset, format, out, partitionBy = [], json }: ExportSettings): Layout {
  const layout = { dataset, format: format ?? guessFormat(out), partitionBy };
  requirePartitions(layout);
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
  if (period.since !== undefined && period.until !== undefined && period.since >= period.until)
    throw new VaultError('usage', '--since is not before --until: no run can lie between them');
  if (partitionBy.length === 0) return { dataset, regions: region, ...period };
  if (region && !partitionBy.includes('region'))
    throw new VaultError(
      'usage',
      '--region with --partition-by date would leave the other regions out of whole days; use --partition-by date,region',
    );
  return { dataset, regions: region, ...wholeDays(period) };
}

async function openSink(out: string | undefined, layout: Layout, { raw, bom, force }: ExportSettings, edges: Edges): Promise<Sink> {
  const start = await loadFormat(layout.format, { raw, bom });
  if (out === undefined) return openStdoutSink(edges, layout.format, start(datasets[layout.dataset].columns));
  if (layout.partitionBy.length > 0) return openPartitions(out, layout, { start, force });
  requireFolder(out, 'name another file with --out');
  const there = statSync(out, { throwIfNoEntry: false });
  if (there?.isDirectory()) throw new VaultError('usage', `${out} is a folder; name a file in it, or add --partition-by date`);
  if (there && !force) throw new VaultError('usage', `${out} is there already; name another file, or replace it with --force`);
  return openExportFile(out, start(datasets[layout.dataset].columns));
}

async function copyRows(
  reader: Reader | undefined,
  question: DatasetQuestion,
  sink: Sink,
  { stderr, interruption, isQuiet }: Edges & { isQuiet: boolean },
): Promise<number> {
  const progress = reader && stderr.isTTY && !isQuiet ? startRowProgress(await reader.countRows(question), stderr) : undefined;
  let rows = 0;
  try {
    for await (const batch of reader?.rows(question) ?? []) {
      await sink.write(batch);
      rows += batch.length;
      progress?.update(rows);
      // Signals, and a reader of the pipe that went away, are heard only between two turns.
      await nextTurn();
      interruption.throwIfAborted();
      if (sink.isOver?.()) break;
    }
    return rows;
  } catch (error) {
    sink.abandon();
    throw error;
  } finally {
    progress?.stop();
  }
}
