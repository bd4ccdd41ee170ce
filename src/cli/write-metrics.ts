import { version } from '../../package.json';
import type { Store } from '../core/ports.ts';
import type { Redact } from '../core/redact.ts';
import type { RunSummary } from '../core/summary.ts';
import { type LastSuccess, type MetricsFacts, renderMetrics } from '../ops/metrics.ts';
import { readLastSuccess, writeMetricsFile } from '../ops/metrics-file.ts';

type RunFacts = Pick<MetricsFacts, 'summary' | 'exitCode' | 'startedAt' | 'finishedAt'>;

/** Writes the metrics of a run that is over. Rejects with a sentence where that cannot be done. */
export async function writeMetrics(
  { metrics, database }: { readonly metrics: string; readonly database: string },
  run: RunFacts,
  store: Store,
  redact: Redact,
): Promise<void> {
  // Not even to be opened: closing a file drops the locks that this process has on it.
  if ([database, `${database}.lock`, `${database}-wal`, `${database}-shm`].includes(metrics)) {
    throw new Error('the file belongs to the vault itself; name another file in VAULT_METRICS_FILE');
  }
  const { summary, exitCode, startedAt, finishedAt } = run;
  // A vault that failed is not asked: the file still says what was known of it.
  const known = summary ? await askStore(summary, store) : { ...((await readLastSuccess(metrics)) ?? nothing), vaultBytes: undefined };
  const text = renderMetrics({ summary, exitCode, startedAt, finishedAt, ...known, version });
  await writeMetricsFile(metrics, redact(text));
}

const nothing: LastSuccess = { lastSuccessAt: undefined, regionLastSuccess: [] };

async function askStore({ run, regions }: RunSummary, store: Store): Promise<LastSuccess & { vaultBytes: number }> {
  const successes = await Promise.all(
    regions.map(async ({ region, category }) => {
      const success = await store.lastSuccess({ region, category }, run);
      return success ? [{ region, category, startedAt: success.startedAt }] : [];
    }),
  );
  const { bytes } = await store.size();
  return { lastSuccessAt: await store.lastStoredAt(), regionLastSuccess: successes.flat(), vaultBytes: bytes };
}
