import { execFileSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import type { Answer, ReceivedRequest } from '../../../src/demo/server.ts';
import { apiError, page } from '../../support/source.ts';
import { type Running, startVault, temporaryFolder } from './process.ts';
import type { Program } from './program.ts';
import { environmentFor, startScriptedApi } from './scripted-api.ts';
import { readRuns } from './vault-check.ts';

/** A moment in the life of a process. */
export interface SignalPoint {
  readonly name: string;
  /** How its run ends; `undefined` for a process that makes none of its own. */
  readonly status: 'complete' | 'partial' | 'failed' | undefined;
  /** Starts the process in a folder and comes back with it at that moment. */
  readonly reach: (program: Program, cwd: string) => Promise<Running>;
}

const hangs: Answer = { raw: () => {} };

/** The fourth request comes when the first has been answered. */
export const signalPoints: readonly SignalPoint[] = [
  { name: 'before any answer', status: 'failed', reach: atRequest(() => hangs, { index: 0 }) },
  {
    name: 'while some regions are unanswered',
    status: 'partial',
    reach: atRequest(({ index }) => (index > 0 ? hangs : undefined), { index: 3 }),
  },
  {
    name: 'in a back-off',
    status: 'partial',
    reach: atWait(({ region }) => (region === 'AT' ? apiError(503, 'backendError') : undefined)),
  },
  {
    name: 'in a pause of all regions',
    status: 'partial',
    reach: atWait(({ region }) => (region === 'AT' ? apiError(429, 'rateLimitExceeded', { 'retry-after': '60' }) : undefined)),
  },
  {
    name: 'between two pages',
    status: 'partial',
    reach: atRequest(({ region, pageToken }) => (pageToken ? hangs : page(region, { size: 50, next: 'second' })), { pageToken: 'second' }),
  },
  { name: 'waiting for another run', status: undefined, reach: waitingForAnother },
  { name: 'printing for nobody', status: 'complete', reach: printingForNobody },
];

type Script = (request: ReceivedRequest) => Answer | undefined;

/** The moment at which the API gets such a request. */
function atRequest(script: Script, wanted: Partial<Pick<ReceivedRequest, 'index' | 'pageToken'>>): SignalPoint['reach'] {
  return async (program, cwd) => {
    let arrived = (): void => {};
    const isThere = new Promise<void>((resolve) => (arrived = resolve));
    const { url } = await startScriptedApi((request) => {
      if (Object.entries(wanted).every(([name, value]) => request[name as keyof ReceivedRequest] === value)) arrived();
      return script(request);
    });
    const running = startVault(program, ['fetch', '--max-results', '100', '--json'], { cwd, env: environmentFor(url) });
    await Promise.race([isThere, running.ended]);
    return running;
  };
}

/** The moment at which a run says that it waits. */
function atWait(script: Script): SignalPoint['reach'] {
  return async (program, cwd) => {
    const { url } = await startScriptedApi(script);
    return untilItSays('"waiting"', startVault(program, ['fetch', '--json'], { cwd, env: environmentFor(url) }));
  };
}

/** The other run goes on all the time, on the same vault. */
async function waitingForAnother(program: Program, cwd: string): Promise<Running> {
  await atRequest(() => hangs, { index: 0 })(program, cwd);
  return untilItSays('waiting: ', startVault(program, ['fetch', '--wait', '1d'], { cwd, env: environmentFor('http://127.0.0.1:9') }));
}

/** A named pipe that is open and never read: the summary of so many charts is more than it takes. */
async function printingForNobody(program: Program, cwd: string): Promise<Running> {
  const pipe = join(temporaryFolder(), 'pipe');
  execFileSync('mkfifo', [pipe]);
  const reader = openSync(pipe, 'r+');
  onTestFinished(() => closeSync(reader));
  const { url } = await startScriptedApi(({ region }) => page(region, { size: 1 }));
  const running = startVault(program, ['fetch', '--regions', 'all', '--categories', '0,10,20', '--json', '--concurrency', '50'], {
    cwd,
    env: environmentFor(url),
    under: ['/bin/sh', '-c', `exec "$@" > '${pipe}'`, 'sh'],
  });
  const isStored = (): boolean => readRuns(join(cwd, 'vault.db')).some(({ status }) => status !== 'running');
  await untilItSays('"chart fetched"', running);
  while (running.child.exitCode === null && !isStored()) await delay(20);
  await delay(200);
  return running;
}

async function untilItSays(words: string, running: Running): Promise<Running> {
  const said = new Promise<void>((resolve) => {
    let text = '';
    running.child.stderr?.on('data', (data: Buffer) => {
      text += String(data);
      if (text.includes(words)) resolve();
    });
  });
  await Promise.race([said, running.ended]);
  return running;
}
