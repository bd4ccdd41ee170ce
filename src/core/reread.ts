import { readItems } from './chart.ts';
import type { Store } from './ports.ts';
import type { RejectedItem, RejectionQuestion, RereadItem } from './rejections.ts';

/** Reads an item as the program reads it now; `undefined` where that is no more than was read before. */
function rereadItem({ run, region, category, position, reasons, item }: RejectedItem): RereadItem | undefined {
  const { videos, rejections } = readItems([item]);
  const [video] = videos;
  const isSame = rejections.length === reasons.length && rejections.every(({ reason }) => reasons.includes(reason));
  if (video === undefined || isSame) return undefined;
  return {
    run,
    region,
    category,
    video: { ...video, rank: position },
    rejections: rejections.map(({ reason }) => ({ position, reason, item })),
  };
}

/** What reading rejected items once more came to, in items. */
export interface RereadResult {
  readonly items: number;
  /** Read now, and not at all before. */
  readonly stored: number;
  /** Read before, but not every field of it. */
  readonly completed: number;
}

/** Reads rejected items once more and stores what fits now, run by run, each in one transaction; no further run once `signal` aborts. */
export async function rereadRejections(
  store: Pick<Store, 'rejectedRuns' | 'listRejections' | 'saveReread'>,
  question: RejectionQuestion,
  signal: AbortSignal,
): Promise<RereadResult> {
  const result = { items: 0, stored: 0, completed: 0 };
  for (const run of await store.rejectedRuns(question)) {
    if (signal.aborted) break;
    const rejected = await store.listRejections({ ...question, run });
    const read = rejected.flatMap((item) => {
      const reread = rereadItem(item);
      return reread ? [{ reread, isStored: item.isStored }] : [];
    });
    if (read.length > 0)
      await store.saveReread(
        run,
        read.map(({ reread }) => reread),
      );
    result.items += rejected.length;
    result.completed += read.filter(({ isStored }) => isStored).length;
    result.stored += read.filter(({ isStored }) => !isStored).length;
  }
  return result;
}
