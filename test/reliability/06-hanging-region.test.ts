import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Answer } from '../../src/demo/server.ts';
import { apiError, page } from '../support/source.ts';
import { startVault, temporaryFolder } from './support/process.ts';
import type { Program } from './support/program.ts';
import { keepsPromise, type Scale } from './support/promise.ts';
import { environmentFor, startScriptedApi, usualRegions } from './support/scripted-api.ts';

/** What each region takes to answer, in ms, in the order of the regions. */
type Latencies = readonly number[];

/**
 * Evenly spread, the slow ones last and the slow ones first.
 *
 * A region that hangs keeps one of the three slots, and nothing else: the others share two. What that costs them hangs on the
 * latencies and is 1.14 times here, had requests no cost of their own; a short chart that hangs among long ones can come to 1.5.
 */
const rising: Latencies = [200, 250, 300, 350, 400, 450, 500];
const falling: Latencies = rising.toReversed();

const hangs: Answer = { raw: () => {} };
const comesBackLater: Answer = apiError(503, 'backendError', { 'retry-after': '60' });

/** Far beyond what any of these runs takes. */
const patienceMs = 8000;

interface Trouble {
  readonly regions: readonly string[];
  readonly answer: Answer;
}

/** Plays a run until every region without trouble has its chart; gives when each had it, in ms after the first request. */
async function timeArrivals(program: Program, latencies: Latencies, trouble: Trouble): Promise<ReadonlyMap<string, number>> {
  const well = usualRegions.filter((region) => !trouble.regions.includes(region));
  const arrivals = new Map<string, number>();
  let began: number | undefined;
  let resolve = (): void => {};
  const allThere = new Promise<void>((settle) => (resolve = settle));
  const { url } = await startScriptedApi(async ({ region }) => {
    began ??= performance.now();
    if (trouble.regions.includes(region)) return trouble.answer;
    await delay(latencies[usualRegions.indexOf(region)]);
    arrivals.set(region, performance.now() - began);
    if (arrivals.size === well.length) resolve();
    return page(region);
  });
  const { child, ended } = startVault(program, ['fetch'], { cwd: temporaryFolder(), env: environmentFor(url) });
  const giveUp = new AbortController();
  await Promise.race([allThere, delay(patienceMs, undefined, { signal: giveUp.signal })]);
  giveUp.abort();
  child.kill('SIGKILL');
  await ended;
  const missing = well.filter((region) => !arrivals.has(region));
  expect(missing, `not there after ${patienceMs / 1000} s, while ${trouble.regions.join()} had trouble`).toEqual([]);
  return arrivals;
}

/** How many times as long the last of the other charts takes as it does without the trouble. */
async function measureDelay(program: Program, latencies: Latencies, troubles: readonly Trouble[]): Promise<number> {
  const usual = await timeArrivals(program, latencies, { regions: [], answer: hangs });
  const times: number[] = [];
  for (const trouble of troubles) {
    const arrivals = await timeArrivals(program, latencies, trouble);
    const usually = [...arrivals.keys()].map((region) => usual.get(region) ?? 0);
    times.push(Math.max(...arrivals.values()) / Math.max(...usually));
  }
  return Math.max(...times);
}

function plan(scale: Scale): { spreads: readonly Latencies[]; places: readonly number[]; limit: number } {
  if (scale === 'full') return { spreads: [rising, falling], places: [...usualRegions.keys()], limit: 1.3 };
  return { spreads: [rising.map((ms) => ms / 10)], places: [0, 3, 6], limit: 5 * 1.3 };
}

keepsPromise({
  number: 6,
  title: 'A hanging region delays the others at most 1.3 times',
  async check(program, scale) {
    const { spreads, places, limit } = plan(scale);
    const hanging = places.map((place) => ({ regions: usualRegions.slice(place, place + 1), answer: hangs }));
    const waiting = { regions: usualRegions.slice(0, 3), answer: comesBackLater };
    const worst: { hanging: number; waiting: number }[] = [];
    for (const latencies of spreads) {
      worst.push({
        hanging: await measureDelay(program, latencies, hanging),
        waiting: await measureDelay(program, latencies, [waiting]),
      });
    }
    const [byOne, byThree] = [Math.max(...worst.map(({ hanging }) => hanging)), Math.max(...worst.map(({ waiting }) => waiting))];
    expect(byOne, 'one region hangs').toBeLessThanOrEqual(limit);
    expect(byThree, 'three regions wait to ask again').toBeLessThanOrEqual(limit);
    const hung = spreads.length * places.length;
    return `${byOne.toFixed(2)} times at most in ${hung} runs in which one hangs, ${byThree.toFixed(2)} times where three wait to ask again`;
  },
  sabotages: [
    {
      title: 'a back-off that keeps its slot',
      patches: [
        {
          file: 'src/youtube/client.ts',
          from: 'return { failure: attempt.failure, decision };',
          to: `if (decision?.action === 'retry') await sleep(clock, decision.waitMs, ended);
      return { failure: attempt.failure, decision };`,
        },
      ],
    },
    {
      title: 'one connection for all requests',
      patches: [{ file: 'src/youtube/dispatcher.ts', from: 'connections: concurrency', to: 'connections: 1' }],
    },
  ],
});
