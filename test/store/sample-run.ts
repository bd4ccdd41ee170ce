import type { ChartKey, RegionalVideo } from '../../src/core/chart.ts';
import { mergeCharts } from '../../src/core/merge.ts';
import type { ChartOutcome } from '../../src/core/outcome.ts';
import type { FinishedRun, Store } from '../../src/core/ports.ts';
import type { RunRecord } from '../../src/core/summary.ts';

/** A video as a chart shows it, plain but for what is given. */
export function sampleVideo(id: string, changes: Partial<RegionalVideo> = {}): RegionalVideo {
  return {
    rank: 1,
    id,
    title: `Title of ${id}`,
    channelId: `UC-${id}`,
    channelTitle: `Channel of ${id}`,
    publishedAt: '2026-11-20T08:30:00.123Z',
    categoryId: 10,
    durationSeconds: 215,
    live: 'none',
    declaredLanguage: null,
    description: 'A description',
    tags: ['one', 'two'],
    views: 1000,
    likes: 100,
    comments: 10,
    ...changes,
  };
}

/** The outcome of a chart, given as `PL` or `PL/10`, that shows these videos in this order. */
export function sampleOutcome(chart: string, videos: readonly RegionalVideo[], changes: Partial<ChartOutcome> = {}): ChartOutcome {
  return {
    ...sampleKey(chart),
    status: 'stored',
    videos: videos.map((video, index) => ({ ...video, rank: index + 1 })),
    rejections: [],
    requests: 1,
    retries: 0,
    waitedMs: 0,
    durationMs: 120,
    error: null,
    notBefore: undefined,
    ...changes,
  };
}

/** A chart that failed, and what it cost. */
export function failedOutcome(chart: string, changes: Partial<ChartOutcome> = {}): ChartOutcome {
  return sampleOutcome(chart, [], { status: 'failed', error: { code: 'timeout', message: `${chart}: no answer within 10 s` }, ...changes });
}

/** `PL` is the chart of all categories, `PL/10` that of one. */
export function sampleKey(chart: string): ChartKey {
  const [region = '', category = '0'] = chart.split('/');
  return { region, category: Number(category) };
}

/** What a run with these outcomes, in the order asked for, hands to the store at its end. */
export function finishedRun(run: number, outcomes: readonly ChartOutcome[], changes: Partial<FinishedRun> = {}): FinishedRun {
  return {
    run,
    finishedAt: '2026-11-23T12:00:04.750Z',
    outcomes,
    videos: mergeCharts(outcomes),
    ...changes,
  };
}

/** Starts a run and finishes it. */
export async function storeRun(store: Store, outcomes: readonly ChartOutcome[], changes: Partial<FinishedRun> = {}): Promise<RunRecord> {
  const run = await startRun(store);
  return store.finishRun(finishedRun(run, outcomes, changes));
}

/** Starts a run at noon, or when told. */
export async function startRun(store: Store, startedAt = '2026-11-23T12:00:00.000Z'): Promise<number> {
  return store.startRun({ startedAt, version: '1.2.3' });
}
