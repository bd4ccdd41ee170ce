import { fetchOutcomes, type Order } from './fetch-outcomes.ts';
import { mergeCharts } from './merge.ts';
import type { ChartSource, Clock, Report, Store } from './ports.ts';
import { pacificDay } from './quota.ts';
import { type RunSummary, summarize } from './summary.ts';

/** What a run is to do, and with what. The order of `charts` decides whose title a shared video takes. */
export interface RunPlan extends Order {
  readonly quotaPerDay: number;
  readonly version: string;
  readonly database: string;
}

/**
 * One run: fetches every chart, reads its items, merges what several regions share, and stores all of it in one transaction.
 *
 * A chart that fails is an outcome in the summary and never stops the others. Rejects only where nothing could be stored at
 * all, because the vault failed.
 */
export async function runPipeline(
  plan: RunPlan,
  { source, store, clock, report }: { source: ChartSource; store: Store; clock: Clock; report: Report },
): Promise<RunSummary> {
  const run = await store.startRun({ startedAt: new Date(clock.now()).toISOString(), version: plan.version });
  report({ kind: 'start', run });

  const outcomes = await fetchOutcomes(plan, { source, past: store, report });
  const videos = mergeCharts(outcomes, plan.charts);

  const finishedAt = new Date(clock.now()).toISOString();
  const record = await store.finishRun({ run, finishedAt, outcomes, videos });

  const usedToday = await store.quotaUsed(pacificDay(clock.now()));
  return summarize(record, { ...plan, now: clock.now(), usedToday });
}
