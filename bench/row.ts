/** One line of the table: something that is timed, and what it is held against. */
export interface Row {
  readonly name: string;
  /** What the figure says, in a few words. */
  readonly measured: string;
  /** Takes the milliseconds of one go. */
  readonly sample: Timing;
  /** The same of what it is held against, taken just before; left out where the milliseconds speak for themselves. */
  readonly against?: Timing;
  /** How many milliseconds longer than the other, or how many times as long. */
  readonly figure: 'ms' | 'times';
  /** The greatest figure that is good enough; left out where none was promised. */
  readonly target?: number | undefined;
}

type Timing = () => number | Promise<number>;

/** A row with its figure: from the medians of all goes, and from each go by itself for the least and the greatest. */
export interface Measured extends Row {
  readonly median: number;
  readonly least: number;
  readonly greatest: number;
}

/**
 * Takes each row `times` times, in turns, so that what else the machine does falls on all rows alike. One go beforehand does not
 * count: it fills the caches.
 */
export async function measureRows(rows: readonly Row[], times: number, tell: (done: number) => void): Promise<Measured[]> {
  const goes = rows.map(() => ({ against: [] as number[], sample: [] as number[] }));
  for (let time = 0; time <= times; time += 1) {
    for (const [index, { against, sample }] of rows.entries()) {
      const other = (await against?.()) ?? 0;
      const own = await sample();
      if (time === 0) continue;
      goes[index]?.against.push(other);
      goes[index]?.sample.push(own);
    }
    tell(time);
  }
  return rows.map((row, index) => {
    const { against = [], sample = [] } = goes[index] ?? {};
    const each = sample.map((own, go) => compare(row, own, against[go] ?? 0));
    return { ...row, median: compare(row, median(sample), median(against)), least: Math.min(...each), greatest: Math.max(...each) };
  });
}

function compare({ figure }: Row, own: number, other: number): number {
  return figure === 'ms' ? own - other : own / other;
}

/** The middle one, or the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}

/** The milliseconds that something takes here, in this process. */
export async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
