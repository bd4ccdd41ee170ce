import { isSameChart } from '../core/chart.ts';
import type { Reader } from '../core/ports.ts';
import type { RegionSummary, RunSummary } from '../core/summary.ts';
import type { ChartView, RunView } from './render-run.ts';

/** Looks up what people are shown beside the summary. */
export async function viewRun(summary: RunSummary, reader: Reader): Promise<RunView> {
  const details = await reader.chartDetails(summary.run);
  const view = async (region: RegionSummary): Promise<ChartView> => ({
    detail: details.find((detail) => isSameChart(detail, region)),
    lastSuccess: region.status === 'failed' || region.status === 'sparse' ? await reader.lastSuccess(region, summary.run) : undefined,
  });
  const isNewest = (await reader.latestRun())?.run === summary.run;
  return { summary, charts: await Promise.all(summary.regions.map(view)), notBefore: isNewest ? await reader.notBefore() : undefined };
}
