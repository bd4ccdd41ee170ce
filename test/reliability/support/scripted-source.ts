import { onTestFinished } from 'vitest';
import type { ChartSource, Clock, Report } from '../../../src/core/ports.ts';
import type { ClientLimits } from '../../../src/youtube/client.ts';
import { attemptMs } from './driven-clock.ts';
import type { Program } from './program.ts';

export interface ScriptedSourceOptions {
  readonly apiUrl: string;
  readonly clock: Clock;
  readonly limits: Partial<ClientLimits>;
  /** Uniform in [0, 1). */
  readonly random?: () => number;
  readonly report?: Report;
  /** What it takes to write a unit down. */
  readonly beforeRequest?: () => Promise<void>;
}

/** The program's source of charts, asking a scripted server; a limit that a check does not name is never reached. */
export function openScriptedSource(
  { parts }: Program,
  { apiUrl, clock, limits, random = () => 0, report = () => {}, beforeRequest = async () => {} }: ScriptedSourceOptions,
): ChartSource {
  const source = parts.openChartSource({
    apiUrl,
    key: 'AIza-test-key',
    version: '1.2.3',
    proxy: { httpProxy: undefined, httpsProxy: undefined, noProxy: undefined },
    clock,
    random,
    signal: new AbortController().signal,
    beforeRequest,
    report,
    limits: { concurrency: 3, timeoutMs: attemptMs, maxWaitMs: 300_000, deadlineAt: Infinity, retryBudget: Infinity, ...limits },
  });
  onTestFinished(() => source.close());
  return source;
}
