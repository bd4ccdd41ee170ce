import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createDispatcher } from '../../src/youtube/dispatcher.ts';
import { openTestSource, page } from '../support/source.ts';

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
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  return { url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, tunnels };
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
    const create = () => createDispatcher(3, { httpProxy: undefined, httpsProxy, noProxy: undefined });
    expect(create).toThrow('HTTPS_PROXY is no proxy that can be used: write it as http://host:port');
    expect(create).not.toThrow('secret');
  },
);
