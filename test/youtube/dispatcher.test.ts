import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { openDispatcher } from '../../src/youtube/dispatcher.ts';
import { openTestSource, page } from '../support/source.ts';
import { createTestClock } from '../support/test-clock.ts';
import { deferred } from '../support/together.ts';

/** A proxy that tunnels, and remembers to where. */
async function startProxy(): Promise<{ url: string; tunnels: string[] }> {
  const tunnels: string[] = [];
  const proxy = http.createServer();
  proxy.on('connect', ({ url = '' }, client) => {
    tunnels.push(url);
    const [host, port] = url.split(':');
    const target = net.connect(Number(port), host, () => client.write('HTTP/1.1 200 OK\r\n\r\n'));
    target.pipe(client).pipe(target);
    for (const end of [target, client]) end.on('error', () => [target, client].map((socket) => socket.destroy()));
  });
  onTestFinished(() => proxy.closeAllConnections());
  return { url: await listen(proxy), tunnels };
}

/** The address of a server that ends with the test. */
async function listen(server: net.Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test.each([
  ['HTTP_PROXY', (url: string) => ({ httpProxy: url, httpsProxy: undefined, noProxy: undefined }), 1],
  ['HTTP_PROXY without its scheme', (url: string) => ({ httpProxy: new URL(url).host, httpsProxy: undefined, noProxy: undefined }), 1],
  ['a proxy, but not for this host', (url: string) => ({ httpProxy: url, httpsProxy: undefined, noProxy: '127.0.0.1' }), 0],
  ['none', () => ({ httpProxy: undefined, httpsProxy: undefined, noProxy: undefined }), 0],
])('the way goes through the proxy that the environment names: %s', async (_, settings, tunnels) => {
  const proxy = await startProxy();
  const { source, server } = await openTestSource(() => page('PL'), { proxy: settings(proxy.url) });
  expect(await source.fetchChart({ region: 'PL', category: 0 }, 25)).toMatchObject({ error: null });
  expect(proxy.tunnels).toEqual(tunnels === 0 ? [] : [new URL(server.url).host]);
});

test.each(['socks5://user:secret@127.0.0.1:1080', 'http://', 'a b', 'http://user:sec%ret@127.0.0.1:9', 'http://127.0.0.1:9/path'])(
  'a proxy that cannot be used is a fault of the configuration: %s',
  (httpsProxy) => {
    const proxy = { httpProxy: undefined, httpsProxy, noProxy: undefined };
    const create = () => openDispatcher({ concurrency: 3, timeoutMs: 10_000 }, proxy);
    expect(create).toThrow('HTTPS_PROXY is no proxy that can be used: write it as http://host:port');
    expect(create).not.toThrow('secret');
  },
);

test('a time-out ends an attempt that a proxy keeps waiting for its tunnel', async () => {
  const asked = deferred();
  const proxy = http.createServer().on('connect', (_, client: net.Socket) => {
    client.on('error', () => {});
    asked.resolve();
  });
  const clock = createTestClock();
  const { source } = await openTestSource(() => page('PL'), {
    proxy: { httpProxy: await listen(proxy), httpsProxy: undefined, noProxy: undefined },
    clock,
    limits: { timeoutMs: 10_000, retryBudget: 0 },
  });
  const chart = source.fetchChart({ region: 'PL', category: 0 }, 25);
  await asked.promise;
  clock.advance(10_000);
  expect((await chart).error?.code).toBe('timeout');
});

test('a proxy that breaks off instead of making a tunnel is asked once an attempt', async () => {
  let asked = 0;
  const proxy = http.createServer().on('connect', (_, client: net.Socket) => {
    asked += 1;
    client.on('error', () => {}).end();
  });
  const settings = { httpProxy: await listen(proxy), httpsProxy: undefined, noProxy: undefined };
  const { source } = await openTestSource(() => page('PL'), { proxy: settings });
  const { error, requests } = await source.fetchChart({ region: 'PL', category: 0 }, 25);
  expect(error).toMatchObject({ code: 'network', message: expect.stringContaining('no whole answer (ECONNRESET) after 3 attempts') });
  expect([asked, requests]).toEqual([3, 3]);
});

test.each(['http://127.0.0.1', 'http://someone:secret@127.0.0.1'])(
  'a proxy that wants a user and a password is asked once, and told of without them: %s',
  async (address) => {
    let asked = 0;
    const proxy = http.createServer().on('connect', (_, client: net.Socket) => {
      asked += 1;
      client.on('error', () => {}).end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n');
    });
    const { port } = new URL(await listen(proxy));
    const settings = { httpProxy: `${address}:${port}`, httpsProxy: undefined, noProxy: undefined };
    const { source } = await openTestSource(() => page('PL'), { proxy: settings });
    const { error } = await source.fetchChart({ region: 'PL', category: 0 }, 25);
    expect(error?.code).toBe('refused');
    expect(error?.message).toMatch(/^the proxy wants a user and a password, .* \(407\); write both into HTTP_PROXY or HTTPS_PROXY/);
    expect(error?.message).not.toMatch(/someone|secret/);
    expect(asked).toBe(1);
  },
);

test('closing ends a connection that is still being made', async () => {
  const [accepted, ended] = [deferred(), deferred()];
  const silent = net.createServer((client) => {
    client.on('error', () => {}).on('close', ended.resolve);
    client.resume();
    accepted.resolve();
  });
  const { source } = await openTestSource(() => page('PL'), {
    apiUrl: (await listen(silent)).replace('http:', 'https:'),
    limits: { retryBudget: 0 },
  });
  const chart = source.fetchChart({ region: 'PL', category: 0 }, 25);
  await accepted.promise;
  await source.close();
  await ended.promise;
  expect((await chart).error?.code).toBe('network');
});
