/** Does some work with an open resource, and closes it where that fails, for nobody else will. */
export function orClose<Result>(resource: { close(): unknown }, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    resource.close();
    throw error;
  }
}
