import { expect } from 'vitest';
import { createRandom, pick, type Random } from '../../src/demo/random.ts';
import { type Answer, startServer } from '../../src/demo/server.ts';
import { queryFile } from '../sqlite/temporary-vault.ts';
import { apiFailures } from '../support/api-failures.ts';
import { page } from '../support/source.ts';
import { createDrivenClock } from './support/driven-clock.ts';
import { openDrivenVault } from './support/driven-vault.ts';
import { failingAnswers } from './support/failing-answers.ts';
import type { Program } from './support/program.ts';
import { keepsPromise } from './support/promise.ts';

keepsPromise({
  number: 4,
  title: 'A server that always fails: 3 attempts a page, planned + budget requests; key, project and quota errors: no retry',
  async check(program, scale) {
    const isFull = scale === 'full';
    const always = await checkAlwaysFailing(program, isFull ? { each: 1, mixtures: 100 } : { each: 3, mixtures: 2 });
    const flaky = await checkFlaky(program);
    const refusing = await checkRefusing(program, isFull ? 1 : 3);
    const bounds = `at most ${always.attempts} attempts a page, ${always.requests} requests beyond planned + budget in ${always.runs} runs`;
    return `${bounds}, ${flaky.retries} retries of ${flaky.budget} where two of three attempts fail; ${refusing.retries} retries in ${refusing.runs} refusals`;
  },
  sabotages: [
    {
      title: 'as many attempts as the budget allows',
      patches: [{ file: 'src/youtube/retry-policy.ts', from: 'const maxAttempts = 3;', to: 'const maxAttempts = Infinity;' }],
    },
    {
      title: 'retries without a budget',
      patches: [{ file: 'src/youtube/client.ts', from: "if (decision.action === 'retry') budget -= 1;", to: '' }],
    },
    {
      title: 'a refused key tried again',
      patches: [{ file: 'src/youtube/api-error.ts', from: "kind: 'key-refused', code", to: "kind: 'transient', code" }],
    },
    {
      title: "a spent day's quota taken for too fast",
      patches: [{ file: 'src/youtube/api-error.ts', from: 'if (isQuotaSpent(facts))', to: 'if (false)' }],
    },
  ],
});

const regions = ['US', 'GB', 'PL', 'NL'];
const ways = Object.keys(failingAnswers(createDrivenClock()));

/** Each way to fail, from the first page on and from the second; and servers that fail each time in another way. */
async function checkAlwaysFailing(
  program: Program,
  { each, mixtures }: { each: number; mixtures: number },
): Promise<{ runs: number; attempts: number; requests: number }> {
  const scripts = [
    ...every(each, ways).map((way) => ({ name: way, choose: () => way })),
    ...Array.from({ length: mixtures }, (_, seed) => ({
      name: `a mixture, seed ${seed}`,
      choose: chooseWay(createRandom('failing', seed)),
    })),
  ];
  const all = { runs: 0, attempts: 0, requests: -Infinity };
  for (const { name, choose } of scripts) {
    for (const good of [0, 1]) {
      const what = `${name}, after ${good} pages`;
      const script: Script = ({ pageToken, region, fail }) =>
        good === 1 && pageToken === undefined ? page(region, { size: 50, next: 'second' }) : fail(choose());
      const seen = await play(program, { script, maxResults: 50 * (good + 1) });
      const most = 3 * regions.length * (good + 1);
      expect(seen.exitCode, `${what}: exit code`).toBe(good === 0 ? 69 : 3);
      expect(seen.attempts, `${what}: attempts for one page`).toBeLessThanOrEqual(3);
      expect(seen.requests, `${what}: requests`).toBeLessThanOrEqual(most);
      all.runs += 1;
      all.attempts = Math.max(all.attempts, seen.attempts);
      all.requests = Math.max(all.requests, seen.requests - most);
    }
  }
  return { ...all, requests: Math.max(0, all.requests) };
}

function chooseWay(random: Random): () => string {
  return () => pick(random, ways);
}

/** Pages twice as many as planned, each of which comes at the third attempt alone: only the budget ends that. */
async function checkFlaky(program: Program): Promise<{ retries: number; budget: number }> {
  const budget = 2 * regions.length;
  const script: Script = ({ attempt, pageToken = '', region, fail }) =>
    attempt < 3 ? fail('server error (500)') : page(region, { from: pageToken.length, size: 1, next: `${pageToken}+` });
  const { retries } = await play(program, { script, maxResults: 50 });
  expect(retries, 'retries of a server that fails two times of three').toBeLessThanOrEqual(budget);
  return { retries, budget };
}

/** Every error of the key, its project or its quota, with which no further request can succeed. */
async function checkRefusing(program: Program, each: number): Promise<{ runs: number; retries: number }> {
  const all = { runs: 0, retries: 0 };
  const refusals = apiFailures.filter(([kind]) => kind === 'key-refused' || kind === 'quota-spent');
  for (const [kind, status, body] of every(each, refusals)) {
    const what = `${kind}: ${status} ${JSON.stringify(body)}`;
    const seen = await play(program, { script: () => ({ status, body }), maxResults: 50 });
    expect(seen.exitCode, `${what}: exit code`).toBe(kind === 'key-refused' ? 77 : 75);
    expect(seen.retries, `${what}: retries`).toBe(0);
    expect(seen.requests, `${what}: requests, those on their way included`).toBeLessThanOrEqual(3);
    all.runs += 1;
    all.retries += seen.retries;
  }
  return all;
}

/** All of them, or every so many. */
function every<Item>(each: number, items: readonly Item[]): Item[] {
  return items.filter((_, index) => index % each === 0);
}

type Script = (request: { region: string; pageToken: string | undefined; attempt: number; fail: (way: string) => Answer }) => Answer;

interface Seen {
  readonly exitCode: number;
  /** Those that the vault wrote down, which the server need not have seen. */
  readonly requests: number;
  readonly retries: number;
  /** The most for one page. */
  readonly attempts: number;
}

/** One `vault fetch` into a vault of its own. */
async function play(program: Program, { script, maxResults }: { script: Script; maxResults: number }): Promise<Seen> {
  const clock = createDrivenClock();
  const failing = failingAnswers(clock);
  const attempts = new Map<string, number>();
  const server = await startServer(async ({ index, region, pageToken }) => {
    const name = `${region} ${pageToken}`;
    const attempt = (attempts.get(name) ?? 0) + 1;
    attempts.set(name, attempt);
    await clock.hold(100 + 31 * index);
    return script({ region, pageToken, attempt, fail: (way) => failing[way] ?? { status: 500 } });
  });
  const vault = openDrivenVault(program, { clock, apiUrl: server.url, env: { VAULT_REGIONS: regions.join() } });
  const { exitCode } = await vault.run('fetch', '--max-results', String(maxResults));
  await server.close();
  const [ledger] = queryFile(vault.path, 'SELECT total(units) AS units FROM quota');
  const requests = Number(ledger?.['units']);
  expect(server.requests.length, 'requests that the server saw').toBeLessThanOrEqual(requests);
  return { exitCode, requests, retries: requests - attempts.size, attempts: Math.max(...attempts.values()) };
}
