import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../src/cli/edges.ts';
import type { RunSummary } from '../../src/core/summary.ts';
import type { Handler } from '../../src/demo/server.ts';
import { openShellWithApi, type Shell } from '../support/cli.ts';
import { apiError, page } from '../support/source.ts';

const rid = (run: number): string => `rid=00000000-0000-4000-8000-${String(run).padStart(12, '0')}`;
const everyRegion: Handler = ({ region }) => page(region);

interface Ping {
  readonly line: string;
  readonly type: string | undefined;
  readonly body: string;
}

/** A receiver of pings, which answers all of them so, or none where the status is 0. */
async function openReceiver(status = 200): Promise<{ url: string; pings: Ping[] }> {
  const pings: Ping[] = [];
  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method, url, headers } = request;
    pings.push({ line: `${method} ${url}`, type: headers['content-type'], body: await text(request) });
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
  return { ...shell, ...receiver, vault: (line, edges) => shell.vault(line, { ...clock, ...edges }) };
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

  test('is told of each body what it is: no text at the start, JSON at the end', async () => {
    const { vault, pings } = await openWithPings(everyRegion);
    await vault('fetch --regions PL --quiet');
    expect(pings.map(({ type }) => type)).toEqual(['text/plain; charset=utf-8', 'application/json']);
  });

  test('is told what failed where the run is stored and what follows it is not done', async () => {
    const { vault, pings } = await openWithPings(everyRegion);
    const broken = {
      stdout: {
        write: () => {
          throw new Error('the printer is on fire');
        },
      },
    };
    await expect(vault('fetch --regions PL', broken)).rejects.toThrow('the printer is on fire');
    expect(pings.at(-1)).toMatchObject({
      line: expect.stringContaining('/fail?'),
      type: 'text/plain; charset=utf-8',
      body: 'run 1 is stored, but not all that follows it was done: a bug: the printer is on fire',
    });
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
