import { resolve } from 'node:path';
import { VaultError } from '../core/errors.ts';
import { readPeriod } from '../core/period.ts';
import type { RejectedItem, RejectionCount, RejectionQuestion } from '../core/rejections.ts';
import { rereadRejections } from '../core/reread.ts';
import { openSqliteReader } from '../sqlite/reader.ts';
import type { RejectionsSettings } from './command-options.ts';
import type { Edges } from './edges.ts';
import { createLook } from './look.ts';
import { openStore } from './open-store.ts';
import { describeItem, renderRejections } from './render-rejections.ts';
import { describeEmpty } from './run-line.ts';
import { count, formatNumber, plain, toJson } from './text.ts';

/** `vault rejections`: what could not be read, with the reasons; `--retry` reads it again and stores what fits now. */
export async function rejectionsCommand(settings: RejectionsSettings, edges: Edges): Promise<number> {
  const question = readQuestion(settings, edges.clock.now());
  const database = resolve(edges.cwd, settings.db);
  const found = await findRejections(database, question, settings.rejectionLimit);
  if (found === undefined) {
    edges.stdout.write(settings.json ? toJson({ status: 'empty', database }) : `${describeEmpty(database)}\n`);
    return 0;
  }
  if (settings.retry) return retry(database, question, settings, edges);
  edges.stdout.write(settings.json ? toJson(describeRejections(found, database)) : `${render(found, database, edges)}\n`);
  return 0;
}

interface Found {
  readonly counted: RejectionCount;
  readonly listed: readonly RejectedItem[];
}

function readQuestion({ onlyRun, region, since, until }: RejectionsSettings, now: number): RejectionQuestion {
  const period = readPeriod({ since, until }, now);
  if (period.since !== undefined && period.until !== undefined && period.since >= period.until)
    throw new VaultError('usage', '--since is not before --until: no run can lie between them');
  return { run: onlyRun, regions: region, ...period };
}

async function findRejections(database: string, question: RejectionQuestion, limit: number): Promise<Found | undefined> {
  const reader = await openSqliteReader(database);
  try {
    if (reader === undefined || (await reader.listRuns(1)).length === 0) return undefined;
    return { counted: await reader.countRejections(question), listed: await reader.listRejections(question, limit) };
  } finally {
    await reader?.close();
  }
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

async function retry(database: string, question: RejectionQuestion, settings: RejectionsSettings, edges: Edges): Promise<number> {
  const store = await openStore(database, edges, { waitMs: settings.wait, waiting: async () => {} });
  try {
    const { items, stored, completed } = await rereadRejections(store, question, edges.interruption);
    const status = edges.interruption.aborted ? 'interrupted' : 'reread';
    const left = items - stored - completed;
    const figures = `${formatNumber(stored)} stored now, ${formatNumber(completed)} completed, ${formatNumber(left)} as before`;
    const end = status === 'interrupted' ? '\nEnded before its end: the rest stays until the next time.' : '';
    const sentence = items === 0 ? 'Nothing to read again.' : `Read ${count(items, 'rejected item')} again: ${figures}.${end}`;
    edges.stdout.write(settings.json ? toJson({ status, items, stored, completed, left, database }) : `${sentence}\n`);
    return 0;
  } finally {
    await store.close();
  }
}
