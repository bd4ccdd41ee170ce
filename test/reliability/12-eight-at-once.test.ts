import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'vitest';
import { deferred } from '../support/together.ts';
import { type ChartApi, keyOf, startChartApi } from './support/chart-api.ts';
import { runInProcess } from './support/in-process.ts';
import { type Ended, runVault, startVault, temporaryFolder } from './support/process.ts';
import type { Program } from './support/program.ts';
import { keepsPromise } from './support/promise.ts';
import { findDamage, readRuns } from './support/vault-check.ts';

const regions = ['US', 'GB', 'PL'];
const keys = Array.from({ length: 8 }, (_, index) => `AIza-${index + 1}`);

/** Beyond any limit for giving up: who is slow is to be found slow, and not to run because the first one ended. */
const patienceMs = 8000;

keepsPromise({
  number: 12,
  title: 'Eight at once: one runs, seven exit 75 within 1 s without a request, and stats and runs never fail',
  async check(program, scale) {
    const [rounds, limitMs] = scale === 'full' ? [20, 1000] : [2, 5000];
    const vault = join(temporaryFolder(), 'vault.db');
    const losers: Runner[] = [];
    const looks: Look[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const seen = await race(program, vault);
      judge(seen, { limitMs, what: `in round ${round}` });
      losers.push(...seen.losers);
      looks.push(...seen.looks);
    }
    expect(findDamage(vault)).toEqual([]);
    const runs = readRuns(vault).filter(({ status }) => status === 'complete').length;
    expect(runs, 'runs that are kept').toBe(rounds);
    const requests = losers.reduce((sum, { requests }) => sum + requests, 0);
    const slowest = `the slowest after ${Math.round(Math.max(...losers.map(({ ms }) => ms)))} ms`;
    const failed = looks.filter(({ exitCode }) => exitCode !== 0).length;
    return `${rounds} rounds: ${runs} runs stored, ${losers.length} refused with ${requests} requests, ${slowest}; ${failed} of ${looks.length} looks failed`;
  },
  sabotages: [
    {
      title: 'the lock left out',
      patches: [{ file: 'src/sqlite/lock.ts', from: 'beginExclusive(db, vault);', to: '' }],
    },
    {
      title: 'a lock that is waited for',
      patches: [{ file: 'src/sqlite/lock.ts', from: 'settleMs = 100;', to: 'settleMs = 5000;' }],
    },
  ],
});

interface Runner extends Pick<Ended, 'exitCode' | 'stderr' | 'ms'> {
  readonly requests: number;
}

interface Race {
  /** Those that asked the API or succeeded. */
  readonly winners: readonly Runner[];
  readonly losers: readonly Runner[];
  /** `stats` and `runs`, from the start of the first until the end of the last. */
  readonly looks: readonly Look[];
}

type Look = Pick<Ended, 'exitCode' | 'stderr'>;

function judge({ winners, losers, looks }: Race, { limitMs, what }: { limitMs: number; what: string }): void {
  expect(winners.map(describeEnd), `those that ran ${what}`).toEqual([`exit 0, ${regions.length} requests`]);
  const refused = Array.from({ length: keys.length - 1 }, () => 'exit 75, 0 requests');
  expect(losers.map(describeEnd), `those that did not run ${what}`).toEqual(refused);
  expect(Math.max(...losers.map(({ ms }) => ms)), `ms until the slowest was refused ${what}`).toBeLessThanOrEqual(limitMs);
  const failures = looks.filter(({ exitCode }) => exitCode !== 0).map(({ stderr }) => stderr);
  expect(failures, `looks that failed ${what}`).toEqual([]);
}

/** Starts all at once. The API answers nobody before seven have given up, or have had more than enough time for it. */
async function race(program: Program, vault: string): Promise<Race> {
  const mayAnswer = deferred();
  const api = await startChartApi({ regions, videos: 10, beforeAnswer: () => mayAnswer.promise });
  const cwd = dirname(vault);
  const ended = keys.map((key) => startVault(program, ['fetch', '--json', '--db', vault], { cwd, env: api.env(key) }).ended);
  const looking = lookUntil(Promise.all(ended), program, api, vault);
  await Promise.race([settled(ended, keys.length - 1), delay(patienceMs, undefined, { ref: false })]);
  // Not earlier: they would keep the eight waiting for a core.
  const look = (command: string): Promise<Ended> => runVault(program, [command, '--json', '--db', vault], { cwd, env: api.env() });
  const looks = await Promise.all(['stats', 'runs'].map(look));
  mayAnswer.resolve();
  const runners = (await Promise.all(ended)).map(({ exitCode, stderr, ms }, index): Runner => {
    return { exitCode, stderr, ms, requests: api.server.requests.filter((request) => keyOf(request) === keys[index]).length };
  });
  const hasRun = ({ exitCode, requests }: Runner): boolean => exitCode === 0 || requests > 0;
  return {
    winners: runners.filter(hasRun),
    losers: runners.filter((runner) => !hasRun(runner)),
    looks: [...looks, ...(await looking)],
  };
}

/** Asks for statistics and for runs again and again, in this process, which costs the others least. */
async function lookUntil(end: Promise<unknown>, program: Program, api: ChartApi, vault: string): Promise<Look[]> {
  const looks: Look[] = [];
  const over = end.then(() => true);
  do {
    for (const command of ['stats', 'runs']) {
      looks.push(await runInProcess(program, [command, '--json', '--db', vault], { cwd: dirname(vault), env: api.env() }));
    }
  } while (!(await Promise.race([over, delay(200, false)])));
  return looks;
}

/** Resolves when so many of them have. */
function settled(promises: readonly Promise<unknown>[], count: number): Promise<void> {
  return new Promise((resolve) => {
    let left = count;
    const countDown = (): void => {
      left -= 1;
      if (left === 0) resolve();
    };
    for (const promise of promises) void promise.then(countDown);
  });
}

function describeEnd({ exitCode, requests, stderr }: Runner): string {
  return `exit ${exitCode}, ${requests} requests${exitCode === 70 ? `: ${stderr}` : ''}`;
}
