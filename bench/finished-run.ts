import { regionCodes } from '../src/core/region.ts';
import { readItems } from '../src/core/chart.ts';
import { mergeCharts } from '../src/core/merge.ts';
import { type ChartOutcome, outcomeOf } from '../src/core/outcome.ts';
import type { FinishedRun } from '../src/core/ports.ts';
import { createPages, walkChart } from './youtube/pages.ts';
import type { ChartSize } from './youtube/scene.ts';

/** A run of all regions as the program would have it in hand, read and merged from the demo's pages. */
export async function makeFinishedRun(size: ChartSize): Promise<Omit<FinishedRun, 'run'>> {
  const pages = createPages();
  const outcomes: ChartOutcome[] = [];
  for (const region of regionCodes) {
    const items: unknown[] = [];
    for await (const { plain } of walkChart(pages, { ...size, region, hours: 24 })) {
      items.push(...(JSON.parse(plain.toString()) as { items: unknown[] }).items);
    }
    const figures = { requests: size.pages, retries: 0, waitedMs: 0, durationMs: 200 };
    const asked = { maxResults: size.pageSize * size.pages, recentCounts: [] };
    outcomes.push(outcomeOf({ region, category: 0 }, { noChart: false, error: null, ...figures }, readItems(items), asked));
  }
  const videos = mergeCharts(outcomes);
  return { finishedAt: '2026-11-26T11:00:10.000Z', outcomes, videos };
}
