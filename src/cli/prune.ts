import { dayMs, formatDuration } from '../core/duration.ts';
import { VaultError } from '../core/errors.ts';
import type { Weight } from '../core/ports.ts';
import type { RetentionRule } from '../core/retention.ts';
import type { PruneSettings } from './command-options.ts';
import type { Edges } from './edges.ts';
import { openStore } from './open-store.ts';
import { describeWeight, giveBack, planPruning, prune } from './pruning.ts';
import { printEmpty } from './print-empty.ts';
import { formatBytes } from '../text/format.ts';
import { toJson } from './to-json.ts';
import { findVault, type Vault } from './vault.ts';

/** `vault prune`: deletes old runs with all that hangs on them, or says what would go. */
export async function pruneCommand(settings: PruneSettings, edges: Edges): Promise<number> {
  const rule = readRule(settings, edges.clock.now());
  const vault = findVault(settings.db, edges.cwd);
  const database = vault.name;
  const reader = await vault.openReader();
  if (!reader) return settings.silent ? 0 : printEmpty({ ...settings, database }, edges);
  if (!settings.pruneDryRun) {
    await reader.close();
    return pruneNow(vault, rule, settings, edges);
  }
  const removed = await planPruning(reader, rule).finally(() => reader.close());
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

async function pruneNow(vault: Vault, rule: RetentionRule, settings: PruneSettings, edges: Edges): Promise<number> {
  const store = await openStore(vault, edges, { waitMs: settings.wait });
  try {
    const { bytes: bytesBefore } = await store.size();
    const removed = await prune(store, rule, edges.interruption);
    const isEnded = edges.interruption.aborted;
    const problem = isEnded ? undefined : await giveBack(store);
    const { bytes } = await store.size();
    const less = bytes < bytesBefore ? `, ${formatBytes(bytesBefore - bytes)} less than before` : '';
    const end = isEnded ? 'Ended before its end: the rest stays until the next time.' : `The vault takes ${formatBytes(bytes)}${less}.`;
    const status = isEnded ? 'interrupted' : 'pruned';
    report(
      { status, removed, bytesBefore, bytes, database: vault.name },
      settings,
      edges,
      `${isEnded && removed.runs === 0 ? 'Nothing was deleted yet.' : describe('Deleted', removed, rule)}\n${end}`,
    );
    if (problem) throw problem;
    return 0;
  } finally {
    await store.close();
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
