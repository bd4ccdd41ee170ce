import { join } from 'node:path';
import { expect } from 'vitest';
import { between, createRandom } from '../../src/demo/random.ts';
import { page } from '../support/source.ts';
import { createTestClock } from '../support/test-clock.ts';
import { endsWithin } from './support/ends-within.ts';
import { fewAtATime } from './support/few-at-a-time.ts';
import { startVault, temporaryFolder } from './support/process.ts';
import type { Program } from './support/program.ts';
import { keepsPromise, type Scale } from './support/promise.ts';
import { environmentFor, startScriptedApi, usualRegions, usualVideos } from './support/scripted-api.ts';
import { openScriptedSource } from './support/scripted-source.ts';
import { readStoredCharts } from './support/stored-charts.ts';
import { startToxicProxy } from './support/toxic-proxy.ts';
import { findDamage } from './support/vault-check.ts';
import { type WireForm, wireForms } from './support/wire-forms.ts';

const seed = 8;

/** How a connection ends after the last byte that is let pass. */
const endings = ['end', 'resetAndDestroy'] as const;

/** An answer that ends before its byte number `at`; a chart of two pages has its first one whole. */
interface Cut {
  readonly form: WireForm;
  readonly ending: (typeof endings)[number];
  readonly at: number;
  readonly pages: 1 | 2;
}

/**
 * At every byte, with each ending, one of them on a second page; or at some, and at the last ones, which hold nothing of the page
 * but tell that it is whole.
 */
function planCuts(form: WireForm, scale: Scale): Cut[] {
  const random = createRandom('cuts', seed, form.name);
  const { length } = form.bytes;
  const everywhere = [...form.bytes.keys()];
  const some = [...Array.from({ length: 8 }, () => between(random, 0, length - 1)), ...everywhere.slice(-12)];
  const places = scale === 'full' ? everywhere : some;
  return places.flatMap((at) => endings.map((ending, index) => ({ form, ending, at, pages: (at + index) % 2 === 0 ? 1 : 2 })));
}

/** Charts are told apart by their category, which is the place of their cut; gives the items that each chart brought. */
async function fetchCut(program: Program, cuts: readonly Cut[]): Promise<number[]> {
  const { url } = await startScriptedApi(({ category, maxResults, pageToken }) => {
    const cut = cuts[category - 1];
    if (!cut) return page('US', { size: 0 });
    if (maxResults === 50 && pageToken === undefined) return page('PL', { size: usualVideos, next: 'second' });
    return { raw: ({ socket }) => void socket?.write(cut.form.bytes.subarray(0, cut.at), () => socket[cut.ending]()) };
  });
  const limits = { concurrency: 8, retryBudget: 0 };
  const source = openScriptedSource(program, { apiUrl: url, clock: createTestClock(), limits });
  const charts = await Promise.all(
    cuts.map(async ({ pages }, index) => {
      let count = 0;
      await source.fetchChart({ region: 'US', category: index + 1 }, pages === 1 ? 25 : 100, ({ length }) => void (count += length));
      return count;
    }),
  );
  return charts;
}

/** Cuts at many places, by the program's parts; gives how many. */
async function cutInProcess(program: Program, scale: Scale): Promise<number> {
  let count = 0;
  for (const form of wireForms(page('US', { from: 100, size: usualVideos }).body)) {
    const whole: Cut = { form, ending: 'end', at: form.bytes.length, pages: 1 };
    expect(await fetchCut(program, [whole]), `${form.name}, whole`).toEqual([usualVideos]);
    const cuts = planCuts(form, scale);
    const items = await fetchCut(program, cuts);
    const stored = cuts.filter(({ pages }, index) => items[index] !== (pages - 1) * usualVideos);
    const shown = stored.map(({ at, ending, pages }) => `${ending} at ${at} of ${form.bytes.length}, page ${pages}`);
    expect(shown, `${form.name}: cut, and stored all the same (seed ${seed})`).toEqual([]);
    count += cuts.length;
  }
  return count;
}

/** A run of which all charts but the first are cut by a proxy, each elsewhere; gives how many were. */
async function cutByProxy(program: Program, run: number): Promise<number> {
  const random = createRandom('proxy', seed, run);
  const server = await startScriptedApi(() => undefined);
  const [first, ...cut] = usualRegions;
  // The shortest answer, its headers included, has more bytes.
  const places = new Map(cut.map((region) => [region, between(random, 0, 400)]));
  const url = await startToxicProxy(server.url, (request) => {
    const afterBytes = places.get(/regionCode=(\w+)/.exec(request)?.[1] ?? '');
    return afterBytes === undefined ? undefined : { kind: run % 2 === 0 ? 'cut' : 'reset', afterBytes };
  });
  const cwd = temporaryFolder();
  const what = `cut after ${[...places.values()].join()} bytes (seed ${seed}, run ${run})`;
  const running = startVault(program, ['fetch', '--deadline', '2s'], { cwd, env: environmentFor(url) });
  expect((await endsWithin(running, 20_000, what)).exitCode, what).toBe(3);
  const vault = join(cwd, 'vault.db');
  expect(findDamage(vault), what).toEqual([]);
  const charts = readStoredCharts(vault).map(({ region, status, videos }) => `${region} ${status} ${videos}`);
  expect(charts, what).toEqual([`${first} stored ${usualVideos}`, ...cut.map((region) => `${region} failed 0`)]);
  return cut.length;
}

keepsPromise({
  number: 8,
  title: 'A body cut at any byte stores nothing of that page',
  async check(program, scale) {
    const inProcess = await cutInProcess(program, scale);
    // Each waits for most of its time.
    const byProxy = await fewAtATime(4, Array(scale === 'full' ? 12 : 2).keys(), (run) => cutByProxy(program, run));
    const regions = byProxy.reduce((sum, count) => sum + count, 0);
    return `0 of ${inProcess.toLocaleString('en-US')} cut pages, and 0 of ${regions} in ${byProxy.length} processes behind a proxy`;
  },
  sabotages: [
    {
      title: 'an early end of a body taken for its end',
      patches: [
        {
          file: 'src/youtube/wire.ts',
          from: 'for await (const chunk of body) {',
          to: `const kept = async function* (stream: Readable) { try { yield* stream; } catch { return; } };
  for await (const chunk of kept(body)) {`,
        },
        {
          file: 'src/youtube/wire.ts',
          from: '{ maxOutputLength: maxBodyBytes }',
          to: '{ maxOutputLength: maxBodyBytes, finishFlush: 2 }',
        },
      ],
    },
    {
      title: 'a cut page mended as far as it can be read',
      patches: [
        {
          file: 'src/youtube/attempt.ts',
          from: `    return undefined;
  }
}`,
          to: `    const upTo = text.lastIndexOf('\\n    },');
    return upTo < 0 ? undefined : JSON.parse(text.slice(0, upTo) + '}]}');
  }
}`,
        },
      ],
    },
  ],
});
