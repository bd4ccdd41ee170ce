import { resolve } from 'node:path';
import { formatDuration } from '../core/duration.ts';
import { VaultError } from '../core/errors.ts';
import type { Store, Weight } from '../core/ports.ts';
import type { RetentionRule } from '../core/retention.ts';
import { openSqliteReader } from '../sqlite/reader.ts';
import type { PruneSettings } from './command-options.ts';
import type { Edges } from './edges.ts';
import { openStore } from './open-store.ts';
import { dayMs, describeWeight, planPruning, prune } from './retention.ts';
import { describeEmpty } from './run-line.ts';
import { formatBytes, toJson } from './text.ts';

/** `vault prune`: deletes old runs with all that hangs on them, or says what would go. */
export async function pruneCommand(settings: PruneSettings, edges: Edges): Promise<number> {
  const rule = readRule(settings, edges.clock.now());
  const database = resolve(edges.cwd, settings.db);
  const reader = await openSqliteReader(database);
  if (!reader) {
    edges.stdout.write(settings.json ? toJson({ status: 'empty', database }) : `${describeEmpty(database)}\n`);
    return 0;
  }
  const removed = await planPruning(reader, rule).finally(() => reader.close());
  if (!settings.pruneDryRun) return pruneNow(database, rule, settings, edges);
  report({ status: 'planned', removed, database }, settings, edges, describe('Would delete', removed, rule));
  return 0;
}

function readRule({ olderThan, keepDaily, retentionDays }: PruneSettings, now: number): RetentionRule {
  // Who only thins does not ask for more to go.
  const usual = keepDaily === undefined && retentionDays !== undefined ? retentionDays * dayMs : undefined;
  const olderThanMs = olderThan ?? usual;
  if (olderThanMs !== undefined || keepDaily !== undefined) return { now, olderThanMs, keepDailyMs: keepDaily };
  throw new VaultError('usage', 'nothing says what is old: give --older-than 30d or --keep-daily 7d, or set VAULT_RETENTION_DAYS');
}

async function pruneNow(database: string, rule: RetentionRule, settings: PruneSettings, edges: Edges): Promise<number> {
  const store = await openStore(database, edges, { waitMs: settings.wait, waiting: async () => {} });
  try {
    const { bytes: bytesBefore } = await store.size();
    const removed = await prune(store, rule, edges.interruption);
    const problem = await giveBack(store);
    const { bytes } = await store.size();
    const room = `The vault takes ${formatBytes(bytes)}, ${formatBytes(bytesBefore - bytes)} less than before.`;
    report({ status: 'pruned', removed, bytesBefore, bytes, database }, settings, edges, `${describe('Deleted', removed, rule)}\n${room}`);
    if (problem) throw problem;
    return 0;
  } finally {
    await store.close();
  }
}

/** What is gone is to be told of, also where there is no room to make the vault smaller. */
async function giveBack(store: Store): Promise<VaultError | undefined> {
  const { free } = await store.size();
  if (free === 0) return undefined;
  try {
    await store.compact();
    return undefined;
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    const message = `the space was not given back, for which the vault is written anew (${error.message}); the next runs use it all the same`;
    return new VaultError(error.code, message, { cause: error });
  }
}

function describe(verb: string, weight: Weight, { olderThanMs, keepDailyMs }: RetentionRule): string {
  const rules = [
    olderThanMs === undefined ? [] : `what is older than ${formatDuration(olderThanMs)}`,
    keepDailyMs === undefined ? [] : `all but one run a day of what is older than ${formatDuration(keepDailyMs)}`,
  ];
  const what = rules.flat().join(', and ');
  return weight.runs === 0 ? `Nothing to delete of ${what}.` : `${verb} ${what}: ${describeWeight(weight)}.`;
}

function report(document: object, { json, silent }: PruneSettings, { stdout }: Edges, sentence: string): void {
  if (!silent) stdout.write(json ? toJson(document) : `${sentence}\n`);
}
