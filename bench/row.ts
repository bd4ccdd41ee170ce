/** One line of a table: something that is taken again and again, and what it is held against. */
export interface Row {
  readonly name: string;
  /** What the figure says, or what it is held against, in a few words. */
  readonly measured: string;
  /** Takes the milliseconds, or bytes, of one go. */
  readonly sample: Sampling;
  /** The same of what it is held against, taken just before; left out where they speak for themselves. */
  readonly against?: Sampling;
  /** How many milliseconds longer than the other, how many times as long, or the bytes as they are. */
  readonly figure: 'ms' | 'times' | 'bytes';
  /** The greatest figure that is good enough; left out where none was promised. */
  readonly target?: number | undefined;
  /** Whether the figure has to be below its target, and not merely at it. */
  readonly below?: boolean;
  /** Whether a go takes so long that what the caches do not hold yet hardly counts: it is spared the go beforehand. */
  readonly long?: boolean;
  /** How many goes a turn has, where each is over in a moment; 1 where nothing is said. */
  readonly goesPerTurn?: number;
}

/** A line that cannot be measured here, and why. */
export interface Skipped extends Pick<Row, 'name' | 'measured'> {
  readonly skipped: string;
}

type Sampling = () => number | Promise<number>;

/** A row with its figure: from the medians of all goes, and from each go by itself for the least and the greatest. */
export interface Measured extends Row {
  readonly median: number;
  readonly least: number;
  readonly greatest: number;
  /** The two medians that the figure was made of. */
  readonly own: number;
  readonly other: number;
}

/**
 * Takes each row in each of `turns` turns, so that what else the machine does falls on all rows alike. One turn beforehand does not
 * count: it fills the caches.
 */
export async function measureRows(rows: readonly Row[], turns: number, tell: (done: number) => void): Promise<Measured[]> {
  const goes = rows.map(() => ({ against: [] as number[], sample: [] as number[] }));
  for (let turn = 0; turn <= turns; turn += 1) {
    for (const [index, row] of rows.entries()) {
      if (turn === 0 && row.long) continue;
      for (let go = 0; go < (row.goesPerTurn ?? 1); go += 1) {
        const other = (await row.against?.()) ?? 0;
        const own = await row.sample();
        if (turn === 0) continue;
        goes[index]?.against.push(other);
        goes[index]?.sample.push(own);
      }
    }
    tell(turn);
  }
  return rows.map((row, index) => sumUp(row, goes[index] ?? { against: [], sample: [] }));
}

function sumUp(row: Row, { against, sample }: { against: readonly number[]; sample: readonly number[] }): Measured {
  const each = sample.map((own, go) => compare(row, own, against[go] ?? 0));
  const [own, other] = [median(sample), median(against)];
  return { ...row, own, other, median: compare(row, own, other), least: Math.min(...each), greatest: Math.max(...each) };
}

function compare({ figure }: Row, own: number, other: number): number {
  if (figure === 'bytes') return own;
  return figure === 'ms' ? own - other : own / other;
}

/** One go that several rows look at. */
export interface Shared<Go> {
  readonly take: () => Promise<Go>;
  readonly last: () => Go;
}

/** What several rows show of one go: the first of them takes it, and those after it look at it again. */
export function shareGo<Go>(take: () => Go | Promise<Go>): Shared<Go> {
  let last: Go | undefined;
  return {
    take: async () => (last = await take()),
    last() {
      if (last === undefined) throw new Error('the row that takes it has to come first');
      return last;
    },
  };
}

/** Whether a row has a target and did not reach it. */
export function missed({ target, below = false, median }: Measured): boolean {
  // So that no figure at all is a miss as well.
  return target !== undefined && !(below ? median < target : median <= target);
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
