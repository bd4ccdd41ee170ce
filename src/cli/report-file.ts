import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { version } from '../../package.json';
import { VaultError } from '../core/errors.ts';
import { onDisk, openNewFile } from '../files/new-file.ts';
import { requirePlace } from '../files/place.ts';
import type { ReportFacts } from '../report/facts.ts';
import { generator } from '../report/generator.ts';
import type { Edges } from './edges.ts';
import { requireOwnPath } from './own-path.ts';

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

const remedy = 'name another file with --out';

/**
 * Gives a report its place. An older one is replaced unasked, but not by an empty one: a slip in `--db` must not cost it. Throws
 * VaultError `usage` for a place where anything else is, unless `force`.
 */
export function writeReport(
  text: string,
  { path, database, force, isEmpty }: { path: string; database: string; force: boolean; isEmpty: boolean },
): { readonly out: string; readonly bytes: number } {
  const out = onDisk(path, () => requireOwnPath(path, { database, remedy }));
  const isOld = onDisk(out, () => isReport(out));
  if (isOld && isEmpty && !force)
    throw new VaultError(
      'configuration',
      `${database}: no run is there, and ${out} is a report; name another vault with --db, or replace it with --force`,
    );
  onDisk(out, () => requirePlace(out, { force: force || isOld, remedy }));
  const mode = statSync(database, { throwIfNoEntry: false })?.mode ?? 0o644;
  const file = openNewFile(out, { mode, force: force || isOld });
  try {
    file.append(Buffer.from(text));
    return { out, bytes: file.finish() };
  } catch (error) {
    file.abandon();
    throw error;
  }
}

/** Both forms name the program within their first letters. */
function isReport(path: string): boolean {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
  const start = Buffer.alloc(1000);
  const file = openSync(path, 'r');
  try {
    readSync(file, start, 0, start.length, 0);
  } finally {
    closeSync(file);
  }
  const text = start.toString();
  return text.startsWith(generator) || text.includes(`content="${generator} `);
}
