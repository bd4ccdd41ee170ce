import { resolve } from 'node:path';
import { VaultError } from '../core/errors.ts';
import { readPeriod } from '../core/period.ts';
import type { Reader } from '../core/ports.ts';
import { gatherFacts, noFacts, type ReportFacts, usualPeriodMs } from '../report/facts.ts';
import { formatBytes } from '../text/format.ts';
import { plain } from '../text/plain.ts';
import { describeRange } from './ask-vault.ts';
import type { ReportSettings } from './command-options.ts';
import type { Edges } from './edges.ts';
import { renderReport, type ReportFormat, requireReportPlace, writeReport } from './report-file.ts';
import { toJson } from './to-json.ts';
import { isToldToEnd } from './is-told-to-end.ts';
import { findVault, type Vault } from './vault.ts';

/** `vault report`: one page, or one text, that tells at a glance what the vault knows. */
export async function reportCommand(settings: ReportSettings, edges: Edges): Promise<number> {
  const format = settings.reportFormat ?? (/\.te?xt$/i.test(settings.reportOut ?? '') ? 'text' : 'html');
  const out = settings.reportOut ?? (format === 'html' ? 'report.html' : '-');
  requireUse(format, out, settings);
  const vault = findVault(settings.db, edges.cwd);
  const database = vault.name;
  const path = resolve(edges.cwd, out);
  const place =
    out === '-' ? undefined : await requireReportPlace(path, { vault, force: settings.force, remedy: 'name another file with --out' });
  const facts = await askFacts(vault, settings, edges);
  if (place?.isOld && facts.newestRun === undefined && !settings.force)
    throw new VaultError(
      'configuration',
      `${database}: no run is there, and ${place.out} is a report; name another vault with --db, or replace the report with --force`,
    );
  if (await isToldToEnd(edges.interruption)) throw edges.interruption.reason;
  const text = await renderReport(facts, { ...settings, format, database, isForTerminal: out === '-' }, edges);
  if (await isToldToEnd(edges.interruption)) throw edges.interruption.reason;
  if (place === undefined) edges.stdout.write(text);
  else
    await tell(
      { out: place.out, bytes: writeReport(text, place, { vault, force: settings.force }), format, database },
      facts,
      settings,
      edges,
    );
  return 0;
}

function requireUse(format: ReportFormat, out: string, { json, open, thumbnails }: ReportSettings): void {
  if (json && out === '-')
    throw new VaultError('usage', '--json tells of the file that was written; name one with --out, or leave --json out');
  if (open && out === '-') throw new VaultError('usage', '--open needs a file; name one with --out, or leave --open out');
  if (/[\\/]$/.test(out)) throw new VaultError('usage', `--out ${plain(out)} is a folder; name a file in it`);
  if (thumbnails && format === 'text') throw new VaultError('usage', '--thumbnails is for a page; leave it out with text');
}

async function askFacts(vault: Vault, settings: ReportSettings, edges: Edges): Promise<ReportFacts> {
  const reader = await vault.openReader();
  try {
    const newest = (await reader?.listRuns(1))?.[0];
    if (reader === undefined || newest === undefined) return noFacts;
    const period = readReportPeriod(settings, newest.startedAt, edges.clock.now());
    const facts = await gatherFacts(reader, { period, regions: settings.region, now: edges.clock.now() });
    // Without an end it is news that no run started: whoever has such a report mailed wants to hear that.
    if (facts.health.runs === 0 && facts.missing.length === 0 && settings.until !== undefined)
      throw new VaultError('usage', `--since, --until: no run started in that period; ${await describeStarts(reader, edges)}`);
    return facts;
  } finally {
    await reader?.close();
  }
}

/** Without a beginning, the 30 days before the end; without an end, until the newest run. */
function readReportPeriod({ reportSince: since, until }: Pick<ReportSettings, 'reportSince' | 'until'>, newest: string, now: number) {
  const period = readPeriod({ since, until }, now);
  const given = Date.parse(period.until ?? newest);
  // A newest run that started at no time has no days before it.
  const end = Number.isNaN(given) ? now : given;
  return { ...period, since: period.since ?? new Date(Math.max(0, end - usualPeriodMs)).toISOString() };
}

async function describeStarts(reader: Reader, { timeZone }: Edges): Promise<string> {
  const starts = await reader.listStarts();
  return describeRange(starts[0]?.startedAt, starts.at(-1)?.startedAt, timeZone);
}

interface Written {
  readonly out: string;
  readonly bytes: number;
  readonly format: ReportFormat;
  readonly database: string;
}

async function tell(
  written: Written,
  { health, stored }: ReportFacts,
  { json, open, silent }: ReportSettings,
  edges: Edges,
): Promise<void> {
  const { first = null, last = null } = stored?.range ?? {};
  const document = {
    ...written,
    runs: health.runs,
    run: last?.run ?? null,
    since: first?.startedAt ?? null,
    startedAt: last?.startedAt ?? null,
  };
  const sentence = `The report is in ${plain(written.out)} (${formatBytes(written.bytes)}).`;
  if (!silent) edges.stdout.write(json ? toJson(document) : `${sentence}\n`);
  if (!open) return;
  await edges.openFile(written.out).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    edges.stderr.write(`vault: no browser could be opened (${plain(reason)}); open ${plain(written.out)} yourself\n`);
  });
}
