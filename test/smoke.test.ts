import { type ChildProcess, execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { version } from '../package.json';
import { type Handler, startServer } from '../src/demo/server.ts';
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

/** A real process, in a folder of its own unless one is given. */
function execute(
  command: string,
  args: readonly string[],
  env: Record<string, string>,
  { cwd = emptyFolder(), started }: { cwd?: string; started?: (child: ChildProcess) => void } = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(command, args, { cwd, env: { PATH: process.env['PATH'], ...env } }, (_, stdout, stderr) => {
      resolve({ exitCode: child.exitCode ?? -1, stdout, stderr });
    });
    child.stdin?.end();
    started?.(child);
  });
}

async function startApi(handler: Handler = ({ region }) => page(region)): Promise<Record<string, string>> {
  const server = await startServer(handler);
  onTestFinished(() => server.close());
  return { VAULT_API_URL: server.url, YOUTUBE_API_KEY: 'smoke-test-key' };
}

describe('bin/vault.js, as built', () => {
  test('tells its version', async () => {
    expect(await execute(process.execPath, [bin, '--version'], {})).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('fetches into a folder whose name has a space and a letter of its own, and leaves one file and its lock', async () => {
    const folder = emptyFolder();
    const { exitCode, stdout } = await execute(process.execPath, [bin, 'fetch', '--json'], await startApi(), { cwd: folder });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ status: 'complete', videos: { fetched: 21 }, database: join(folder, 'vault.db') });
    expect(readdirSync(folder).toSorted()).toEqual(['vault.db', 'vault.db.lock']);
  });

  test('fetches through a proxy', async () => {
    const tunnels: string[] = [];
    const proxy = http.createServer().on('connect', ({ url = '' }, client: Socket, head: Buffer) => {
      tunnels.push(url);
      const upstream = connect(Number(url.split(':')[1]), '127.0.0.1', () => {
        client.write('HTTP/1.1 200 OK\r\n\r\n');
        upstream.write(head);
        upstream.pipe(client).pipe(upstream);
      });
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void proxy.close());
    const api = await startApi();
    const env = { ...api, HTTP_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` };
    const { exitCode, stdout } = await execute(process.execPath, [bin, 'fetch', '--json', '--regions', 'PL'], env);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ status: 'complete', videos: { fetched: 3 } });
    expect(tunnels).toEqual([new URL(api['VAULT_API_URL'] ?? '').host]);
  });

  test('says so where its working directory is gone', async () => {
    const line = `mkdir gone; cd gone; rmdir ../gone; '${process.execPath}' '${bin}' stats`;
    expect(await execute('/bin/sh', ['-c', line], {})).toEqual({
      exitCode: 78,
      stdout: '',
      stderr: 'vault: the working directory is gone; change to another\n',
    });
  });

  test('ends a wrong call with one sentence and exit 64', async () => {
    const { exitCode, stdout, stderr } = await execute(process.execPath, [bin, 'fetch', '--max-results', 'all'], {});
    expect([exitCode, stdout]).toEqual([64, '']);
    expect(stderr).toBe('vault: --max-results "all": expected a whole number from 1 to 200\n');
  });

  test('that is told to end stores what arrived, and says so in its exit code', async () => {
    const folder = emptyFolder();
    const env = await startApi(({ region }) => (region === 'US' ? page('US') : { raw: () => void child?.kill('SIGTERM') }));
    let child: ChildProcess | undefined;
    const ended = execute(process.execPath, [bin, 'fetch', '--json', '--concurrency', '1'], env, {
      cwd: folder,
      started: (one) => (child = one),
    });
    const { exitCode, stdout } = await ended;
    expect(exitCode).toBe(143);
    expect(JSON.parse(stdout)).toMatchObject({ status: 'partial', videos: { fetched: 3 } });
    expect(readdirSync(folder).toSorted()).toEqual(['vault.db', 'vault.db.lock']);
  });

  test.skipIf(!existsSync('/dev/full'))('loses no run because its log or its results find no room', async () => {
    const folder = emptyFolder();
    const env = await startApi();
    const shell = (line: string) => execute('/bin/sh', ['-c', `'${process.execPath}' '${bin}' ${line}`], env, { cwd: folder });
    expect((await shell('fetch 2>/dev/full')).exitCode).toBe(0);
    expect(await shell('fetch --log-level silent >/dev/full')).toMatchObject({
      exitCode: 74,
      stderr: expect.stringMatching(/^vault: the results could not be written \(ENOSPC\); .*\n$/),
    });
    const { stdout } = await shell('runs --json');
    expect(JSON.parse(stdout).map(({ status }: { status: string }) => status)).toEqual(['complete', 'complete']);
  });

  test.skipIf(process.platform === 'win32')('is not troubled by a reader that leaves early', async () => {
    const env = await startApi();
    const { exitCode, stderr } = await execute(
      '/bin/bash',
      ['--norc', '-c', `set -o pipefail; '${process.execPath}' '${bin}' fetch --help | head -c 1; exit $?`],
      env,
    );
    expect([exitCode, stderr]).toEqual([0, '']);
  });

  test.skipIf(process.platform !== 'linux')("writes a report and gives it to the system's opener", async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'xdg-open'), '#!/bin/sh\necho "$1" > opened\n', { mode: 0o755 });
    const { exitCode, stderr } = await execute(process.execPath, [bin, 'report', '--open'], { PATH: folder }, { cwd: folder });
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(readFileSync(join(folder, 'opened'), 'utf8')).toBe(`${join(folder, 'report.html')}\n`);
  });

  test.skipIf(process.platform !== 'linux').each([
    ['cannot', 'exit 3', 'xdg-open ended with 3'],
    ['is not there', undefined, 'spawn xdg-open ENOENT'],
  ])('says that its report is not open where the opener %s', async (_, script, reason) => {
    const folder = emptyFolder();
    if (script) writeFileSync(join(folder, 'xdg-open'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    const { exitCode, stderr } = await execute(process.execPath, [bin, 'report', '--open'], { PATH: folder }, { cwd: folder });
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining(`no browser could be opened (${reason}); open ${folder}`)]);
    expect(existsSync(join(folder, 'report.html'))).toBe(true);
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
