import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { VaultError } from '../../src/core/errors.ts';
import { runPipeline, type RunPlan } from '../../src/core/pipeline.ts';
import type { ChartSource, FetchedChart, Store } from '../../src/core/ports.ts';
import { openSqliteStore } from '../../src/sqlite/store.ts';
import { apiItem } from '../support/items.ts';
import { createTestClock } from '../support/test-clock.ts';

const regions = ['US', 'GB', 'PL', 'NL', 'SE', 'NO', 'AT'];
const plan: RunPlan = {
  charts: regions.map((region) => ({ region, category: 0 })),
  concurrency: 3,
  maxResults: 25,
  quotaPerDay: 10_000,
  version: 'test',
  database: 'vault.db',
};

async function openStore(): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'vault-pipeline-'));
  const store = await openSqliteStore(join(folder, 'vault.db'));
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return store;
}

const effort = { requests: 1, retries: 0, waitedMs: 0, durationMs: 5 };
type Take = Parameters<ChartSource['fetchChart']>[2];
const good = (region: string, take: Take): FetchedChart => {
  take([apiItem('everywhere')]);
  take([apiItem(region)]);
  return { noChart: false, error: null, ...effort };
};
const bad = (): FetchedChart => ({ noChart: false, error: new VaultError('timeout', 'no whole answer'), ...effort });

function run(store: Store, fetchChart: ChartSource['fetchChart']) {
  return runPipeline(plan, { source: { fetchChart }, store, clock: createTestClock(), report: () => {} });
}

describe('a run', () => {
  test('stores the good regions in each of the 127 ways in which some of seven fail', async () => {
    const store = await openStore();
    for (let failing = 1; failing < 128; failing += 1) {
      const fails = (region: string): boolean => (failing & (1 << regions.indexOf(region))) !== 0;
      const summary = await run(store, async ({ region }, _, take) => (fails(region) ? bad() : good(region, take)));
      const stored = regions.filter((region) => !fails(region));
      expect(summary.status).toBe(stored.length === 0 ? 'failed' : 'partial');
      expect(summary.regions.filter(({ status }) => status === 'stored').map(({ region }) => region)).toEqual(stored);
      expect(summary.videos).toMatchObject({ fetched: 2 * stored.length, unique: stored.length === 0 ? 0 : stored.length + 1 });
    }
  });

  test('gives the regions in the order asked for, in whatever order they answer', async () => {
    const store = await openStore();
    const waiting: (() => void)[] = [];
    const summary = run(store, async ({ region }, _, take) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return good(region, take);
    });
    for (let turn = 0; waiting.length < regions.length && turn < 1000; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    for (const answer of waiting.toReversed()) answer();
    expect((await summary).regions.map(({ region }) => region)).toEqual(regions);
    expect((await summary).videos).toEqual({ fetched: 14, unique: 8, new: 8, shared: 1, rejected: 0 });
  });

  test('that cannot go on because the vault failed rejects, and holds nothing', async () => {
    const store = await openStore();
    await expect(run(store, () => Promise.reject(new VaultError('database', 'the disk is full')))).rejects.toThrow('the disk is full');
    expect(await store.findRun(1)).toMatchObject({ status: 'running' });
    expect(await store.latestRun()).toBeUndefined();
  });
});
