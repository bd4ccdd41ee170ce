import { formatDuration } from '../core/duration.ts';
import { VaultError } from '../core/errors.ts';
import type { ChartSource } from '../core/ports.ts';
import { openChartSource, type SourceOptions } from './chart-source.ts';
import type { ClientLimits } from './client.ts';

/** What a run may take; `planned` is how many requests it makes when nothing goes wrong. */
export interface RunLimits extends Pick<ClientLimits, 'concurrency' | 'timeoutMs' | 'maxWaitMs'> {
  readonly deadlineMs: number;
  readonly planned: number;
}

/** Does some work with YouTube as its source of charts, until its deadline or `signal` ends it; no connection outlives it. */
export async function withChartSource<Result>(
  { limits, ...options }: Omit<SourceOptions, 'limits'> & { readonly limits: RunLimits },
  work: (source: ChartSource) => Promise<Result>,
): Promise<Result> {
  const { clock, signal } = options;
  const { deadlineMs, planned } = limits;
  const end = new AbortController();
  const source = openChartSource({
    ...options,
    limits: { ...limits, deadlineAt: clock.monotonic() + deadlineMs, retryBudget: 2 * planned },
    signal: AbortSignal.any([signal, end.signal]),
  });
  const cancelDeadline = clock.schedule(deadlineMs, () => {
    end.abort(new VaultError('deadline', `not fetched within the run's deadline of ${formatDuration(deadlineMs)}`));
  });
  try {
    return await work(source);
  } finally {
    cancelDeadline();
    // After a failure of the vault, charts that still wait would keep the process alive.
    end.abort(new VaultError('interrupted', 'the run is over'));
    await source.close();
  }
}
