import type { Reader } from './ports.ts';
import { type ChartRecord, isEnded } from './summary.ts';

/** How the charts of a run ended, in the order they were asked for; of these regions only, if any are given. */
export async function chartsOfRun(reader: Reader, run: number, regions?: readonly string[]): Promise<readonly ChartRecord[]> {
  const record = await reader.findRun(run);
  const charts = isEnded(record) ? record.charts : [];
  return charts.filter(({ region }) => regions?.includes(region) ?? true);
}
