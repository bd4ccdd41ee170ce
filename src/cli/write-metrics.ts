import { version } from '../../package.json';
import { isSameChart } from '../core/chart.ts';
import { VaultError } from '../core/errors.ts';
import type { Store } from '../core/ports.ts';
import type { Redact } from '../core/redact.ts';
import type { RunSummary } from '../core/summary.ts';
import { type LastSuccess, type MetricsFacts, renderMetrics } from '../ops/metrics.ts';
import { findFileProblem, readLastSuccess, writeMetricsFile } from '../ops/metrics-file.ts';
import type { Vault } from './vault.ts';

type RunFacts = Pick<MetricsFacts, 'summary' | 'exitCode' | 'startedAt' | 'finishedAt'>;

/** Writes the metrics of a run that is over. Rejects with a sentence where that cannot be done. */
export async function writeMetrics(
  { metrics, vault }: { readonly metrics: string; readonly vault: Vault },
  run: RunFacts,
  store: Store,
  redact: Redact,
): Promise<void> {
  const problem = await findOwnership(metrics, vault);
  if (problem) throw problem;
  const { summary, exitCode, startedAt, finishedAt } = run;
  const before = (await readLastSuccess(metrics)) ?? nothing;
  // A vault that failed is not asked: the file still says what was known of it.
  const known = summary ? await askStore(summary, store, before) : { ...before, vaultBytes: undefined };
  const text = renderMetrics({ summary, exitCode, startedAt, finishedAt, ...known, version });
  await writeMetricsFile(metrics, redact(text));
}

const nothing: LastSuccess = { lastSuccessAt: undefined, regionLastSuccess: [] };

/** Why the metrics of this vault could not be written there now, or `undefined` where they could. */
export async function findMetricsProblem(metrics: string, vault: Vault): Promise<VaultError | undefined> {
  return (await findOwnership(metrics, vault)) ?? (await findFileProblem(metrics));
}

/** A file of the vault is not even to be opened: closing a file drops the locks that this process has on it. */
async function findOwnership(metrics: string, { file }: Vault): Promise<VaultError | undefined> {
  if (file === undefined) return undefined;
  const { belongsToVault } = await import('../sqlite/database-files.ts');
  const remedy = 'name another file in VAULT_METRICS_FILE';
  try {
    return belongsToVault(metrics, file) ? new VaultError('configuration', `${metrics} belongs to the vault itself; ${remedy}`) : undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return new VaultError('configuration', `${metrics} cannot be followed (${reason}); ${remedy}`, { cause: error });
  }
}

/** What the vault knows of its last successes; of one that was deleted since, what the file said `before`. */
async function askStore({ run, regions }: RunSummary, store: Store, before: LastSuccess): Promise<LastSuccess & { vaultBytes: number }> {
  const successes = await Promise.all(
    regions.map(async (chart) => {
      const { region, category } = chart;
      const success = await store.lastSuccess(chart, run);
      if (success) return [{ region, category, startedAt: success.startedAt }];
      return before.regionLastSuccess.filter((other) => isSameChart(other, chart));
    }),
  );
  const { bytes } = await store.size();
  return { lastSuccessAt: (await store.lastStoredAt()) ?? before.lastSuccessAt, regionLastSuccess: successes.flat(), vaultBytes: bytes };
}
