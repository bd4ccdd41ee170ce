import { type ChartKey, createItemReader } from './chart.ts';
import { mergeCharts } from './merge.ts';
import { type ChartOutcome, latestNotBefore, outcomeOf, runsCompared } from './outcome.ts';
import type { ChartSource, Clock, Report, Store } from './ports.ts';
import { pacificDay } from './quota.ts';
import { requestOrder } from './request-order.ts';
import { type RunSummary, runStatus, summarize } from './summary.ts';

/** What a run is to do, and with what. `charts` are in the order that decides whose title a shared video takes. */
export interface RunPlan {
  readonly charts: readonly ChartKey[];
  /** How many requests go at a time. */
  readonly concurrency: number;
  readonly maxResults: number;
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

  const fetchOne = async (key: ChartKey): Promise<ChartOutcome> => {
    const items = createItemReader();
    const fetched = await source.fetchChart(key, plan.maxResults, items.take);
    const recentCounts = await store.recentCounts(key, run, runsCompared);
    const outcome = outcomeOf(key, fetched, items.result(), { maxResults: plan.maxResults, recentCounts });
    report({ kind: 'chart', outcome: { ...outcome, videos: outcome.videos.length, rejected: outcome.rejections.length } });
    return outcome;
  };
  const fetching = new Map((await requestOrder(plan, store)).map((key) => [key, fetchOne(key)]));
  const outcomes = await Promise.all(plan.charts.map((key) => fetching.get(key) ?? fetchOne(key)));

  const finishedAt = new Date(clock.now()).toISOString();
  const record = await store.finishRun({
    run,
    finishedAt,
    status: runStatus(outcomes),
    outcomes,
    videos: mergeCharts(outcomes, plan.charts),
    notBefore: latestNotBefore(outcomes),
  });

  const usedToday = await store.quotaUsed(pacificDay(clock.now()));
  return summarize(record, { ...plan, now: clock.now(), usedToday });
}
