import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { VaultUnderTest } from '../store.contract.ts';
import { failedOutcome, finishedRun, sampleOutcome, sampleVideo, startRun, storeRun } from './sample-run.ts';

const [a, b, c] = [sampleVideo('a'), sampleVideo('b'), sampleVideo('c')];
const bad = { position: 4, reason: 'no title', item: { id: 'x' } };

/** The part of the store contract about letting old runs go. */
export function describePruning(vault: VaultUnderTest): void {
  const ids = async (): Promise<unknown[]> => (await vault.query('SELECT video_id FROM videos ORDER BY 1')).map(({ video_id: id }) => id);

  describe('pruning', () => {
    test('a run takes with it all that hangs on it, and the videos that no other run has seen', async () => {
      const first = await storeRun(vault.store, [sampleOutcome('PL', [a, b], { rejections: [bad] }), sampleOutcome('US', [b])]);
      const second = await storeRun(vault.store, [sampleOutcome('PL', [b, c])]);
      const removed = { runs: 1, charts: 2, snapshots: 2, appearances: 3, rejections: 1, videos: 1 };
      expect(await vault.store.weigh([first.run])).toEqual(removed);
      expect(await vault.store.prune([first.run])).toEqual(removed);
      expect(await ids()).toEqual(['b', 'c']);
      expect(await vault.query('SELECT DISTINCT run_id FROM appearances')).toEqual([{ run_id: second.run }]);
      expect(await vault.query('SELECT count(*) AS n FROM rejections')).toEqual([{ n: 0 }]);
      expect(await vault.store.findRun(first.run)).toBeUndefined();
      expect(await vault.store.findRun(second.run)).toMatchObject({ unique: 2, status: 'complete' });
    });

    test('weighing changes nothing, also through a reader', async () => {
      const { run } = await storeRun(vault.store, [sampleOutcome('PL', [a, b])]);
      const reader = await vault.openReader();
      expect(await reader.weigh([run, 99])).toMatchObject({ runs: 1, videos: 2 });
      expect(await reader.findRun(run)).toMatchObject({ unique: 2 });
    });

    test('no run is no work', async () => {
      await storeRun(vault.store, [sampleOutcome('PL', [a])]);
      expect(Object.values(await vault.store.prune([]))).toEqual([0, 0, 0, 0, 0, 0]);
      expect(await ids()).toEqual(['a']);
    });

    test("a pruned run's number is never given again", async () => {
      const { run } = await storeRun(vault.store, [sampleOutcome('PL', [a])]);
      await vault.store.prune([run]);
      await vault.reopen();
      expect(await startRun(vault.store)).toBe(run + 1);
    });

    test('a run that was killed, and one that failed, go like any other', async () => {
      const killed = await startRun(vault.store);
      const failed = await storeRun(vault.store, [failedOutcome('PL')]);
      expect(await vault.store.prune([killed, failed.run])).toMatchObject({ runs: 2, charts: 1, videos: 0 });
      expect(await vault.store.listStarts()).toEqual([]);
    });

    test('starts are listed with how their runs ended, oldest first', async () => {
      const first = await startRun(vault.store, '2026-11-20T00:00:00.000Z');
      await vault.store.finishRun(finishedRun(first, [sampleOutcome('PL', [a]), failedOutcome('NL')]));
      const second = await startRun(vault.store, '2026-11-21T00:00:00.000Z');
      expect(await (await vault.openReader()).listStarts()).toEqual([
        { run: first, startedAt: '2026-11-20T00:00:00.000Z', status: 'partial' },
        { run: second, startedAt: '2026-11-21T00:00:00.000Z', status: 'running' },
      ]);
    });

    test('compacting gives back the space of what is gone, and keeps the rest', async () => {
      // Digits of a chaotic map, which no database can make shorter by much.
      let x = 0.3;
      const noise = (): string => Array.from({ length: 150 }, () => String((x = 3.99 * x * (1 - x))).slice(2)).join('');
      const many = Array.from({ length: 400 }, (_, index) => sampleVideo(`v${index}`, { description: noise() }));
      const first = await storeRun(vault.store, [sampleOutcome('PL', many)]);
      await storeRun(vault.store, [sampleOutcome('PL', [a])]);
      const { bytes: before } = await vault.store.size();
      await vault.store.prune([first.run]);
      const { bytes, free } = await vault.store.size();
      // Some databases give a part back at once, and what is free in their indexes they do not tell.
      expect(before - bytes + free).toBeGreaterThan(before / 8);
      await vault.store.compact();
      const after = await vault.store.size();
      expect(after.bytes).toBeLessThanOrEqual(bytes - free);
      expect(after.bytes).toBeLessThan(before / 2);
      expect(after.free).toBe(0);
      expect(await ids()).toEqual(['a']);
    });

    test('what is gone is what counting row by row says, for any runs', async () => {
      const video = fc.integer({ min: 0, max: 9 }).map((n) => sampleVideo(`v${n}`));
      const chart = fc.uniqueArray(video, { selector: ({ id }) => id, maxLength: 5 });
      const run = fc.record({ pl: chart, us: chart, rejected: fc.nat(2), goes: fc.boolean() });
      await fc.assert(
        fc.asyncProperty(fc.array(run, { maxLength: 6 }), async (runs) => {
          await vault.store.clear();
          const going: number[] = [];
          for (const { pl, us, rejected, goes } of runs) {
            const rejections = Array.from({ length: rejected }, () => bad);
            const record = await storeRun(vault.store, [sampleOutcome('PL', pl, { rejections }), sampleOutcome('US', us)]);
            if (goes) going.push(record.run);
          }
          const before = await countRows(vault);
          const removed = await vault.store.prune(going);
          expect(await countRows(vault)).toEqual(subtract(before, removed));
          expect(removed).toEqual(bruteForce(runs));
        }),
        { numRuns: 60 },
      );
    });
  });
}

type Count = Readonly<Record<string, number>>;

async function countRows({ query }: VaultUnderTest): Promise<Count> {
  const tables = ['runs', 'charts', 'snapshots', 'appearances', 'rejections', 'videos'];
  const counts = await Promise.all(tables.map(async (table) => [table, (await query(`SELECT * FROM ${table}`)).length] as const));
  return Object.fromEntries(counts);
}

function subtract(before: Count, removed: object): Count {
  return Object.fromEntries(Object.entries(removed).map(([table, number]: [string, number]) => [table, (before[table] ?? 0) - number]));
}

interface PlannedRun {
  readonly pl: readonly { readonly id: string }[];
  readonly us: readonly { readonly id: string }[];
  readonly rejected: number;
  readonly goes: boolean;
}

/** The same counts from what was stored, without a database. */
function bruteForce(runs: readonly PlannedRun[]): Count {
  const idsOf = ({ pl, us }: PlannedRun): string[] => [...new Set([...pl, ...us].map(({ id }) => id))];
  const going = runs.filter(({ goes }) => goes);
  const staying = new Set(runs.filter(({ goes }) => !goes).flatMap(idsOf));
  const gone = new Set(going.flatMap(idsOf).filter((id) => !staying.has(id)));
  const sum = (figure: (run: PlannedRun) => number): number => going.reduce((total, run) => total + figure(run), 0);
  return {
    runs: going.length,
    charts: going.length * 2,
    snapshots: sum((run) => idsOf(run).length),
    appearances: sum(({ pl, us }) => pl.length + us.length),
    rejections: sum(({ rejected }) => rejected),
    videos: gone.size,
  };
}
