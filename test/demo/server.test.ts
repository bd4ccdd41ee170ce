import { EventEmitter, once } from 'node:events';
import http from 'node:http';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { type Handler, type Server, startServer } from '../../src/demo/server.ts';

const open: Server[] = [];
afterEach(() => Promise.all(open.splice(0).map((server) => server.close())));

async function start(handler: Handler): Promise<Server> {
  const server = await startServer(handler);
  open.push(server);
  return server;
}

/** The answer as it stands on the wire: fetch would have unpacked it. */
async function exchange(url: string, headers: http.OutgoingHttpHeaders): Promise<{ headers: http.IncomingHttpHeaders; bytes: Buffer }> {
  const [response] = (await once(http.get(url, { headers }), 'response')) as [http.IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { headers: response.headers, bytes: Buffer.concat(chunks) };
}

test('tells the handler which chart was asked for', async () => {
  const server = await start(() => ({}));
  await fetch(`${server.url}/youtube/v3/videos?regionCode=PL&videoCategoryId=10&maxResults=50&pageToken=CDIQAA`);
  expect(server.requests[0]).toMatchObject({
    index: 0,
    path: '/youtube/v3/videos',
    region: 'PL',
    category: 10,
    maxResults: 50,
    pageToken: 'CDIQAA',
  });
});

test('reads an address without parameters as the defaults of the API', async () => {
  const server = await start(() => ({}));
  await fetch(`${server.url}/`);
  expect(server.requests[0]).toMatchObject({ region: '', category: 0, maxResults: 5, pageToken: undefined });
});

test('keeps the requests in their order of arrival', async () => {
  const server = await start(() => ({}));
  for (const region of ['US', 'GB', 'PL']) await fetch(`${server.url}/?regionCode=${region}`);
  expect(server.requests.map(({ index, region }) => `${index} ${region}`)).toEqual(['0 US', '1 GB', '2 PL']);
});

test('sends an object as JSON and text and bytes as they are', async () => {
  const bodies = [{ title: 'Łódź' }, '<title>502</title>', new Uint8Array([0xff, 0x00])];
  const server = await start(({ index }) => ({ body: bodies[index] }));
  const [json, text, bytes] = [await fetch(server.url), await fetch(server.url), await fetch(server.url)];
  expect(await json.json()).toEqual({ title: 'Łódź' });
  expect(json.headers.get('content-type')).toBe('application/json; charset=UTF-8');
  expect(await text.text()).toBe('<title>502</title>');
  expect([...new Uint8Array(await bytes.arrayBuffer())]).toEqual([0xff, 0x00]);
});

test('compresses exactly where the request accepts it, unless the answer says otherwise', async () => {
  const server = await start(({ query }) => ({ body: 'plain', ...(query.has('gzip') && { gzip: query.get('gzip') === 'yes' }) }));
  const accepting = await exchange(server.url, { 'accept-encoding': 'gzip' });
  expect(accepting.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(accepting.bytes).toString()).toBe('plain');
  expect((await exchange(server.url, {})).bytes.toString()).toBe('plain');
  expect((await exchange(`${server.url}/?gzip=no`, { 'accept-encoding': 'gzip' })).bytes.toString()).toBe('plain');
  expect((await exchange(`${server.url}/?gzip=yes`, {})).headers['content-encoding']).toBe('gzip');
});

test('bytes that are compressed already are not compressed again', async () => {
  const server = await start(() => ({ headers: { 'Content-Encoding': 'gzip' }, body: gzipSync('once') }));
  expect(await (await fetch(server.url)).text()).toBe('once');
});

test('an answer names its status and any header, the date included', async () => {
  const date = 'Fri, 20 Nov 2026 12:00:00 GMT';
  const server = await start(() => ({ status: 429, headers: { 'Retry-After': '1', Date: date }, body: {} }));
  const response = await fetch(server.url);
  expect([response.status, response.headers.get('retry-after'), response.headers.get('date')]).toEqual([429, '1', date]);
});

test('an answer without a date of its own carries one', async () => {
  const server = await start(() => ({}));
  expect((await fetch(server.url)).headers.get('date')).toMatch(/GMT$/);
});

test('a raw answer may reset the connection', async () => {
  const server = await start(() => ({ raw: (response) => response.destroy() }));
  await expect(fetch(server.url)).rejects.toThrow('fetch failed');
});

test('a handler that throws is answered with 500 and its message', async () => {
  const server = await start(() => {
    throw new Error('script ran out of answers');
  });
  const response = await fetch(server.url);
  expect([response.status, await response.text()]).toEqual([500, 'Error: script ran out of answers']);
});

test.each<[string, Handler]>([
  ['a silent connection', () => ({ raw: () => undefined })],
  ['an answer that is long in coming', () => ({ delayMs: 3_600_000, body: {} })],
  ['a body that stays unfinished', () => ({ raw: (response) => void response.writeHead(200).write('{"items":[') })],
])('close ends %s', async (_, handler) => {
  const arrival = new EventEmitter();
  const server = await startServer((request) => {
    arrival.emit('request');
    return handler(request);
  });
  const outcome = Promise.allSettled([fetch(server.url).then((response) => response.text())]);
  await once(arrival, 'request');
  await server.close();
  expect(await outcome).toMatchObject([{ status: 'rejected' }]);
});

test('close leaves no pending delays behind to keep the process alive', async () => {
  // Twenty of them, for the test runner's own timers come and go.
  const timers = () => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
  const arrival = new EventEmitter();
  const server = await startServer(({ index }) => {
    if (index === 19) setImmediate(() => arrival.emit('last'));
    return { delayMs: 3_600_000 };
  });
  const before = timers();
  const outcomes = Promise.allSettled(Array.from({ length: 20 }, () => fetch(server.url)));
  await once(arrival, 'last');
  expect(timers()).toBeGreaterThan(before + 10);
  await server.close();
  await outcomes;
  expect(timers()).toBeLessThan(before + 10);
});
