import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { version } from '../package.json';
import { startServer } from '../src/demo/server.ts';
import { page } from './support/source.ts';

const bin = fileURLToPath(new URL('../bin/vault.js', import.meta.url));

interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vault smoke ł-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A real process in a folder of its own. */
function execute(command: string, args: readonly string[], env: Record<string, string>, cwd = emptyFolder()): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(command, args, { cwd, env: { PATH: process.env['PATH'], ...env } }, (_, stdout, stderr) => {
      resolve({ exitCode: child.exitCode ?? -1, stdout, stderr });
    });
    child.stdin?.end();
  });
}

async function startApi(): Promise<Record<string, string>> {
  const server = await startServer(({ region }) => page(region));
  onTestFinished(() => server.close());
  return { VAULT_API_URL: server.url, YOUTUBE_API_KEY: 'smoke-test-key' };
}

describe('bin/vault.js, as built', () => {
  test('tells its version', async () => {
    expect(await execute(process.execPath, [bin, '--version'], {})).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('fetches into a folder whose name has a space and a letter of its own, and leaves one file and its lock', async () => {
    const folder = emptyFolder();
    const { exitCode, stdout } = await execute(process.execPath, [bin, 'fetch', '--json'], await startApi(), folder);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ status: 'complete', videos: { fetched: 21 }, database: join(folder, 'vault.db') });
    expect(readdirSync(folder).toSorted()).toEqual(['vault.db', 'vault.db.lock']);
  });

  test('ends a wrong call with one sentence and exit 64', async () => {
    const { exitCode, stdout, stderr } = await execute(process.execPath, [bin, 'fetch', '--max-results', 'all'], {});
    expect([exitCode, stdout]).toEqual([64, '']);
    expect(stderr).toBe('vault: --max-results "all": expected a whole number from 1 to 200\n');
  });

  // util-linux's script gives the process a terminal. What only a terminal loads is in the bundle too.
  test.skipIf(process.platform !== 'linux' || !existsSync('/usr/bin/script'))('draws and logs on a terminal', async () => {
    const line = `'${process.execPath}' '${bin}' fetch --log-level debug`;
    const { exitCode, stdout } = await execute('/usr/bin/script', ['-qec', line, '/dev/null'], { ...(await startApi()), TERM: 'xterm' });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/US .*stored, 3 videos/);
    expect(stdout).toMatch(/DEBUG.*page read/);
    expect(stdout).toContain('Run 1');
  });
});
