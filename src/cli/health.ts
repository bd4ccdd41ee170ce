import { resolve } from 'node:path';
import { version } from '../../package.json';
import type { Report, Store } from '../core/ports.ts';
import type { RunSummary } from '../core/summary.ts';
import type { Pinger } from '../ops/ping.ts';
import type { FetchSettings } from './command-options.ts';
import type { Edges } from './edges.ts';
import { readProxySettings } from './proxy.ts';
import { createSecretRedact } from './secrets.ts';
import { toJson } from './to-json.ts';
import { findVault } from './vault.ts';

/** Tells machines how a run goes. What becomes of that never changes the run, nor adds 5 s to it. */
export interface Health {
  /** Hears of the run's number as soon as it has one. */
  readonly report: Report;
  /** Gives a sentence for each thing that could not be told. */
  ended(end: RunEnd): Promise<readonly string[]>;
}

/** How a run ended. Without a summary something failed before all was done. */
export interface RunEnd {
  readonly exitCode: number;
  readonly summary: RunSummary | undefined;
  /** What failed, for people, where there is no summary. */
  readonly reason: string;
}

/** Prepares what VAULT_PING_URL and VAULT_METRICS_FILE ask for, and loads nothing where they ask for nothing. */
export async function openHealth({ pingUrl, metricsFile, db }: FetchSettings, store: Store, edges: Edges): Promise<Health> {
  const problems: string[] = [];
  const warn = (problem: string): void => void problems.push(problem);
  const ping = pingUrl === undefined ? undefined : await openPinger(pingUrl, warn, edges);
  const startedAt = edges.clock.now();
  let run: number | undefined;
  return {
    report(event) {
      if (event.kind !== 'start') return;
      run = event.run;
      ping?.pinger.started(run);
    },
    async ended(end) {
      // The receivers are strangers to the key, too.
      const redact = createSecretRedact({ ...edges, words: [db] });
      if (metricsFile !== undefined) {
        const { writeMetrics } = await import('./write-metrics.ts');
        const files = { metrics: resolve(edges.cwd, metricsFile), vault: findVault(db, edges.cwd) };
        await writeMetrics(files, { ...end, startedAt, finishedAt: edges.clock.now() }, store, redact).catch((error: unknown) => {
          warn(`the metrics were not written: ${error instanceof Error ? error.message : String(error)}`);
        });
      }
      await ping?.pinger.ended({ run, ok: end.exitCode === 0, body: redact(end.summary ? toJson(end.summary) : end.reason) });
      await ping?.close();
      return problems;
    },
  };
}

async function openPinger(
  pingUrl: string,
  warn: (problem: string) => void,
  { clock, interruption, env }: Edges,
): Promise<{ pinger: Pinger; close: () => Promise<void> }> {
  const [{ attemptMs: timeoutMs, createPinger }, { openDispatcher }, { post }] = await Promise.all([
    import('../ops/ping.ts'),
    import('../youtube/dispatcher.ts'),
    import('../youtube/wire.ts'),
  ]);
  const { dispatcher, close } = openDispatcher({ concurrency: 1, timeoutMs }, readProxySettings(env));
  const userAgent = `viralvidvault/${version}`;
  const send = ({ url, ...more }: { url: URL; body: string; signal: AbortSignal }) => post(url, { ...more, dispatcher, userAgent });
  return { pinger: createPinger({ url: new URL(pingUrl), send, clock, interruption, warn }), close };
}
