import { readItems } from './chart.ts';
import type { Store } from './ports.ts';
import type { RejectedItem, RejectionQuestion, RereadItem } from './rejections.ts';

/** Reads an item as the program reads it now; `undefined` where that is no more than was read before. */
function rereadItem({ run, region, category, position, reasons, isStored, item }: RejectedItem): RereadItem | undefined {
  const { videos, rejections } = readItems([item]);
  const [video] = videos;
  // By their number: a reason can have got other words since.
  const isNoBetter = isStored && rejections.length >= reasons.length;
  if (video === undefined || isNoBetter) return undefined;
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

/** Reads rejected items once more and stores what fits now, run by run, each in one transaction; no further run unless `goesOn`. */
export async function rereadRejections(
  store: Pick<Store, 'rejectedRuns' | 'listRejections' | 'saveReread'>,
  question: RejectionQuestion,
  goesOn: () => Promise<boolean>,
): Promise<RereadResult> {
  const result = { items: 0, stored: 0, completed: 0 };
  for (const run of await store.rejectedRuns(question)) {
    if (!(await goesOn())) break;
    const read: RereadItem[] = [];
    for (const rejected of await store.listRejections({ ...question, run })) {
      result.items += 1;
      const item = rereadItem(rejected);
      if (item === undefined) continue;
      read.push(item);
      result[rejected.isStored ? 'completed' : 'stored'] += 1;
    }
    if (read.length > 0) await store.saveReread(run, read);
  }
  return result;
}
