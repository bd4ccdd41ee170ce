import { expect } from 'vitest';
import { between, createRandom, pick, type Random } from '../../src/demo/random.ts';
import { type Answer, startServer } from '../../src/demo/server.ts';
import { regionCodes } from '../../src/core/region.ts';
import { apiError, page } from '../support/source.ts';
import { createDrivenClock, type DrivenClock } from './support/driven-clock.ts';
import type { Program } from './support/program.ts';
import { keepsPromise } from './support/promise.ts';
import { openScriptedSource } from './support/scripted-source.ts';

keepsPromise({
  number: 1,
  title: 'After a 429 no request for any region starts before the time told, and then one goes first',
  async check(program, scale) {
    const schedules = scale === 'full' ? 1000 : 25;
    const all = { requests: 0, refusals: 0, early: 0, besideTheFirst: 0, onTheirWay: 0 };
    for (let seed = 1; seed <= schedules; seed += 1) {
      const seen = await playSchedule(program, seed);
      expect(seen.early, `requests before the time told, seed ${seed}`).toBe(0);
      expect(seen.besideTheFirst, `requests beside the first after a pause, seed ${seed}`).toBe(0);
      expect(seen.onTheirWay, `requests on their way at a 429, seed ${seed}`).toBeLessThanOrEqual(2);
      all.requests += seen.requests;
      all.refusals += seen.refusals;
      all.early += seen.early;
      all.onTheirWay = Math.max(all.onTheirWay, seen.onTheirWay);
    }
    expect(all.refusals, 'refusals per schedule').toBeGreaterThan(schedules);
    const figures = `${all.requests.toLocaleString('en')} requests, ${all.refusals.toLocaleString('en')} times 429`;
    return `${all.early} early requests in ${schedules.toLocaleString('en')} schedules (${figures}), at most ${all.onTheirWay} on their way`;
  },
  sabotages: [
    {
      title: 'a pause that begins while a unit is written down not heeded',
      patches: [{ file: 'src/youtube/client.ts', from: 'if (pass.isVoid()) return undefined;', to: '' }],
    },
    {
      title: 'a gate per region',
      patches: [
        {
          file: 'src/youtube/client.ts',
          from: 'const gate = createGate(clock);',
          to: `const gate = createGate(clock);
            const gates = new Map();
            const gateOf = (url) => {
              const region = url.searchParams.get('regionCode');
              if (!gates.has(region)) gates.set(region, createGate(clock));
              return gates.get(region);
            };`,
        },
        { file: 'src/youtube/client.ts', from: 'gate.opened(signal)', to: 'gateOf(url).opened(signal)' },
        { file: 'src/youtube/client.ts', from: 'gate.enter()', to: 'gateOf(url).enter()' },
      ],
    },
    {
      title: 'the gate asked before the queue for a slot alone',
      patches: [{ file: 'src/youtube/gate.ts', from: 'clock.monotonic() < shutUntil || ', to: '' }],
    },
    {
      title: 'all at once after a pause',
      patches: [{ file: 'src/youtube/gate.ts', from: "scout = 'wanted';", to: "scout = 'unneeded';" }],
    },
    {
      title: 'a wait cut to 30 s',
      patches: [
        {
          file: 'src/youtube/retry-policy.ts',
          from: 'Math.max(retryAfterMs, minWaitMs);',
          to: 'Math.min(Math.max(retryAfterMs, minWaitMs), 30_000);',
        },
      ],
    },
  ],
});

interface Seen {
  requests: number;
  refusals: number;
  /** Requests that started before the latest time told. */
  early: number;
  /** Requests that started while the first one after a pause had no answer yet. */
  besideTheFirst: number;
  /** The most requests that had started and had no answer when a 429 came. */
  onTheirWay: number;
}

/** A server in a bad mood, different for each seed, and a run of a few regions that asks it. */
async function playSchedule(program: Program, seed: number): Promise<Seen> {
  const random = createRandom('too fast', seed);
  const clock = createDrivenClock();
  const watch = watchPauses();
  const [refusing, failing] = [0.1 + 0.5 * random(), 0.15 * random()];
  const server = await startServer(async ({ index, region, pageToken }) => {
    watch.arrived(index, clock.monotonic());
    // Never two at the same moment, so that the order of events is beyond doubt.
    await clock.hold(5 + random() * (random() < 0.1 ? 8000 : 500));
    const draw = random();
    if (draw < refusing) {
      const { answer, toldMs } = refuse(random, clock);
      watch.refused(index, clock.monotonic() + toldMs);
      return answer;
    }
    watch.answered(index);
    if (draw < refusing + failing) return apiError(503, 'backendError');
    return { ...page(region, { size: 1, next: `after ${pageToken}` }), gzip: false };
  });
  const regions = regionCodes.slice(0, between(random, 3, 12));
  // A vault on a server takes its time to write a unit down, and loses its connection now and then.
  const beforeRequest = (): Promise<void> =>
    new Promise((resolve) => void clock.schedule(random() * (random() < 0.05 ? 20_000 : 200), resolve));
  const limits = { retryBudget: 4 * regions.length };
  const source = openScriptedSource(program, { apiUrl: server.url, clock, random, limits, beforeRequest });
  await clock.drive(Promise.all(regions.map((region) => source.fetchChart({ region, category: 0 }, 100, () => {}))));
  await server.close();
  return watch.seen;
}

/** "Too fast", in each way to say for how long; without one, a second is the least that we owe. */
function refuse(random: Random, clock: DrivenClock): { answer: Answer; toldMs: number } {
  const seconds = between(random, 1, pick(random, [3, 20, 200]));
  const httpDate = (ms: number): string => new Date(ms).toUTCString();
  const [told, headers] = pick<[number, Record<string, string>]>(random, [
    [seconds, { 'retry-after': String(seconds) }],
    [seconds, { 'retry-after': String(seconds) }],
    [seconds, { date: httpDate(clock.now()), 'retry-after': httpDate(clock.now() + seconds * 1000) }],
    [1, { 'retry-after': '0' }],
    [1, {}],
  ]);
  const status = pick(random, [429, 429, 403]);
  return { answer: { ...apiError(status, 'rateLimitExceeded', headers), gzip: false }, toldMs: told * 1000 };
}

/** What of a run's requests goes against the promise, by the server's own account. */
function watchPauses() {
  const seen: Seen = { requests: 0, refusals: 0, early: 0, besideTheFirst: 0, onTheirWay: 0 };
  const open = new Set<number>();
  let notBefore = -Infinity;
  let isFirstWanted = false;
  let first: number | undefined;
  return {
    seen,
    arrived(index: number, at: number) {
      seen.requests += 1;
      open.add(index);
      if (at < notBefore) seen.early += 1;
      else if (first !== undefined) seen.besideTheFirst += 1;
      else if (isFirstWanted) first = index;
    },
    answered(index: number) {
      open.delete(index);
      if (first === index) [isFirstWanted, first] = [false, undefined];
    },
    refused(index: number, until: number) {
      open.delete(index);
      seen.refusals += 1;
      seen.onTheirWay = Math.max(seen.onTheirWay, open.size);
      notBefore = Math.max(notBefore, until);
      [isFirstWanted, first] = [true, undefined];
    },
  };
}
