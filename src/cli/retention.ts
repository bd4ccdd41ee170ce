import type { Reader, Store, Weight } from '../core/ports.ts';
import { chooseRuns, type RetentionRule } from '../core/retention.ts';
import { formatNumber } from './text.ts';

export const dayMs = 86_400_000;

/** What a rule would delete. */
export async function planPruning(reader: Reader, rule: RetentionRule): Promise<Weight> {
  return reader.weigh(chooseRuns(await reader.listStarts(), rule));
}

/**
 * Deletes what a rule lets go. The space goes back to the disk as soon as a share of `spare` of the vault is free; less than that
 * the next runs fill again.
 */
export async function prune(store: Store, rule: RetentionRule, { spare }: { spare: number }): Promise<Weight> {
  const removed = await store.prune(chooseRuns(await store.listStarts(), rule));
  const { bytes, free } = await store.size();
  if (free > bytes * spare) await store.compact();
  return removed;
}

/** `75 runs, 525 charts, 13,125 snapshots, 14,210 appearances, 3 rejections and 4,001 videos that no other run has seen`. */
export function describeWeight({ runs, charts, snapshots, appearances, rejections, videos }: Weight): string {
  const parts = Object.entries({ run: runs, chart: charts, snapshot: snapshots, appearance: appearances, rejection: rejections });
  const counted = parts.map(([noun, number]) => `${formatNumber(number)} ${noun}${number === 1 ? '' : 's'}`);
  return `${counted.join(', ')} and ${formatNumber(videos)} video${videos === 1 ? '' : 's'} that no other run has seen`;
}
