import type { ChartOutcome } from '../../../src/core/outcome.ts';
import { openSqliteStore } from '../../../src/sqlite/store.ts';
import { finishedRun, startRun } from '../../store/sample-run.ts';

/** A run for a vault; without outcomes it was interrupted. */
export interface PlannedRun {
  /** ISO 8601 UTC. */
  readonly startedAt: string;
  readonly outcomes: readonly ChartOutcome[] | undefined;
}

/** Writes these runs into a new vault, oldest first. */
export async function fillVault(path: string, runs: readonly PlannedRun[]): Promise<void> {
  const store = await openSqliteStore(path);
  for (const [index, { startedAt, outcomes }] of runs.entries()) {
    const run = await startRun(store, startedAt);
    // Not all of one length: seconds, a minute, two.
    const finishedAt = new Date(Date.parse(startedAt) + 4750 + (index % 3) * 65_000).toISOString();
    if (outcomes) await store.finishRun(finishedRun(run, outcomes, { finishedAt }));
  }
  await store.close();
}

/** So many runs, one every `hours`, the last of them at 12:00 on 23 November 2026. */
export function planRuns(
  count: number,
  hours: number,
  outcomes: (startedAt: string, index: number) => PlannedRun['outcomes'],
): PlannedRun[] {
  const last = Date.parse('2026-11-23T12:00:00.000Z');
  return Array.from({ length: count }, (_, index) => {
    const startedAt = new Date(last - (count - 1 - index) * hours * 3_600_000).toISOString();
    return { startedAt, outcomes: outcomes(startedAt, index) };
  });
}
