import { VaultError } from '../core/errors.ts';
import type { Reader, Store, Weight } from '../core/ports.ts';
import { chooseRunsToPrune, type RetentionRule } from '../core/retention.ts';
import { count } from '../text/format.ts';
import { isToldToEnd } from './is-told-to-end.ts';

/** What a rule would delete. */
export async function planPruning(reader: Reader, rule: RetentionRule): Promise<Weight> {
  return reader.weigh(chooseRunsToPrune(await reader.listStarts(), rule));
}

/** Deletes what a rule lets go, the oldest first; when `signal` aborts, what has not gone yet stays. */
export async function prune(store: Store, rule: RetentionRule, signal: AbortSignal): Promise<Weight> {
  const runs = chooseRunsToPrune(await store.listStarts(), rule);
  let removed = await store.prune([]);
  for (const part of await store.partsToPrune(runs)) {
    if (signal.aborted) break;
    removed = add(removed, await store.prune(part));
    if (await isToldToEnd(signal)) break;
  }
  return removed;
}

/** Makes the vault smaller, where that makes it so. Gives why that failed, for what was deleted is to be told of all the same. */
export async function giveBack(store: Store): Promise<VaultError | undefined> {
  try {
    const { free } = await store.size();
    if (free > 0) await store.compact();
    return undefined;
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    const message = `the space was not given back, for which the vault is written anew (${error.message}); the next runs use it all the same`;
    return new VaultError(error.code, message, { cause: error });
  }
}

function add(a: Weight, b: Weight): Weight {
  return {
    runs: a.runs + b.runs,
    charts: a.charts + b.charts,
    snapshots: a.snapshots + b.snapshots,
    appearances: a.appearances + b.appearances,
    rejections: a.rejections + b.rejections,
    videos: a.videos + b.videos,
  };
}

/** `75 runs, 525 charts, 13,125 snapshots, 14,210 appearances, 3 rejections and 4,001 videos that no other run has seen`. */
export function describeWeight({ runs, charts, snapshots, appearances, rejections, videos }: Weight): string {
  const parts = Object.entries({ run: runs, chart: charts, snapshot: snapshots, appearance: appearances, rejection: rejections });
  return `${parts.map(([noun, number]) => count(number, noun)).join(', ')} and ${count(videos, 'video')} that no other run has seen`;
}
