import { statSync } from 'node:fs';
import { version } from '../../package.json';
import { onDisk, openNewFile } from '../files/new-file.ts';
import { requirePlace } from '../files/place.ts';
import { readStart } from '../files/read-start.ts';
import type { ReportFacts } from '../report/facts.ts';
import { generator } from '../report/generator.ts';
import type { Edges } from './edges.ts';
import { modeLike, type Vault } from './vault.ts';

export type ReportFormat = 'html' | 'text';

/** The report as it is to be written; what draws it is loaded only here. */
export async function renderReport(
  facts: ReportFacts,
  { format, thumbnails, database, isForTerminal }: { format: ReportFormat; thumbnails: boolean; database: string; isForTerminal: boolean },
  edges: Edges,
): Promise<string> {
  if (format === 'html') return (await import('../report/page.ts')).renderPage(facts, { now: edges.clock.now(), version, thumbnails });
  return (await import('./report-text.ts')).renderReportText(facts, { database, isForTerminal }, edges);
}

/** A place that a report may have, whether an older one is there, and what to do where it cannot be written. */
export interface ReportPlace {
  readonly out: string;
  readonly isOld: boolean;
  readonly remedy: string;
}

/**
 * Where a path leads that a report is to be written to. An older report may be replaced unasked. Rejects with `usage` a place where
 * anything else is, unless `force`.
 */
export async function requireReportPlace(
  path: string,
  { vault, force, remedy }: { vault: Vault; force: boolean; remedy: string },
): Promise<ReportPlace> {
  const { requireOwnPath } = await import('./require-own-path.ts');
  const out = onDisk({ path, remedy }, () => requireOwnPath(path, { file: vault.file, remedy }));
  const isOld = onDisk({ path: out, remedy }, () => isReport(out));
  onDisk({ path: out, remedy }, () => requirePlace(out, { force: force || isOld, remedy }));
  return { out, isOld, remedy };
}

/** Gives a report its place, hidden from whom the vault is hidden from. Gives its bytes. */
export function writeReport(text: string, { out, isOld, remedy }: ReportPlace, { vault, force }: { vault: Vault; force: boolean }): number {
  const file = openNewFile(out, { mode: modeLike(vault), force: force || isOld, remedy });
  try {
    file.append(Buffer.from(text));
    return file.finish();
  } catch (error) {
    file.abandon();
    throw error;
  }
}

/** Both forms name the program within their first letters. */
function isReport(path: string): boolean {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
  const start = readStart(path, 1000).toString();
  return (
    start.startsWith(`${generator}, made `) || (start.startsWith('<!doctype html>\n<html') && start.includes(`content="${generator} `))
  );
}
