import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { type ReceivedRequest, startServer } from '../../src/demo/server.ts';
import { page } from '../support/source.ts';
import { findKey } from './support/find-key.ts';
import { key, type KeyScenario, keyScenarios } from './support/key-scenarios.ts';
import { type Ended, runVault, startVault, temporaryFolder } from './support/process.ts';
import type { Program } from './support/program.ts';
import { keepsPromise } from './support/promise.ts';

/** What a scenario brought into the open, by the place in which it could be found. */
type Places = Readonly<Record<string, Buffer | string>>;

keepsPromise({
  number: 15,
  title: 'The key appears nowhere: output, errors, logs, database, URLs, process list',
  async check(program, scale) {
    const scenarios = scale === 'full' ? keyScenarios : keyScenarios.filter((_, index) => index % 4 === 3);
    let [places, filtered] = [0, 0];
    for (const scenario of scenarios) {
      const found = await play(program, scenario);
      for (const [place, bytes] of Object.entries(found)) {
        expect({ scenario: scenario.title, place, forms: findKey(bytes, key) }).toEqual({ scenario: scenario.title, place, forms: [] });
      }
      places += Object.keys(found).length;
      filtered += Object.values(found).filter((bytes) => bytes.includes('[key]')).length;
    }
    return `0 occurrences in ${places} places of ${scenarios.length} scenarios, in ${filtered} of which stands [key]`;
  },
  sabotages: [
    {
      title: 'the filter of stderr removed',
      patches: [{ file: 'src/cli/main.ts', from: 'filterOutput(process.stderr, redact);', to: '' }],
    },
    {
      title: 'answers taken as they are',
      patches: [{ file: 'src/youtube/keyed-exchange.ts', from: 'text: () => redact(answer.text())', to: 'text: answer.text' }],
    },
    {
      title: 'base64 forgotten',
      patches: [{ file: 'src/core/redact.ts', from: '.concat(base64Forms(key).map(literal))', to: '' }],
    },
  ],
});

async function play(
  program: Program,
  { args = ['fetch', '--regions', 'PL'], env = {}, envFile, answer, exitCode }: KeyScenario,
): Promise<Places> {
  const cwd = temporaryFolder();
  if (envFile !== undefined) writeFileSync(join(cwd, '.env'), envFile, { mode: 0o600 });
  let processList = '';
  let pid = 0;
  const server = await startServer((request) => {
    processList ||= readFileSync(`/proc/${pid}/cmdline`, 'latin1');
    return answer?.(request) ?? page(request.region);
  });
  onTestFinished(() => server.close());
  const base = { VAULT_API_URL: server.url, VAULT_TIMEOUT: '1s', ...env };
  const running = startVault(program, args, { cwd, env: envFile === undefined ? { YOUTUBE_API_KEY: key, ...base } : base });
  pid = running.child.pid ?? 0;
  const fetched = await running.ended;
  if (exitCode !== undefined) expect(fetched.exitCode).toBe(exitCode);
  const stats = await runVault(program, ['stats', '--json'], { cwd });
  return {
    ...outputOf('fetch', fetched),
    ...outputOf('stats', stats),
    ...filesOf(cwd),
    // A scenario that gives the key to the command line itself has put it there; the program does not.
    'process list': args.some((arg) => arg.includes(key)) ? '' : processList,
    requests: server.requests.map(withoutKeyHeader).join('\n'),
  };
}

function outputOf(command: string, { stdout, stderr }: Ended): Places {
  return { [`${command} on stdout`]: stdout, [`${command} on stderr`]: stderr };
}

function filesOf(folder: string): Places {
  const names = readdirSync(folder).filter((name) => name !== '.env' && statSync(join(folder, name)).isFile());
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))]));
}

function withoutKeyHeader({ path, query, headers }: ReceivedRequest): string {
  const { 'x-goog-api-key': _, ...others } = headers;
  return `${path}?${query.toString()} ${JSON.stringify(others)}`;
}
