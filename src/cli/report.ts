import { resolve } from 'node:path';
import { VaultError } from '../core/errors.ts';
import { readPeriod } from '../core/period.ts';
import type { Reader } from '../core/ports.ts';
import { gatherFacts, noFacts, type ReportFacts } from '../report/facts.ts';
import { openSqliteReader } from '../sqlite/reader.ts';
import { formatBytes } from '../text/format.ts';
import { plain } from '../text/plain.ts';
import { describeRange } from './ask-vault.ts';
import type { ReportSettings } from './command-options.ts';
import type { Edges } from './edges.ts';
import { renderReport, type ReportFormat, writeReport } from './report-file.ts';
import { toJson } from './to-json.ts';

/** `vault report`: one page, or one text, that tells at a glance what the vault knows. */
export async function reportCommand(settings: ReportSettings, edges: Edges): Promise<number> {
  const format = settings.reportFormat ?? (/\.te?xt$/i.test(settings.reportOut ?? '') ? 'text' : 'html');
  const out = settings.reportOut ?? (format === 'html' ? 'report.html' : '-');
  requireUse(format, out, settings);
  const database = resolve(edges.cwd, settings.db);
  const facts = await askFacts(database, settings, edges);
  const text = await renderReport(facts, { ...settings, format, database, isForTerminal: out === '-' }, edges);
  if (out === '-') edges.stdout.write(text);
  else await placeReport(text, { facts, format, database, path: resolve(edges.cwd, out) }, settings, edges);
  return 0;
}

function requireUse(format: ReportFormat, out: string, { json, open, thumbnails }: ReportSettings): void {
  if (json && out === '-')
    throw new VaultError('usage', '--json tells of the file that was written; name one with --out, or leave --json out');
  if (open && out === '-') throw new VaultError('usage', '--open needs a file; name one with --out, or leave --open out');
  if (thumbnails && format === 'text') throw new VaultError('usage', '--thumbnails are for a page; leave them out of text');
}

async function askFacts(database: string, settings: ReportSettings, edges: Edges): Promise<ReportFacts> {
  const reader = await openSqliteReader(database);
  try {
    const newest = (await reader?.listRuns(1))?.[0];
    if (reader === undefined || newest === undefined) return noFacts;
    const period = readReportPeriod(settings, newest.startedAt, edges.clock.now());
    const facts = await gatherFacts(reader, { period, regions: settings.region });
    if (facts.health.runs === 0)
      throw new VaultError('usage', `--since, --until: no run started in that period; ${await describeStarts(reader, edges)}`);
    return facts;
  } finally {
    await reader?.close();
  }
}

const usualDays = 30;

/** Without a beginning, the 30 days before the end; without an end, until the newest run. */
function readReportPeriod({ reportSince: since, until }: Pick<ReportSettings, 'reportSince' | 'until'>, newest: string, now: number) {
  const period = readPeriod({ since, until }, now);
  const end = Date.parse(period.until ?? newest);
  return { ...period, since: period.since ?? new Date(Math.max(0, end - usualDays * 86_400_000)).toISOString() };
}

async function describeStarts(reader: Reader, { timeZone }: Edges): Promise<string> {
  const starts = await reader.listStarts();
  return describeRange(starts[0]?.startedAt, starts.at(-1)?.startedAt, timeZone);
}

async function placeReport(
  text: string,
  { facts, format, database, path }: { facts: ReportFacts; format: ReportFormat; database: string; path: string },
  { json, open, force, silent }: ReportSettings,
  edges: Edges,
): Promise<void> {
  const written = writeReport(text, { path, database, force, isEmpty: facts.health.runs === 0 });
  const { stored, health } = facts;
  const document = {
    ...written,
    format,
    runs: health.runs,
    run: stored?.range.last.run ?? null,
    since: stored?.range.first.startedAt ?? null,
    startedAt: stored?.range.last.startedAt ?? null,
    database,
  };
  if (json) edges.stdout.write(toJson(document));
  else if (!silent) edges.stdout.write(`The report is in ${plain(written.out)} (${formatBytes(written.bytes)}).\n`);
  if (!open) return;
  await edges.openFile(written.out).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    edges.stderr.write(`vault: no browser could be opened (${plain(reason)}); open ${plain(written.out)} yourself\n`);
  });
}
