import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'vitest';
import { createRandom, pick } from '../../src/demo/random.ts';
import { page } from '../support/source.ts';
import { endsWithin } from './support/ends-within.ts';
import { type Running, startVault, temporaryFolder } from './support/process.ts';
import type { Program } from './support/program.ts';
import { keepsPromise, type Scale } from './support/promise.ts';
import { environmentFor, startScriptedApi } from './support/scripted-api.ts';
import { signalPoints } from './support/signal-points.ts';
import { findDamage, readRuns } from './support/vault-check.ts';

const seed = 18;
const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const;
type Signal = keyof typeof exitCodes;

keepsPromise({
  number: 18,
  title: 'SIGTERM and SIGINT at any point: out within 2 s with 143 or 130, what arrived is stored, nothing is left behind',
  async check(program, scale) {
    const times: number[] = [];
    for (const [index, point] of signalPoints.entries()) {
      const signals: readonly Signal[] = scale === 'full' ? ['SIGINT', 'SIGTERM'] : [index % 2 === 0 ? 'SIGINT' : 'SIGTERM'];
      for (const signal of signals) {
        const [cwd, what] = [temporaryFolder(), `${signal} ${point.name}`];
        const { exitCode, ms } = await tell(await point.reach(program, cwd), signal, { scale, what });
        expect(exitCode, what).toBe(exitCodes[signal]);
        // The run that another one was waited for goes on.
        if (point.status !== undefined) await expectTidy(program, cwd, what);
        expect(readRuns(join(cwd, 'vault.db')).at(-1)?.status, what).toBe(point.status ?? 'running');
        times.push(ms);
      }
    }
    const atPoints = `${times.length} signals at ${signalPoints.length} points`;
    const anywhere = await tellAtAnyMoment(program, scale, times);
    return `out after ${(Math.max(...times) / 1000).toFixed(1)} s at most: ${atPoints}, ${anywhere}`;
  },
  sabotages: [
    {
      title: 'a run that goes on in spite of a signal',
      patches: [{ file: 'src/youtube/run-source.ts', from: 'AbortSignal.any([signal, end.signal])', to: 'end.signal' }],
    },
    {
      title: 'a process that ends at once',
      patches: [
        { file: 'src/cli/main.ts', from: 'interruption.abort(', to: 'process.exit(new Interruption(name).exitCode); interruption.abort(' },
      ],
    },
    {
      title: 'a wait for another run that no signal ends',
      patches: [
        { file: 'src/cli/open-store.ts', from: 'vault.pollMs), interruption)', to: 'vault.pollMs), new AbortController().signal)' },
      ],
    },
    {
      title: 'output waited for without end',
      patches: [{ file: 'src/cli/main.ts', from: 'isOver = true;', to: '' }],
    },
  ],
});

/** Sends a signal, and gives how long the process took to end. */
async function tell(running: Running, signal: Signal, { scale, what }: { scale: Scale; what: string }) {
  running.child.kill(signal);
  const began = performance.now();
  const { exitCode, stderr } = await endsWithin(running, scale === 'full' ? 2000 : 10_000, what);
  expect(stderr, what).not.toMatch(/\n\s+at /);
  return { exitCode, ms: performance.now() - began };
}

/** One file and its lock, which is free; whole, and no run in it that did not end. */
async function expectTidy({ parts }: Program, cwd: string, what: string): Promise<void> {
  const vault = join(cwd, 'vault.db');
  expect(readdirSync(cwd).toSorted(), what).toEqual(['vault.db', 'vault.db.lock']);
  expect(findDamage(vault), what).toEqual([]);
  expect(
    readRuns(vault).filter(({ status }) => status === 'running'),
    what,
  ).toEqual([]);
  await (await parts.openSqliteStore(vault)).close();
}

/**
 * Half of the signals come after the last answer, when the run is stored and printed.
 *
 * Until the program has begun to listen for signals they end Node itself, and nothing has been begun; and again when it has done
 * everything and leaves. For a shell, that is 130 and 143 as well.
 */
async function tellAtAnyMoment(program: Program, scale: Scale, times: number[]): Promise<string> {
  const random = createRandom('signals', seed);
  const seen = { signals: 0, tooEarly: 0, tooLate: 0, partial: 0 };
  const wanted = scale === 'full' ? 200 : 6;
  const inTime = (): number => seen.signals - seen.tooEarly - seen.tooLate;
  // A machine that is busy may let the first ones all come when the run is over.
  for (let attempt = 1; attempt <= wanted || (inTime() === 0 && attempt <= 10 * wanted); attempt += 1) {
    const [cwd, signal] = [temporaryFolder(), pick<Signal>(random, ['SIGINT', 'SIGTERM'])];
    const running = await startAndReach(program, cwd, { afterLastAnswer: attempt % 2 === 0, ms: random() });
    const what = `${signal}, attempt ${attempt}, seed ${seed}`;
    const { exitCode, ms } = await tell(running, signal, { scale, what });
    expect([exitCodes[signal], 0, null], what).toContain(exitCode);
    seen.signals += 1;
    times.push(ms);
    if (exitCode === null && readdirSync(cwd).length === 0) {
      seen.tooEarly += 1;
      continue;
    }
    await expectTidy(program, cwd, what);
    if (exitCode !== exitCodes[signal]) seen.tooLate += 1;
    if (readRuns(join(cwd, 'vault.db')).at(-1)?.status === 'partial') seen.partial += 1;
  }
  expect(inTime(), 'signals that came in time').toBeGreaterThan(0);
  return `${seen.signals} at any moment (${seen.tooEarly} before it listened, ${seen.tooLate} when it had ended, ${seen.partial} partial runs)`;
}

/** Comes back at a moment of a run: `ms` is a share of 300 ms from the start, or of 15 ms from the last answer. */
async function startAndReach(
  program: Program,
  cwd: string,
  { afterLastAnswer, ms }: { afterLastAnswer: boolean; ms: number },
): Promise<Running> {
  let answered = (): void => {};
  const lastAnswer = new Promise<void>((resolve) => (answered = resolve));
  const { url } = await startScriptedApi(async ({ region, index }) => {
    await delay(25);
    if (index === 6) answered();
    return page(region, { size: 50 });
  });
  const running = startVault(program, ['fetch', '--json', '--max-results', '50'], { cwd, env: environmentFor(url) });
  if (afterLastAnswer) await Promise.race([lastAnswer, running.ended]);
  await delay(ms * (afterLastAnswer ? 15 : 300));
  return running;
}
