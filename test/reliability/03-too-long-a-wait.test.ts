import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished } from 'vitest';
import { createRandom, shuffle } from '../../src/demo/random.ts';
import { type Answer, type Handler, type Server, startServer } from '../../src/demo/server.ts';
import { apiError, page } from '../support/source.ts';
import { createDrivenClock } from './support/driven-clock.ts';
import { openDrivenVault } from './support/driven-vault.ts';
import { runVault, temporaryFolder } from './support/process.ts';
import type { Program } from './support/program.ts';
import { keepsPromise } from './support/promise.ts';

keepsPromise({
  number: 3,
  title: 'Too long a wait ends the run within 2 s, and the next ones send nothing until the time told',
  async check(program, scale) {
    const all = refusals.flatMap((refusal) => places.map((place) => [refusal, place] as const));
    const tried = scale === 'full' ? all : shuffle(createRandom('too long'), all).slice(0, 14);
    const seen = [];
    for (const [refusal, place] of tried) seen.push(await playRefusal(program, refusal, place));
    const early = seen.reduce((sum, { late }) => sum + late, 0);
    const ended = Math.max(...seen.map(({ endedMs }) => endedMs)) / 1000;
    const figure = `${early} requests before the time told in ${tried.length} runs, over ${ended.toFixed(1)} s after the refusal at most`;
    if (scale === 'sample') return figure;
    const real = [];
    for (const place of [0, 2, 5]) real.push(await playRealRefusal(program, place));
    return `${figure}; a process ${(Math.max(...real) / 1000).toFixed(1)} s after its start`;
  },
  sabotages: [
    {
      title: 'the time told not remembered',
      patches: [{ file: 'src/sqlite/run-writer.ts', from: 'if (notBefore) remember(save, notBefore);', to: 'if (notBefore) return;' }],
    },
    {
      title: 'any wait waited that the deadline leaves time for',
      patches: [{ file: 'src/youtube/retry-policy.ts', from: 'Math.min(failed.maxWaitMs, failed.remainingMs)', to: 'failed.remainingMs' }],
    },
    {
      title: 'too long a wait cut to what may be waited',
      patches: [
        {
          file: 'src/youtube/retry-policy.ts',
          from: "return { action: 'too-long', waitMs: retryAfterMs };",
          to: "return { action: 'retry', waitMs: Math.min(failed.maxWaitMs, failed.remainingMs) };",
        },
      ],
    },
    {
      title: 'other regions asked all the same',
      patches: [{ file: 'src/youtube/client.ts', from: 'gate.close(new', to: 'void (new' }],
    },
  ],
});

interface Refusal {
  readonly name: string;
  readonly told: (now: number) => Answer;
  readonly seconds: number;
  readonly env?: Readonly<Record<string, string>>;
}

const date = (ms: number): string => new Date(ms).toUTCString();
const hour = 3600;

/** Each way to ask for more than may be waited: more than VAULT_MAX_WAIT, 5 minutes by default, or than is left of the deadline. */
const refusals: readonly Refusal[] = [
  { name: '429, an hour', seconds: hour, told: () => apiError(429, 'rateLimitExceeded', { 'retry-after': '3600' }) },
  {
    name: '429, a date',
    seconds: hour,
    told: (now) => apiError(429, 'rateLimitExceeded', { date: date(now), 'retry-after': date(now + hour * 1000) }),
  },
  { name: '429, a second too long', seconds: 301, told: () => apiError(429, 'rateLimitExceeded', { 'retry-after': '301' }) },
  { name: '429, three days', seconds: 24 * hour, told: () => apiError(429, 'rateLimitExceeded', { 'retry-after': '259200' }) },
  { name: '403, an hour', seconds: hour, told: () => apiError(403, 'userRateLimitExceeded', { 'retry-after': '3600' }) },
  { name: '503, an hour', seconds: hour, told: () => apiError(503, 'backendError', { 'retry-after': '3600' }) },
  {
    name: '429, beyond the deadline',
    seconds: 120,
    env: { VAULT_DEADLINE: '1m' },
    told: () => apiError(429, 'rateLimitExceeded', { 'retry-after': '120' }),
  },
];

/** Which of a run's requests is refused, and what the ones before it are answered. */
const places = [0, 1, 3, 6].flatMap((index) => (['pages', 'server errors', 'too fast'] as const).map((before) => ({ index, before })));
type Place = (typeof places)[number];

const before: Readonly<Record<Place['before'], (region: string) => Answer>> = {
  pages: (region) => page(region),
  'server errors': () => apiError(500, 'backendError'),
  'too fast': () => apiError(429, 'rateLimitExceeded', { 'retry-after': '2' }),
};

/** Gives the requests that followed the refusal before the time told, and the time from the refusal to the end of its run. */
async function playRefusal(
  program: Program,
  { name, told, seconds, env }: Refusal,
  place: Place,
): Promise<{ late: number; endedMs: number }> {
  const clock = createDrivenClock();
  const what = `${name}, to request ${place.index + 1} after ${place.before}`;
  let refusedAt: number | undefined;
  let late = 0;
  let isWell = false;
  const server = await openServer(async ({ index, region }) => {
    if (refusedAt !== undefined && !isWell) late += 1;
    await clock.hold(100 + 31 * index);
    if (isWell || index > place.index) return page(region);
    if (index < place.index) return before[place.before](region);
    refusedAt = clock.monotonic();
    return told(clock.now());
  });
  const vault = openDrivenVault(program, { clock, apiUrl: server.url, env });

  expect([3, 75], `${what}: exit code`).toContain((await vault.run('fetch')).exitCode);
  const endedMs = clock.monotonic() - (refusedAt ?? Infinity);
  expect(endedMs, `${what}: ms from the refusal to the end of the run`).toBeLessThanOrEqual(2000);
  for (const elapsedMs of [endedMs, seconds * 1000 - 1]) {
    clock.advance((refusedAt ?? 0) + elapsedMs - clock.monotonic());
    expect((await vault.run('fetch')).exitCode, `${what}: exit code ${elapsedMs} ms after the refusal`).toBe(75);
  }
  expect(late, `${what}: requests between the refusal and the time told`).toBe(0);
  isWell = true;
  clock.advance(1);
  expect((await vault.run('fetch')).exitCode, `${what}: exit code at the time told`).toBe(0);
  return { late, endedMs };
}

/** The same with processes and by the machine's clock; gives the ms from the first one's start to its end. */
async function playRealRefusal(program: Program, place: number): Promise<number> {
  let refusedAt: number | undefined;
  const server = await openServer(({ index, region }) => {
    if (index !== place) return page(region);
    refusedAt = performance.now();
    return apiError(429, 'rateLimitExceeded', { 'retry-after': '3' });
  });
  const cwd = temporaryFolder();
  const env = { YOUTUBE_API_KEY: 'AIza-test-key', VAULT_API_URL: server.url, VAULT_MAX_WAIT: '1s', VAULT_LOG_LEVEL: 'silent' };
  const fetch = () => runVault(program, ['fetch'], { cwd, env });

  const first = await fetch();
  expect([3, 75], 'exit code of the process').toContain(first.exitCode);
  expect(first.ms, 'ms from the start to the end of the process').toBeLessThanOrEqual(2000);
  const asked = server.requests.length;
  expect((await fetch()).exitCode, 'exit code of the next process').toBe(75);
  expect(server.requests.length - asked, 'requests of the next process').toBe(0);
  await delay((refusedAt ?? 0) + 3000 - performance.now());
  expect((await fetch()).exitCode, 'exit code of a process after the time told').toBe(0);
  return first.ms;
}

async function openServer(handler: Handler): Promise<Server> {
  const server = await startServer(handler);
  onTestFinished(() => server.close());
  return server;
}
