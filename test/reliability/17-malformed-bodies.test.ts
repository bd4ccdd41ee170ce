import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { Store } from '../../src/core/ports.ts';
import { createRandom, drawId } from '../../src/demo/random.ts';
import { startServer } from '../../src/demo/server.ts';
import { findBrokenRows } from './support/broken-rows.ts';
import { createDrivenClock } from './support/driven-clock.ts';
import { runInProcess } from './support/in-process.ts';
import { mutateBytes, mutateStructure } from './support/mutate.ts';
import { nastyBodies } from './support/nasty-json.ts';
import { temporaryFolder } from './support/process.ts';
import type { Program } from './support/program.ts';
import { keepsPromise } from './support/promise.ts';
import { openScriptedSource } from './support/scripted-source.ts';
import { compareChart, goodItem, readNewestCharts, type Served } from './support/served-body.ts';
import { findDamage } from './support/vault-check.ts';

keepsPromise({
  number: 17,
  title: 'Malformed bodies: no crash, no row that breaks the schema, and no bad item costs its neighbours',
  async check(program, scale) {
    const cwd = temporaryFolder();
    const path = join(cwd, 'vault.db');
    const store = await program.parts.openSqliteStore(path);
    onTestFinished(() => store.close());
    const isFull = scale === 'full';
    const served = { nasty: nastyOnes(isFull ? 1 : 11), mutated: mutatedOnes(isFull ? 20_000 : 500) };
    const all = { crashes: 0, rejected: 0, untouched: 0, bodies: { nasty: 0, mutated: 0 } };
    for (const kind of ['nasty', 'mutated'] as const) {
      for (const batch of inBatches(served[kind])) {
        const crash = await storeBodies(program, store, batch);
        expect(crash, `what ended the run of: ${batch[0]?.name}, and the ${batch.length - 1} after it`).toBeUndefined();
        const { wrong, rejected, untouched } = compareBatch(batch, path);
        expect(wrong, 'what bad items and bodies cost').toEqual([]);
        all.crashes += crash === undefined ? 0 : 1;
        all.rejected += rejected;
        all.untouched += untouched;
        all.bodies[kind] += batch.length;
      }
    }
    const broken = [...findBrokenRows(path), ...findDamage(path)];
    expect(broken, 'rows that break the schema').toEqual([]);
    await store.close();
    expect(await runInProcess(program, ['stats'], { cwd, env: {} }), 'vault stats').toMatchObject({ exitCode: 0, stderr: '' });
    const [nasty, mutated, untouched, rejected] = [all.bodies.nasty, all.bodies.mutated, all.untouched, all.rejected].map((figure) =>
      figure.toLocaleString('en'),
    );
    const figures = `${all.crashes} crashes, ${broken.length} rows that break the schema in ${mutated} mutations and ${nasty} nasty texts`;
    return `${figures}; all ${untouched} good items stored, ${rejected} rejected`;
  },
  sabotages: [
    {
      title: 'items read by parse() instead of safeParse()',
      patches: [
        {
          file: 'src/core/chart.ts',
          from: 'const parsed = itemSchema().safeParse(item);',
          to: 'const parsed = { success: true as const, data: itemSchema().parse(item), error: undefined };',
        },
      ],
    },
    {
      title: 'a page refused for one item without an id',
      patches: [
        {
          file: 'src/core/chart.ts',
          from: 'items: z.optional(z.array(z.unknown()))',
          to: 'items: z.optional(z.array(z.looseObject({ id: z.string() })))',
        },
      ],
    },
    {
      title: 'any number taken for a count',
      patches: [{ file: 'src/core/counters.ts', from: 'Number.isSafeInteger(count)', to: 'Number.isFinite(count)' }],
    },
    {
      title: 'a live state kept as sent, whatever it is',
      patches: [
        {
          file: 'src/core/chart.ts',
          from: 'live: readLive(snippet.liveBroadcastContent, reject),',
          to: "live: snippet.liveBroadcastContent || 'none',",
        },
      ],
    },
    {
      title: 'items that cannot be read dropped without a word',
      patches: [{ file: 'src/core/chart.ts', from: 'reject(reasonOf(parsed.error))', to: 'reasonOf(parsed.error)' }],
    },
  ],
});

/** Each nasty text in each place, or every so many of them. */
function* nastyOnes(each: number): Generator<Served> {
  const items = ['good', 'other'].map(goodItem);
  let index = 0;
  for (const { name, status, body } of nastyBodies(items.map(({ item }) => item))) {
    if (index % each === 0) yield { name, status, body, items };
    index += 1;
  }
}

/** Good answers, each mutated in another way: by turns their structure and their bytes. */
function* mutatedOnes(count: number): Generator<Served> {
  for (let seed = 1; seed <= count; seed += 1) {
    const random = createRandom('malformed', seed);
    const items = Array.from({ length: 5 }, (_, index) => goodItem(drawId(random, 11), index + 1));
    const page = { kind: 'youtube#videoListResponse', items: items.map(({ item }) => item) };
    const body = seed % 2 === 0 ? mutateStructure(random, page) : mutateBytes(random, Buffer.from(JSON.stringify(page)));
    yield { name: `mutation, seed ${seed}`, status: 200, body, items };
  }
}

function* inBatches<Item>(items: Iterable<Item>, size = 100): Generator<Item[]> {
  let batch: Item[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** One run, each chart of which is answered with one body; gives what ended it, where something did. */
async function storeBodies(program: Program, store: Store, batch: readonly Served[]): Promise<string | undefined> {
  const clock = createDrivenClock();
  const server = await startServer(({ category, pageToken }) => {
    if (pageToken !== undefined) return { body: { items: [] } };
    return { gzip: false, headers: { 'content-type': 'application/json' }, ...batch[category] };
  });
  const source = openScriptedSource(program, { apiUrl: server.url, clock, limits: { retryBudget: 0, concurrency: 10 } });
  const charts = batch.map((_, category) => ({ region: 'PL', category }));
  const plan = { charts, concurrency: 10, maxResults: 50, quotaPerDay: 10_000, version: '1.2.3', database: 'vault.db' };
  try {
    await clock.drive(program.parts.runPipeline(plan, { source, store, clock, report: () => {} }));
    return undefined;
  } catch (error) {
    return String(error);
  } finally {
    await server.close();
  }
}

function compareBatch(batch: readonly Served[], path: string): { wrong: string[]; rejected: number; untouched: number } {
  const charts = readNewestCharts(path);
  const all = { wrong: [] as string[], rejected: 0, untouched: 0 };
  for (const [index, served] of batch.entries()) {
    const stored = charts[index];
    const { wrong, untouched } = stored ? compareChart(served, stored) : { wrong: ['not there'], untouched: 0 };
    all.wrong.push(...wrong.map((what) => `${served.name}: ${what}`));
    all.rejected += stored?.rejected.size ?? 0;
    all.untouched += untouched;
  }
  return all;
}
