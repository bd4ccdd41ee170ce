import { VaultError } from '../core/errors.ts';
import { goesOn } from '../core/goes-on.ts';
import type { Reader } from '../core/ports.ts';
import { pacificDay } from '../core/quota.ts';
import { type AnyRun, isEnded, type RunRecord, summarize, type UnfinishedRun } from '../core/summary.ts';
import type { StatsSettings } from './command-options.ts';
import type { Edges } from './edges.ts';
import { printRun } from './print-run.ts';
import { printEmpty } from './print-empty.ts';
import { describeRun } from './run-line.ts';
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
    if (!reader || !newest) return printEmpty({ ...settings, database }, edges);
    const record = settings.run === undefined ? ((await reader.latestRun()) ?? newest) : await findRun(settings.run, newest, reader);
    await printRecord(record, newest, { ...settings, database }, reader, edges);
    return 0;
  } finally {
    await reader?.close();
  }
}

/** What to say of a run that has not ended. */
function describeUnfinished({ run, startedAt }: UnfinishedRun, isGoingOn: boolean, { clock }: Edges): string {
  const started = formatAgo(Date.parse(startedAt), clock.now());
  return isGoingOn ? `Run ${run}, started ${started}, is going on.` : `Run ${run}, started ${started}, was interrupted and stored nothing.`;
}

async function findRun(run: number, newest: AnyRun<RunRecord>, reader: Reader): Promise<AnyRun<RunRecord>> {
  const record = await reader.findRun(run);
  if (!record) throw new VaultError('usage', `--run ${run}: no such run; the newest in this vault is ${newest.run}`);
  return record;
}

async function printRecord(
  record: AnyRun<RunRecord>,
  newest: AnyRun<RunRecord>,
  { json, quotaPerDay, database }: StatsSettings & { database: string },
  reader: Reader,
  edges: Edges,
): Promise<void> {
  const isGoingOn = await goesOn(reader);
  if (newest.status === 'running' && !json) edges.stdout.write(`${describeUnfinished(newest, isGoingOn, edges)}\n`);
  if (isEnded(record)) {
    const now = edges.clock.now();
    const usedToday = await reader.quotaUsed(pacificDay(now));
    await printRun(summarize(record, { now, usedToday, quotaPerDay, database }), reader, { json }, edges);
  } else if (json) edges.stdout.write(toJson(describeRun(record, isGoingOn && record.run === newest.run)));
  else if (record.run !== newest.run) edges.stdout.write(`${describeUnfinished(record, false, edges)}\n`);
}
