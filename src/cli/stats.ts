import { VaultError } from '../core/errors.ts';
import type { Reader } from '../core/ports.ts';
import { pacificDay } from '../core/quota.ts';
import { type RunRecord, summarize, type UnfinishedRun } from '../core/summary.ts';
import type { StatsSettings } from './command-options.ts';
import type { Edges } from './edges.ts';
import { printRun } from './print-run.ts';
import { describeEmpty, describeRun } from './run-line.ts';
import { formatAgo } from '../text/format.ts';
import { toJson } from './to-json.ts';
import { findVault } from './vault.ts';

/** `vault stats`: the last run that ended, or the one asked for. */
export async function statsCommand(settings: StatsSettings, edges: Edges): Promise<number> {
  const vault = findVault(settings.db, edges.cwd);
  const database = vault.name;
  const reader = await vault.openReader();
  try {
    const newest = (await reader?.listRuns(1))?.[0];
    if (!reader || !newest) {
      edges.stdout.write(settings.json ? toJson({ status: 'empty', database }) : `${describeEmpty(database)}\n`);
      return 0;
    }
    const record = settings.run === undefined ? ((await reader.latestRun()) ?? newest) : await findRun(settings.run, newest, reader);
    await printRecord(record, newest, { ...settings, database }, reader, edges);
    return 0;
  } finally {
    await reader?.close();
  }
}

/** What to say of a run that has not ended. */
function describeUnfinished({ run, startedAt }: UnfinishedRun, goesOn: boolean, { clock }: Edges): string {
  const started = formatAgo(Date.parse(startedAt), clock.now());
  return goesOn ? `Run ${run}, started ${started}, is going on.` : `Run ${run}, started ${started}, was interrupted and stored nothing.`;
}

async function findRun(run: number, newest: RunRecord | UnfinishedRun, reader: Reader): Promise<RunRecord | UnfinishedRun> {
  const record = await reader.findRun(run);
  if (!record) throw new VaultError('usage', `--run ${run}: no such run; the newest in this vault is ${newest.run}`);
  return record;
}

async function printRecord(
  record: RunRecord | UnfinishedRun,
  newest: RunRecord | UnfinishedRun,
  { json, quotaPerDay, database }: StatsSettings & { database: string },
  reader: Reader,
  edges: Edges,
): Promise<void> {
  const held = await reader.isHeld();
  if (newest.status === 'running' && !json) edges.stdout.write(`${describeUnfinished(newest, held, edges)}\n`);
  if (record.status !== 'running') {
    const now = edges.clock.now();
    const usedToday = await reader.quotaUsed(pacificDay(now));
    await printRun(summarize(record, { now, usedToday, quotaPerDay, database }), reader, { json }, edges);
  } else if (json) edges.stdout.write(toJson(describeRun(record, held && record.run === newest.run)));
  else if (record.run !== newest.run) edges.stdout.write(`${describeUnfinished(record, false, edges)}\n`);
}
