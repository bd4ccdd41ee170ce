/** The least time in which `slots` requests at a time can have answers that take this long: every way to share them out is tried. */
export function idealMs(latencies: readonly number[], slots: number): number {
  const share = (next: number, busyMs: readonly number[]): number => {
    const latency = latencies[next];
    if (latency === undefined) return Math.max(...busyMs);
    return Math.min(...busyMs.map((busy, slot) => share(next + 1, busyMs.with(slot, busy + latency))));
  };
  return share(
    0,
    Array.from({ length: slots }, () => 0),
  );
}
