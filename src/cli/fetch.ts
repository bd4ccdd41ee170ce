import { version } from '../../package.json';
import { VaultError } from '../core/errors.ts';
import type { Report, Store } from '../core/ports.ts';
import type { RunSummary } from '../core/summary.ts';
import type { FetchSettings } from './command-options.ts';
import { type Edges, finalExitCode } from './edges.ts';
import { errorExitCode, runExitCode } from './exit-code.ts';
import { openHealth, type RunEnd } from './health.ts';
import { narrateLater } from './late-narrator.ts';
import type { Narrator } from './narrate.ts';
import { openStore, unlessLocked } from './open-store.ts';
import { chartsOf, performRun, type RunOrder } from './perform-run.ts';
import { loadPrinting, printRun } from './print-run.ts';
import { exposesSecret } from './secrets.ts';
import { findSkip, printSkip } from './skip.ts';
import { findVault, type Vault } from './vault.ts';

/** `vault fetch`: one run, unless there is a reason to send nothing now. */
export async function fetchCommand(settings: FetchSettings, edges: Edges): Promise<number> {
  const vault = findVault(settings.db, edges.cwd);
  const order = readOrder(settings, vault);
  if (settings.dryRun) return (await import('./dry-run.ts')).dryRun(order, settings, edges);
  if (order.apiKey === '') {
    throw new VaultError(
      'configuration',
      'no API key: put YOUTUBE_API_KEY into the environment or into .env, or try `vault demo`, which needs none',
    );
  }
  if (exposesSecret(edges.cwd)) {
    await tell('warn', '.env holds a secret, and every user of this machine may read it: chmod 600 .env', settings, edges);
  }
  const waiting = (message: string): Promise<void> => tell('info', `waiting: ${message}`, settings, edges);
  const store = await unlessLocked(openStore(vault, edges, { waitMs: settings.wait, waiting, retryMs: settings.deadline }));
  if (store instanceof VaultError) return printSkip({ reason: 'locked', message: store.message, until: null }, settings, edges);
  try {
    const skip = await findSkip(order, settings.ifOlderThan, store, edges.clock.now());
    // Waiting will not help where no day has the quota.
    if (skip?.reason === 'throttled' && skip.until === null) throw new VaultError('configuration', skip.message);
    return skip ? printSkip(skip, settings, edges) : await fetchNow(order, settings, store, edges);
  } finally {
    await store.close();
  }
}

function readOrder(settings: FetchSettings, { name }: Vault): RunOrder {
  return { ...settings, apiKey: settings.apiKey ?? '', charts: chartsOf(settings), database: name, version };
}

/** Logs a line before the run has a narrator. With `--quiet` nothing: cron would mail it each time. */
async function tell(level: 'info' | 'warn', message: string, { logLevel, quiet }: FetchSettings, edges: Edges): Promise<void> {
  if (quiet) return;
  const { createLogger } = await import('./log.ts');
  const log = await createLogger(logLevel, edges.stderr, edges);
  log[level](message);
}

const silentNarrator: Narrator = { report: () => {}, stop: () => {} };

async function fetchNow(order: RunOrder, settings: FetchSettings, store: Store, edges: Edges): Promise<number> {
  const { quiet, json, logLevel } = settings;
  const health = await openHealth(settings, store, edges);
  const tellHealth = async (end: RunEnd): Promise<void> => {
    const exitCode = finalExitCode(end.exitCode, edges.interruption);
    for (const problem of await health.ended({ ...end, exitCode })) await tell('warn', problem, settings, edges);
  };
  const narrator = quiet
    ? silentNarrator
    : narrateLater(async (clock) => {
        // What cannot be loaded now is told when it is needed.
        if (!json) loadPrinting().catch(() => {});
        return (await import('./narrate.ts')).createNarrator(order, logLevel, { ...edges, clock });
      }, edges.clock);
  const report: Report = (event) => {
    narrator.report(event);
    health.report(event);
  };
  let summary: RunSummary | undefined;
  try {
    summary = await performRun(order, store, report, edges).finally(narrator.stop);
    await finishFetch(summary, settings, store, edges);
  } catch (error) {
    await tellHealth(describeFailure(error, summary));
    throw error;
  }
  const exitCode = runExitCode(summary);
  await tellHealth({ exitCode, summary, reason: '' });
  return exitCode;
}

/** What follows a run that is stored: it is shown, and old ones are deleted. */
async function finishFetch(summary: RunSummary, settings: FetchSettings, store: Store, edges: Edges): Promise<void> {
  const { quiet, json, retentionDays } = settings;
  // A chart that vanishes is stored as it is, but never without a word.
  const silent = quiet && runExitCode(summary) === 0 && summary.regions.every(({ status }) => status !== 'sparse');
  if (!silent) await printRun(summary, store, { json }, edges);
  // Who was told to end does not begin to delete.
  if (retentionDays !== undefined && summary.status !== 'failed' && !edges.interruption.aborted) {
    const { retain } = await import('./retain.ts');
    const retained = await retain(retentionDays, store, edges);
    if (retained) await tell(retained.level, retained.message, settings, edges);
  }
}

/** `stored` is the run where only what follows it failed. */
function describeFailure(error: unknown, stored: RunSummary | undefined): RunEnd {
  const [exitCode, what] =
    error instanceof VaultError
      ? [errorExitCode(error), error.message]
      : [70, `a bug: ${error instanceof Error ? error.message : String(error)}`];
  const reason = stored ? `run ${stored.run} is stored, but not all that follows it was done: ${what}` : what;
  return { exitCode, summary: undefined, reason };
}
