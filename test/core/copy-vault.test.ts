import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CopyProgress, copyVault } from '../../src/core/copy-vault.ts';
import { VaultError } from '../../src/core/errors.ts';
import { tables } from '../../src/core/tables.ts';
import { createReader, createWriter, edges, emptyTarget, type ModelRun, type ModelTarget, type Rows, rowsOf } from './copy-vault-tables.ts';

const videos = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1 });
const run = fc.record({ videos, views: fc.nat(9), rejections: fc.nat(4) });
const history = fc.array(run, { maxLength: 8 }).map((runs): ModelRun[] => runs.map((one, index) => ({ ...one, run: index + 1 })));
const batch = fc.integer({ min: 1, max: 5 });

/** What becomes of a source between two attempts. */
const changes: Readonly<Record<string, (runs: readonly ModelRun[]) => ModelRun[]>> = {
  nothing: (runs) => [...runs],
  'a run more': (runs) => [...runs, { run: 50, views: 9, videos: ['a', 'z'], rejections: 1 }],
  'the first run pruned': (runs) => runs.slice(1),
  'the last run pruned': (runs) => runs.slice(0, -1),
  'an old run read again': (runs) =>
    runs.map((one, index) => (index === 0 ? { ...one, videos: [...one.videos, 'aa'], rejections: 0 } : one)),
  'all runs pruned': () => [],
};

class Killed extends Error {}

function killAfter(writes: number): () => void {
  let left = writes;
  return () => {
    if (left === 0) throw new Killed();
    left -= 1;
  };
}

/** Copies, unless it is killed before; says whether it got to the end. */
async function tryCopy(source: Rows, target: ModelTarget, { writes, batch }: { writes: number; batch: number }): Promise<boolean> {
  try {
    await copyVault(createReader(source, { batch }), createWriter(target, killAfter(writes), batch), edges);
    return true;
  } catch (error) {
    if (error instanceof Killed) return false;
    throw error;
  }
}

const contents = (rows: Rows): unknown =>
  tables.map(({ name }) => [name, (rows.get(name) ?? []).map((row) => JSON.stringify(row)).toSorted()]);

const code = (copying: Promise<unknown>): Promise<unknown> =>
  copying.then(
    () => 'copied',
    (error: unknown) => (error instanceof VaultError ? error.code : error),
  );

const countAll = (rows: Rows): number => [...rows.values()].reduce((sum, { length }) => sum + length, 0);

const someRuns: readonly ModelRun[] = [1, 2, 3].map((run) => ({
  run,
  views: run,
  videos: ['a', 'b', `c${run}`, `d${run}`],
  rejections: 3,
}));

describe('copyVault', () => {
  test('ends in the same tables, wherever and however often it was killed before', async () => {
    await fc.assert(
      fc.asyncProperty(history, batch, fc.array(fc.nat(12), { maxLength: 4 }), async (runs, batch, kills) => {
        const source = rowsOf(runs);
        const target = emptyTarget();
        for (const writes of kills) if (await tryCopy(source, target, { writes, batch })) return;
        const copied = await copyVault(createReader(source, { batch: 2 }), createWriter(target), edges);
        expect(contents(target.rows)).toEqual(contents(source));
        expect([target.source, target.lastRun, target.cleared]).toEqual([undefined, 99, 0]);
        expect(copied.tables.map(({ rows }) => rows)).toEqual(tables.map(({ name }) => source.get(name)?.length));
      }),
    );
  });

  test.each(Object.keys(changes))('ends in the tables that the source has now: %s since it was killed', async (change) => {
    await fc.assert(
      fc.asyncProperty(history, batch, fc.nat(25), async (runs, batch, writes) => {
        const target = emptyTarget();
        if (await tryCopy(rowsOf(runs), target, { writes, batch })) return;
        const source = rowsOf(changes[change]?.(runs) ?? []);
        await copyVault(createReader(source, { batch }), createWriter(target), edges);
        expect(contents(target.rows)).toEqual(contents(source));
        expect(target.cleared).toBeLessThanOrEqual(change === 'nothing' || change === 'a run more' ? 0 : 1);
      }),
    );
  });

  test('goes on where it was stopped, and writes no row twice', async () => {
    const source = rowsOf(someRuns);
    const target = emptyTarget();
    await tryCopy(source, target, { writes: 4, batch: 3 });
    const there = countAll(target.rows);
    const told: CopyProgress[] = [];
    const { resumed } = await copyVault(createReader(source), createWriter(target), { ...edges, report: (one) => told.push(one) });
    expect(resumed).toBe(true);
    expect(told[0]).toEqual({ phase: 'copying', table: 'runs', done: there, all: countAll(source) });
    expect(told.findLast(({ phase }) => phase === 'copying')?.done).toBe(countAll(source));
    expect(told.at(-1)).toMatchObject({ phase: 'finishing', done: countAll(source) });
  });

  test('keeps what is there when a run came meanwhile, and changed videos and the quota', async () => {
    const target = emptyTarget();
    await tryCopy(rowsOf(someRuns), target, { writes: 8, batch: 3 });
    expect(target.rows.get('snapshots')).not.toEqual([]);
    const source = rowsOf([...someRuns, { run: 50, views: 9, videos: ['a', 'z'], rejections: 1 }]);
    expect(await copyVault(createReader(source), createWriter(target), edges)).toMatchObject({ resumed: true });
    expect([contents(target.rows), target.cleared]).toEqual([contents(source), 0]);
  });

  test('keeps what is there when a run came meanwhile, and deleted the pause that YouTube asked for', async () => {
    const target = emptyTarget();
    const stopped = { ...createWriter(target), finish: async () => Promise.reject(new Killed()) };
    await expect(copyVault(createReader(rowsOf(someRuns)), stopped, edges)).rejects.toThrow(Killed);
    expect(target.rows.get('state')).toHaveLength(1);
    const source = rowsOf([...someRuns, { run: 50, views: 9, videos: ['a', 'z'], rejections: 1 }]);
    expect(source.get('state')).toEqual([]);
    expect(await copyVault(createReader(source), createWriter(target), edges)).toMatchObject({ resumed: true });
    expect([contents(target.rows), target.cleared]).toEqual([contents(source), 0]);
  });

  test('copies all anew, once, when runs were pruned meanwhile', async () => {
    const target = emptyTarget();
    await tryCopy(rowsOf(someRuns), target, { writes: 8, batch: 3 });
    const source = rowsOf(someRuns.slice(1));
    expect(await copyVault(createReader(source), createWriter(target), edges)).toMatchObject({ resumed: false });
    expect([contents(target.rows), target.cleared]).toEqual([contents(source), 1]);
  });

  test('refuses a target that holds what no copy brought, and changes nothing', async () => {
    const target = { ...emptyTarget(), rows: rowsOf(someRuns.slice(1)) };
    const before = contents(target.rows);
    expect(await code(copyVault(createReader(rowsOf(someRuns)), createWriter(target, killAfter(0)), edges))).toBe('usage');
    expect([contents(target.rows), target.source]).toEqual([before, undefined]);
  });

  test.each(tables.filter(({ name }) => name !== 'state'))('finds that $name are not what was written', async (table) => {
    const target = emptyTarget();
    const writer = createWriter(target);
    const spoils = async (...[to, rows]: Parameters<typeof writer.append>) => {
      const last = table.columns.length - 1;
      await writer.append(
        to,
        to === table ? rows.map((row) => row.with(last, table.columns[last]?.type === 'integer' ? 7777 : 'other')) : rows,
      );
    };
    expect(await code(copyVault(createReader(rowsOf(someRuns)), { ...writer, append: spoils }, edges))).toBe('database');
    expect(target.source).toBe('source');
  });

  test('takes what PostgreSQL cannot keep for what it keeps instead', async () => {
    const source = rowsOf(someRuns);
    source.set('state', [['reason', 'a\0b\ud800']]);
    const target = emptyTarget();
    const writer = createWriter(target);
    const keepable = (rows: Parameters<typeof writer.append>[1]) =>
      rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell.toWellFormed().replaceAll('\0', '\ufffd') : cell)));
    await copyVault(createReader(source), { ...writer, append: (table, rows) => writer.append(table, keepable(rows)) }, edges);
    expect(target.rows.get('state')).toEqual([['reason', 'a\ufffdb\ufffd']]);
  });

  test('told to end, it ends between two batches, with the mark', async () => {
    const target = emptyTarget();
    const ending = new AbortController();
    const reason = new Error('told to end');
    let pauses = 0;
    const pause = async (): Promise<void> => {
      pauses += 1;
      if (pauses > 5) ending.abort(reason);
    };
    const copying = copyVault(createReader(rowsOf(someRuns)), createWriter(target), { ...edges, pause, signal: ending.signal });
    await expect(copying).rejects.toBe(reason);
    expect(target.source).toBe('source');
    expect(countAll(target.rows)).toBeGreaterThan(0);
  });
});
