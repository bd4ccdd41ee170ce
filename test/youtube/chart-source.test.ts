import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { VaultError } from '../../src/core/errors.ts';
import type { ReceivedRequest } from '../../src/demo/server.ts';
import { apiError, openTestSource, page } from '../support/source.ts';

const chunkOfNoSize = (response: ServerResponse): void => {
  response.socket?.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\n');
};
const pl = { region: 'PL', category: 0 };

describe('one request', () => {
  test('asks for what is kept and no more, compressed, with the key in its header alone', async () => {
    const { source, server } = await openTestSource(() => page('PL'));
    await source.fetchChart({ region: 'PL', category: 10 }, 25);
    const [request] = server.requests;
    expect(request?.path).toBe('/youtube/v3/videos');
    expect(Object.fromEntries(request?.query ?? [])).toEqual({
      part: 'snippet,contentDetails,statistics',
      chart: 'mostPopular',
      regionCode: 'PL',
      videoCategoryId: '10',
      maxResults: '25',
      fields: expect.stringMatching(/^kind,nextPageToken,items\(id,/),
    });
    expect(request?.query.get('fields')).not.toContain('thumbnails');
    expect(request?.headers).toMatchObject({
      'x-goog-api-key': 'AIza-test-key',
      'accept-encoding': 'gzip',
      'user-agent': 'viralvidvault/1.2.3 (gzip)',
    });
    expect(request?.query.toString()).not.toContain('AIza');
  });

  test('asks for no category where the chart is of all', async () => {
    const { source, server } = await openTestSource(() => page('PL'));
    await source.fetchChart(pl, 25);
    expect(server.requests[0]?.query.has('videoCategoryId')).toBe(false);
  });
});

describe('pages', () => {
  test('of any number of items are cut to what was asked for', async () => {
    const items = Array.from({ length: 500_000 }, () => 0);
    const { source } = await openTestSource(() => ({ body: { kind: 'youtube#videoListResponse', items } }));
    expect(await source.fetchChart(pl, 25)).toMatchObject({ error: null, items: { length: 25 } });
  });

  test('200 videos take four pages, in order', async () => {
    const { source, server } = await openTestSource(({ index }) => page('PL', { from: index * 50, size: 50, next: `P${index + 1}` }));
    const chart = await source.fetchChart(pl, 200);
    expect(chart).toMatchObject({ error: null, requests: 4, retries: 0 });
    expect(chart.items).toHaveLength(200);
    expect(server.requests.map(({ pageToken }) => pageToken)).toEqual([undefined, 'P1', 'P2', 'P3']);
  });

  test.each([
    ['a missing token', () => page('PL', { size: 10 }), 1],
    ['an empty page, whatever its token', () => page('PL', { size: 0, next: 'more' }), 1],
    ['a page that says nothing but what it is', () => ({ body: { kind: 'youtube#videoListResponse' } }), 1],
    ['an empty token', () => ({ body: { ...page('PL', { size: 10 }).body, nextPageToken: '' } }), 1],
    ['a token of null', () => ({ body: { ...page('PL', { size: 10 }).body, nextPageToken: null } }), 1],
    ['a token already used', () => page('PL', { size: 10, next: 'again' }), 2],
    ['tokens without end on short pages', ({ index }: { index: number }) => page('PL', { size: 1, next: `P${index}` }), 8],
  ])('end at %s', async (_, handler, requests) => {
    const { source, server } = await openTestSource(handler);
    expect((await source.fetchChart(pl, 200)).error).toBeNull();
    expect(server.requests).toHaveLength(requests);
  });

  test('those that arrived before one failed are kept', async () => {
    const { source } = await openTestSource(({ index }) =>
      index === 0 ? page('PL', { size: 50, next: 'P1' }) : apiError(400, 'invalidParameter'),
    );
    const chart = await source.fetchChart(pl, 100);
    expect(chart.items).toHaveLength(50);
    expect(chart.error).toMatchObject({ code: 'refused', message: 'refused (400); YouTube says: It is invalidParameter' });
  });
});

test.each(['gzip', 'GZIP', ' x-gzip '])('an answer compressed as %j is read', async (coding) => {
  const body = gzipSync(JSON.stringify(page('PL').body));
  const { source } = await openTestSource(() => ({ headers: { 'content-encoding': coding }, gzip: false, body }));
  expect(await source.fetchChart(pl, 25)).toMatchObject({ error: null, items: { length: 3 } });
});

describe('what fails', () => {
  test.each([
    ['5xx', () => apiError(503, 'backendError'), 'server-error', 3],
    ['a 200 that is no JSON', () => ({ body: '<html>' }), 'unreadable', 3],
    ['a 200 that is no page', () => ({ body: { hello: 1 } }), 'unreadable', 3],
    ['a 200 that is cut', () => ({ body: JSON.stringify(page('PL').body).slice(0, -9) }), 'unreadable', 3],
    [
      'gzip that is cut',
      () => ({ headers: { 'content-encoding': 'gzip' }, gzip: false, body: gzipSync('{"items":[]}').subarray(0, 20) }),
      'network',
      3,
    ],
    [
      'no HTTP at all',
      () => ({ raw: (response: ServerResponse) => void response.socket?.end('SSH-2.0-OpenSSH_9.2\r\n\r\n') }),
      'network',
      3,
    ],
    ['a chunk of no size', () => ({ raw: chunkOfNoSize }), 'network', 3],
    ['an unknown encoding', () => ({ headers: { 'content-encoding': 'br' }, body: '' }), 'unreadable', 1],
    ['a reset', () => ({ raw: (response: ServerResponse) => void response.socket?.resetAndDestroy() }), 'network', 3],
    ['too fast, always', () => apiError(429, 'rateLimitExceeded', { 'retry-after': '1' }), 'rate-limited', 3],
    ['a parameter', () => apiError(400, 'invalidParameter'), 'refused', 1],
    ['a redirect', () => ({ status: 302, headers: { location: 'http://127.0.0.1:1/' }, body: '' }), 'refused', 1],
    ['more than 8 MiB', () => ({ body: ' '.repeat(8 * 1024 * 1024 + 1) }), 'too-large', 1],
    ['more than 8 MiB, not compressed', () => ({ body: ' '.repeat(8 * 1024 * 1024 + 1), gzip: false }), 'too-large', 1],
    [
      'a gzip bomb',
      () => ({ headers: { 'content-encoding': 'gzip' }, gzip: false, body: gzipSync(Buffer.alloc(64 * 1024 * 1024)) }),
      'too-large',
      1,
    ],
  ])('%s', async (_, handler, code, requests) => {
    const { source, server } = await openTestSource(handler);
    const chart = await source.fetchChart(pl, 25);
    expect(chart).toMatchObject({ items: [], error: { code }, requests, retries: requests - 1 });
    expect(server.requests).toHaveLength(requests);
  });

  test('an attempt that fails once is repeated after a wait, and the wait is counted', async () => {
    const { source, events } = await openTestSource(({ index }) => (index === 0 ? apiError(500, 'backendError') : page('PL')));
    expect(await source.fetchChart(pl, 25)).toMatchObject({ error: null, requests: 2, retries: 1, waitedMs: 1000 });
    expect(events.map(({ kind }) => kind)).toEqual(['request', 'wait', 'request', 'page']);
  });

  test.each(['videoChartNotFound', 'notFound'])('no chart (%s) is a result, not an error', async (reason) => {
    const { source } = await openTestSource(() => apiError(404, reason));
    expect(await source.fetchChart(pl, 25)).toMatchObject({ noChart: true, error: null, items: [], requests: 1 });
  });

  test('no chart on a later page is an error, and what came before is kept', async () => {
    const { source } = await openTestSource(({ index }) =>
      index === 0 ? page('PL', { size: 50, next: 'P1' }) : apiError(404, 'notFound'),
    );
    expect(await source.fetchChart(pl, 100)).toMatchObject({ noChart: false, items: { length: 50 } });
  });

  test('nobody listens', async () => {
    const { source } = await openTestSource(() => page('PL'), { apiUrl: 'http://127.0.0.1:1' });
    expect((await source.fetchChart(pl, 25)).error).toMatchObject({ code: 'network', message: expect.stringContaining('ECONNREFUSED') });
  });

  test('a vault that cannot write its ledger ends the run, not one region', async () => {
    const beforeRequest = () => Promise.reject(new VaultError('database', 'the disk is full'));
    const { source, server } = await openTestSource(() => page('PL'), { beforeRequest });
    await expect(source.fetchChart(pl, 25)).rejects.toThrow('the disk is full');
    expect(server.requests).toHaveLength(0);
  });

  test('the key is in no error and no item, even where the answer quotes it', async () => {
    const key = 'AIzaSy-0123456789-0123456789-0123456789';
    const quote = ({ headers }: ReceivedRequest): string => `Bad key: ${String(headers['x-goog-api-key'])}`;
    const { source } = await openTestSource(
      (request) =>
        request.region === 'PL'
          ? { status: 400, body: { error: { message: quote(request) } } }
          : { body: { items: [{ id: quote(request) }] } },
      { key },
    );
    const { error } = await source.fetchChart(pl, 25);
    expect(error?.message).toContain('Bad key: [key]');
    expect(JSON.stringify([error?.message, error?.stack, error?.cause])).not.toContain(key);
    expect(JSON.stringify((await source.fetchChart({ region: 'NL', category: 0 }, 25)).items)).not.toContain(key);
  });
});
