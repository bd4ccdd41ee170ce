/** What each came to. Rejects as the first that failed, but not before all have ended: none is at work any more when the test is over. */
export async function allEnded<Result>(work: readonly Promise<Result>[]): Promise<Result[]> {
  await Promise.allSettled(work);
  return Promise.all(work);
}
