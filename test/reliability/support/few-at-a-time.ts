import pLimit from 'p-limit';

/** Does a job for each item, `count` at a time, and gives what they came to; after one that fails, no other begins. */
export async function fewAtATime<Item, Result>(
  count: number,
  items: Iterable<Item>,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const limit = pLimit(count);
  try {
    return await limit.map(items, work);
  } finally {
    limit.clearQueue();
  }
}
