import { VaultError } from '../core/errors.ts';
import { readPeriod } from '../core/period.ts';
import type { RejectedItem, RejectionCount, RejectionQuestion } from '../core/rejections.ts';
import { rereadRejections } from '../core/reread.ts';
import { asksPeriod } from './ask-vault.ts';
import type { RejectionsSettings } from './command-options.ts';
import type { Edges } from './edges.ts';
import { createLook } from './look.ts';
import { openStore } from './open-store.ts';
import { describeItem, renderRejections } from './render-rejections.ts';
import { printEmpty } from './print-empty.ts';
import { count, formatNumber } from '../text/format.ts';
import { plain } from '../text/plain.ts';
import { toJson } from './to-json.ts';
import { isToldToEnd } from './is-told-to-end.ts';
import { findVault, type Vault } from './vault.ts';

/** `vault rejections`: what could not be read, with the reasons; `--retry` reads it again and stores what fits now. */
export async function rejectionsCommand(settings: RejectionsSettings, edges: Edges): Promise<number> {
  const { onlyRun, region, rejectionLimit, json } = settings;
  const question = { run: onlyRun, regions: region, ...readPeriod(settings, edges.clock.now()) };
  asksPeriod({ ...settings, run: onlyRun });
  const vault = findVault(settings.db, edges.cwd);
  const database = vault.name;
  // Not by a reader: a vault of an older format is brought up to date first, after which more may be understood.
  if (settings.retry && (await vault.isThere())) return retry(vault, question, settings, edges);
  const reader = await vault.openReader();
  try {
    if (reader === undefined || (await reader.listRuns(1)).length === 0) return printEmpty({ json, database }, edges);
    if (onlyRun !== undefined && (await reader.findRun(onlyRun)) === undefined)
      throw new VaultError('usage', `--run ${onlyRun}: no such run; vault runs lists them`);
    const found = { counted: await reader.countRejections(question), listed: await reader.listRejections(question, rejectionLimit) };
    edges.stdout.write(json ? toJson(describeRejections(found, database)) : `${render(found, database, edges)}\n`);
    return 0;
  } finally {
    await reader?.close();
  }
}

interface Found {
  readonly counted: RejectionCount;
  readonly listed: readonly RejectedItem[];
}

function describeRejections({ counted, listed }: Found, database: string) {
  return {
    ...counted,
    rejections: listed.map(({ run, startedAt, region, category, position, reasons, isStored, item }) => {
      return { run, startedAt, region, category, position, ...describeItem(item), isStored, reasons, item };
    }),
    database,
  };
}

function render({ counted, listed }: Found, database: string, edges: Edges): string {
  if (counted.items === 0) return `Nothing was rejected: ${plain(database)} has all that these charts told.`;
  return renderRejections(counted, listed, createLook(edges));
}

async function retry(vault: Vault, question: RejectionQuestion, settings: RejectionsSettings, edges: Edges): Promise<number> {
  const store = await openStore(vault, edges, { waitMs: settings.wait });
  try {
    const { items, stored, completed } = await rereadRejections(store, question, async () => !(await isToldToEnd(edges.interruption)));
    const status = edges.interruption.aborted ? 'interrupted' : 'reread';
    const { items: left } = await store.countRejections(question);
    const figures = `${formatNumber(stored)} stored now, ${formatNumber(completed)} completed; ${formatNumber(left)} still rejected`;
    const end = status === 'interrupted' ? '\nEnded before its end: the rest stays until the next time.' : '';
    const sentence =
      items === 0 && end === '' ? 'Nothing to read again.' : `Read ${count(items, 'rejected item')} again: ${figures}.${end}`;
    edges.stdout.write(settings.json ? toJson({ status, items, stored, completed, left, database: vault.name }) : `${sentence}\n`);
    return 0;
  } finally {
    await store.close();
  }
}
