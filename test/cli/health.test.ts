import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Interruption, systemClock } from '../../src/cli/edges.ts';
import type { RunSummary } from '../../src/core/summary.ts';
import type { Handler } from '../../src/demo/server.ts';
import { noon, openShellWithApi, type Shell } from '../support/cli.ts';
import { createEagerClock } from '../support/test-clock.ts';
import { apiError, page } from '../support/source.ts';

const rid = (run: number): string => `rid=00000000-0000-4000-8000-${String(run).padStart(12, '0')}`;
const everyRegion: Handler = ({ region }) => page(region);

interface Ping {
  readonly line: string;
  readonly body: string;
}

/** A receiver of pings, which answers all of them so, or none where the status is 0. */
async function openReceiver(status = 200): Promise<{ url: string; pings: Ping[] }> {
  const pings: Ping[] = [];
  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    pings.push({ line: `${request.method} ${request.url}`, body: await text(request) });
    if (status !== 0) response.writeHead(status).end('OK');
  };
  const server = createServer((request, response) => void receive(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/ping/check-of-mine`, pings };
}

async function openWithPings(api: Handler, status?: number): Promise<Shell & { pings: Ping[]; url: string }> {
  const receiver = await openReceiver(status);
  const shell = await openShellWithApi(api);
  shell.env['VAULT_PING_URL'] = receiver.url;
  // An eager clock would let the time for pings pass at once: only where none is to be answered.
  const clock = status === undefined ? { clock: systemClock } : {};
  return { ...shell, ...receiver, vault: (line) => shell.vault(line, clock) };
}

describe('VAULT_PING_URL', () => {
  test('is told of the start and of the end of each run, with its number and its summary', async () => {
    const { vault, pings } = await openWithPings(everyRegion);
    await vault('fetch --regions PL --quiet');
    await vault('fetch --regions NL --quiet');
    const way = (run: number, path: string): string => `POST /ping/check-of-mine${path}?${rid(run)}`;
    expect(pings.map(({ line }) => line)).toEqual([way(1, '/start'), way(1, ''), way(2, '/start'), way(2, '')]);
    expect(JSON.parse(pings[3]?.body ?? '') as RunSummary).toMatchObject({ run: 2, status: 'complete', videos: { fetched: 3 } });
  });

  test.each([
    ['failed', () => apiError(403, 'forbidden'), 69],
    ['partial', ({ region }) => (region === 'PL' ? page('PL') : apiError(403, 'forbidden')), 3],
  ] satisfies [string, Handler, number][])('is told that a run is %s', async (status, api, exitCode) => {
    const { vault, pings } = await openWithPings(api);
    expect(await vault('fetch --regions PL,NL --quiet')).toMatchObject({ exitCode });
    expect(pings.at(-1)?.line).toContain('/check-of-mine/fail?rid=');
    expect(JSON.parse(pings.at(-1)?.body ?? '')).toMatchObject({ status });
  });

  test('is told nothing of a run that is not due', async () => {
    const { vault, pings } = await openWithPings(everyRegion);
    await vault('fetch --regions PL --quiet');
    pings.length = 0;
    await vault('fetch --regions PL --quiet --if-older-than 7h');
    await vault('fetch --regions PL --dry-run');
    expect(pings).toEqual([]);
  });

  test.each([500, 404, 0])('changes no run by answering with %i, and stays out of the warning', async (status) => {
    const shell = await openWithPings(everyRegion, status);
    const { exitCode, stdout, stderr } = await shell.vault('fetch --regions PL --json');
    expect([exitCode, (JSON.parse(stdout) as RunSummary).status]).toEqual([0, 'complete']);
    expect(stderr).toContain('the ping at the end of run 1 failed');
    expect(stderr).not.toContain('check-of-mine');
  });

  test('changes no run by not being there, nor does it say anything with --quiet', async () => {
    const { vault, env } = await openWithPings(everyRegion);
    env['VAULT_PING_URL'] = 'http://127.0.0.1:1/check';
    expect(await vault('fetch --regions PL --quiet')).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });

  test('is never told the key', async () => {
    const key = 'AIzaSyD-9tSrke72PouQMnMX-a7eZSW0jkFMBWY';
    const { vault, env, pings } = await openWithPings(() => ({ status: 400, body: { error: { message: `Bad key ${key}`, errors: [] } } }));
    env['YOUTUBE_API_KEY'] = key;
    await vault('fetch --regions PL --quiet');
    expect(pings).toHaveLength(2);
    expect(JSON.stringify(pings)).not.toContain(key);
  });

  test.each(['hc-ping.com/x', 'ftp://hc-ping.com/x', 'https://me:pa55@hc-ping.com/x'])('is refused where it is %s, unseen', async (url) => {
    const { vault, env } = await openWithPings(everyRegion);
    env['VAULT_PING_URL'] = url;
    const { exitCode, stderr } = await vault('fetch');
    expect([exitCode, stderr]).toEqual([64, expect.stringContaining('vault: VAULT_PING_URL: expected an address')]);
    expect(stderr).not.toContain(url);
  });
});

describe('VAULT_METRICS_FILE', () => {
  async function openWithMetrics(api: Handler): Promise<Shell & { metrics: () => string }> {
    const shell = await openShellWithApi(api);
    shell.env['VAULT_METRICS_FILE'] = 'vault.prom';
    return { ...shell, metrics: () => readFileSync(join(shell.folder, 'vault.prom'), 'utf8') };
  }

  test('is written after each run', async () => {
    const { vault, metrics } = await openWithMetrics(everyRegion);
    await vault('fetch --regions PL,NL --quiet');
    expect(metrics()).toContain('\nvault_last_run_success 1\n');
    expect(metrics()).toContain('\nvault_region_videos{region="NL",category="0"} 3\n');
    expect(metrics()).toMatch(/\nvault_database_bytes [1-9]\d+\n/);
  });

  test('keeps the last success through runs that fail, and that of each region', async () => {
    let broken = false;
    const { vault, metrics } = await openWithMetrics(({ region }) => (broken ? apiError(403, 'forbidden') : page(region)));
    await vault('fetch --regions PL --quiet');
    const success = /\nvault_last_success_timestamp_seconds \d+\n/.exec(metrics())?.[0] ?? 'none';
    broken = true;
    await vault('fetch --regions PL --quiet');
    expect(metrics()).toContain(success);
    expect(metrics()).toContain('\nvault_last_run_exit_code 69\n');
    expect(metrics()).toContain('\nvault_region_up{region="PL",category="0"} 0\n');
    expect(metrics()).toMatch(/\nvault_region_last_success_timestamp_seconds\{region="PL",category="0"\} \d+\n/);
  });

  test('keeps the last success of a run that was deleted since', async () => {
    let broken = false;
    const { vault, metrics } = await openWithMetrics(({ region }) => (broken ? apiError(403, 'forbidden') : page(region)));
    await vault('fetch --regions PL --quiet');
    const successes = metrics().match(/^vault_(region_)?last_success_timestamp_seconds.*$/gm);
    broken = true;
    await vault('fetch --regions PL --quiet', { clock: createEagerClock(noon + 3 * 86_400_000) });
    await vault('prune --older-than 1d --quiet', { clock: createEagerClock(noon + 3 * 86_400_000) });
    await vault('fetch --regions PL --quiet', { clock: createEagerClock(noon + 3 * 86_400_000) });
    expect(successes).toHaveLength(2);
    expect(metrics().match(/^vault_(region_)?last_success_timestamp_seconds.*$/gm)).toEqual(successes);
  });

  test('tells the exit code that a signal leaves', async () => {
    const controller = new AbortController();
    const { vault, metrics } = await openWithMetrics(({ region }) => {
      if (region === 'NL') controller.abort(new Interruption('SIGTERM'));
      return page(region);
    });
    await vault('fetch --regions PL,NL --concurrency 1 --quiet', { interruption: controller.signal });
    expect(metrics()).toContain('\nvault_last_run_exit_code 143\n');
  });

  test('is left alone by a run that is not due', async () => {
    const { vault, folder } = await openWithMetrics(everyRegion);
    await vault('fetch --regions PL --quiet');
    writeFileSync(join(folder, 'vault.prom'), '');
    await vault('fetch --regions PL --quiet --if-older-than 7h');
    expect(readFileSync(join(folder, 'vault.prom'), 'utf8')).toBe('');
  });

  test.each([
    ['a folder', 'taken'],
    ['in no folder', 'nowhere/vault.prom'],
    ['the vault', 'vault.db'],
    ["the vault's lock", 'vault.db.lock'],
    ["a link to the vault's lock", 'link'],
  ])('changes no run, and no file, by being %s', async (_, path) => {
    const { vault, env, folder } = await openWithMetrics(everyRegion);
    env['VAULT_METRICS_FILE'] = path;
    mkdirSync(join(folder, 'taken'));
    symlinkSync('vault.db.lock', join(folder, 'link'));
    const { exitCode, stderr } = await vault('fetch --regions PL');
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining('the metrics were not written')]);
    expect((await vault('stats')).stdout).toContain('Run 1 complete');
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
    expect(existsSync(join(folder, 'vault.db.lock')) && readFileSync(join(folder, 'vault.db.lock'), 'latin1')).not.toContain('# HELP');
  });
});
