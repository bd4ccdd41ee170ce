import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { endsWithin } from './support/ends-within.ts';
import { fewAtATime } from './support/few-at-a-time.ts';
import { startFullBacklog } from './support/full-backlog.ts';
import { startVault, temporaryFolder } from './support/process.ts';
import type { Program } from './support/program.ts';
import { keepsPromise, type Scale } from './support/promise.ts';
import { environmentFor, startScriptedApi, usualRegions } from './support/scripted-api.ts';
import { serverFaults } from './support/server-faults.ts';
import { readStoredCharts } from './support/stored-charts.ts';
import { startDeafServer, startToxicProxy, type Toxic } from './support/toxic-proxy.ts';
import { findDamage, readRuns } from './support/vault-check.ts';

/** A server that does not do as it should, to all regions or to all but the first. */
interface Fault {
  readonly name: string;
  readonly url: string;
  readonly firstAnswered: boolean;
}

/** A run against it. */
interface Trial {
  readonly fault: Fault;
  readonly timeout: string;
}

const deadlineMs = 2000;

const toxics: Readonly<Record<string, Toxic>> = {
  'a latency of a minute': { kind: 'latency', ms: 60_000 },
  'a trickle of a byte each 200 ms': { kind: 'trickle', everyMs: 200 },
  'a reset at once': { kind: 'reset', afterBytes: 0 },
  'a reset in the body': { kind: 'reset', afterBytes: 400 },
  'a cut at once': { kind: 'cut', afterBytes: 0 },
  'a cut in the body': { kind: 'cut', afterBytes: 400 },
  silence: { kind: 'silence', afterBytes: 0 },
  'silence in the body': { kind: 'silence', afterBytes: 400 },
};

const inSample = new Set([
  'API: silence after the headers',
  'API: a byte of the body each 200 ms',
  'API: 429 without end',
  'proxy: a trickle of a byte each 200 ms',
  'proxy: silence in the body',
  'a TLS handshake without an answer',
]);

const [firstRegion] = usualRegions;

async function startFaults(): Promise<Fault[]> {
  const api = Object.entries(serverFaults).map(async ([name, fault]) => {
    const { url } = await startScriptedApi(({ region }) => (region === firstRegion ? undefined : fault));
    return { name: `API: ${name}`, url, firstAnswered: true };
  });
  const server = await startScriptedApi(() => undefined);
  const proxied = Object.entries(toxics).map(async ([name, toxic]) => {
    const url = await startToxicProxy(server.url, (request) => (request.includes(`regionCode=${firstRegion}&`) ? undefined : toxic));
    return { name: `proxy: ${name}`, url, firstAnswered: true };
  });
  const deaf = await startDeafServer();
  const nobodyAnswered: Fault[] = [
    { name: 'a server that never reads', url: deaf, firstAnswered: false },
    { name: 'a TLS handshake without an answer', url: deaf.replace('http:', 'https:'), firstAnswered: false },
    { name: 'a connection that is never made', url: await startFullBacklog(), firstAnswered: false },
  ];
  return [...(await Promise.all([...api, ...proxied])), ...nobodyAnswered];
}

/** Time-outs that come before the deadline, and some that would come long after it. */
function planTrials(faults: readonly Fault[], scale: Scale): Trial[] {
  if (scale === 'full') return ['1s', '10m'].flatMap((timeout) => faults.map((fault) => ({ fault, timeout })));
  return faults.filter(({ name }) => inSample.has(name)).map((fault) => ({ fault, timeout: '10m' }));
}

/** Plays a run and gives how long after its deadline it ended, in ms. */
async function playTrial(program: Program, { fault, timeout }: Trial, scale: Scale): Promise<number> {
  const { name, url, firstAnswered } = fault;
  const cwd = temporaryFolder();
  const args = ['fetch', '--deadline', `${deadlineMs}ms`, '--timeout', timeout];
  const running = startVault(program, args, { cwd, env: environmentFor(url) });
  const what = `${name}, --timeout ${timeout} --deadline ${deadlineMs}ms`;
  const { exitCode, ms, stderr } = await endsWithin(running, deadlineMs + (scale === 'full' ? 2000 : 10_000), what);
  expect(exitCode, `${what}: ${stderr}`).toBe(firstAnswered ? 3 : 69);
  const vault = join(cwd, 'vault.db');
  expect(readdirSync(cwd).toSorted(), what).toEqual(['vault.db', 'vault.db.lock']);
  expect(findDamage(vault), what).toEqual([]);
  expect(readRuns(vault), what).toEqual([{ run: 1, status: firstAnswered ? 'partial' : 'failed' }]);
  const stored = readStoredCharts(vault).filter(({ status }) => status !== 'failed');
  expect(
    stored.map(({ region }) => region),
    what,
  ).toEqual(firstAnswered ? [firstRegion] : []);
  return ms - deadlineMs;
}

keepsPromise({
  number: 5,
  title: 'A run ends within its deadline + 2 s, whatever the server does',
  async check(program, scale) {
    const faults = await startFaults();
    const trials = planTrials(faults, scale);
    expect(trials.length).toBeGreaterThanOrEqual(inSample.size);
    // Each waits for most of its time.
    const late = await fewAtATime(scale === 'full' ? 5 : 6, trials, (trial) => playTrial(program, trial, scale));
    const kinds = new Set(trials.map(({ fault }) => fault.name)).size;
    return `${(Math.max(...late) / 1000).toFixed(1)} s after the deadline at the latest, in ${late.length} runs against ${kinds} kinds of fault`;
  },
  sabotages: [
    {
      title: 'a deadline that ends no request',
      patches: [{ file: 'src/youtube/run-source.ts', from: 'AbortSignal.any([signal, end.signal])', to: 'signal' }],
    },
    {
      title: "a signal that ends with the headers, and undici's time-out for the body",
      patches: [
        { file: 'src/youtube/dispatcher.ts', from: 'bodyTimeout: 0', to: 'bodyTimeout: 1000' },
        {
          file: 'src/youtube/wire.ts',
          from: "method: 'GET', headers, signal }",
          to: "method: 'GET', headers }",
        },
      ],
    },
    {
      title: 'a signal that is not looked at while a connection is made',
      patches: [
        {
          file: 'src/youtube/wire.ts',
          from: "await unlessAborted(dispatcher.request({ ...target(url), method: 'GET', headers, signal }), signal)",
          to: "await dispatcher.request({ ...target(url), method: 'GET', headers, signal })",
        },
      ],
    },
    {
      title: 'connections that go on being made when the run is over',
      patches: [{ file: 'src/youtube/dispatcher.ts', from: 'signal: end.signal }', to: '}' }],
    },
  ],
});
