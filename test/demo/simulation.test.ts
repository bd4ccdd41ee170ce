import { afterEach, expect, test } from 'vitest';
import { readItems } from '../../src/core/chart.ts';
import { defaultRegions, regionCodes } from '../../src/core/region.ts';
import { createSimulation } from '../../src/demo/simulation.ts';
import { epochMs, openSimulation } from './simulated-api.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(() => Promise.all(open.splice(0).map((api) => api.close())));

async function start(...options: Parameters<typeof openSimulation>) {
  const api = await openSimulation(...options);
  open.push(api);
  return api;
}

test('the pages of a chart hold 200 videos and no video twice', async () => {
  const api = await start();
  const ids = (await api.chart('PL')).map(({ id }) => id);
  expect(ids).toHaveLength(200);
  expect(new Set(ids).size).toBe(200);
  expect(api.server.requests.map(({ pageToken }) => pageToken)).toEqual([undefined, 'CDIQAA', 'CGQQAA', 'CJYBEAA']);
});

test('pages of any size are the same chart', async () => {
  const api = await start();
  expect(await api.chart('AT', { maxResults: '7' })).toEqual(await api.chart('AT', { maxResults: '50' }));
});

test('gives five items where nobody says how many', async () => {
  const { body } = await (await start()).ask({ regionCode: 'NL' });
  expect(body.items).toHaveLength(5);
  expect(body).toMatchObject({ kind: 'youtube#videoListResponse', pageInfo: { totalResults: 200, resultsPerPage: 5 } });
});

test('every item of every default region reads without a rejection', async () => {
  const api = await start();
  for (const region of defaultRegions) {
    const { videos, rejections } = readItems(await api.chart(region));
    expect(rejections).toEqual([]);
    expect(videos.filter(({ views, durationSeconds }) => views === null || views === 0 || durationSeconds === null)).toEqual([]);
    expect(videos.filter(({ publishedAt }) => Date.parse(publishedAt) >= epochMs)).toEqual([]);
  }
});

test('a seed sends the same chart again, byte for byte', async () => {
  const [one, other] = [await start({ seed: 5 }), await start({ seed: 5 })];
  await other.chart('US');
  expect(await one.ask({ regionCode: 'NO', maxResults: '50' })).toMatchObject({
    body: (await other.ask({ regionCode: 'NO', maxResults: '50' })).body,
  });
});

test('another seed sends other videos under other titles', async () => {
  const [one, other] = [await (await start({ seed: 1 })).chart('PL'), await (await start({ seed: 2 })).chart('PL')];
  const ids = new Set(one.map(({ id }) => id));
  expect(other.filter(({ id }) => ids.has(id))).toEqual([]);
  const titles = new Set(one.map(({ snippet }) => snippet.title));
  expect(other.filter(({ snippet }) => titles.has(snippet.title)).length).toBeLessThan(60);
  expect(other.filter(({ snippet }, index) => one[index]?.snippet.title === snippet.title).length).toBeLessThan(5);
});

test('a video keeps its texts while its counters grow', async () => {
  const api = await start();
  const before = new Map((await api.chart('GB')).map((item) => [item.id, item]));
  api.moment.hours = 7;
  const stayed = (await api.chart('GB')).filter(({ id }) => before.has(id));
  expect(stayed.length).toBeGreaterThan(100);
  for (const { id, snippet, statistics } of stayed) {
    const earlier = before.get(id);
    expect({ ...snippet, liveBroadcastContent: '' }).toEqual({ ...earlier?.snippet, liveBroadcastContent: '' });
    expect(Number(statistics.viewCount)).toBeGreaterThan(Number(earlier?.statistics.viewCount));
  }
});

test('any region with charts has one of 200 videos', async () => {
  const api = await start();
  const lengths = await Promise.all(regionCodes.map(async (region) => (await api.ask({ regionCode: region })).body.pageInfo.totalResults));
  expect(new Set(lengths)).toEqual(new Set([200]));
});

test('a category chart is the region’s videos of that category in the same order', async () => {
  const api = await start();
  const whole = (await api.chart('SE')).filter(({ snippet }) => snippet.categoryId === '10');
  const music = await api.chart('SE', { videoCategoryId: '10' });
  expect(music.length).toBeGreaterThanOrEqual(20);
  expect(music.length).toBeLessThanOrEqual(130);
  expect(music.slice(0, whole.length)).toEqual(whole);
});

test('sends no more than part and fields ask for', async () => {
  const api = await start();
  const statistics = (await api.ask({ regionCode: 'US', part: 'statistics' })).body.items[0];
  expect(Object.keys(statistics ?? {})).toEqual(['kind', 'etag', 'id', 'statistics']);
  const { body } = await api.ask({ regionCode: 'US', maxResults: '1', fields: 'items(id,snippet/title)' });
  expect(body).toEqual({ items: [{ id: expect.any(String), snippet: { title: expect.any(String) } }] });
});

test.each([
  ['an unknown region', { regionCode: 'UK' }, 400, 'invalidRegionCode'],
  ['no region', {}, 400, 'invalidRegionCode'],
  ['another chart', { regionCode: 'US', chart: 'trending' }, 400, 'invalidParameter'],
  ['51 items a page', { regionCode: 'US', maxResults: '51' }, 400, 'invalidParameter'],
  ['no items at all', { regionCode: 'US', maxResults: '0' }, 400, 'invalidParameter'],
  ['a category that is no number', { regionCode: 'US', videoCategoryId: 'music' }, 400, 'invalidParameter'],
  ['a category that does not exist', { regionCode: 'US', videoCategoryId: '77' }, 400, 'videoChartNotFound'],
  ['a category without a chart there', { regionCode: 'AT', videoCategoryId: '29' }, 404, 'notFound'],
  ['a token that no page gave', { regionCode: 'US', pageToken: 'page2' }, 400, 'invalidPageToken'],
  ['no part', { regionCode: 'US', part: null }, 400, 'missingRequiredParameter'],
])('refuses %s', async (_, parameters, status, reason) => {
  const { body, ...answer } = await (await start()).ask(parameters);
  expect([answer.status, body.error?.code, body.error?.errors[0]?.reason]).toEqual([status, status, reason]);
});

test('refuses a caller without a key and takes any key, in the header or in the address', async () => {
  const api = await start();
  const without = await api.ask({ regionCode: 'US' }, {});
  expect([without.status, without.body.error?.errors[0]?.reason]).toEqual([403, 'forbidden']);
  expect(without.body.error?.message).toContain('unregistered callers');
  expect((await api.ask({ regionCode: 'US', key: 'any' }, {})).status).toBe(200);
  expect((await api.ask({ regionCode: 'US' }, { 'x-goog-api-key': 'another' })).status).toBe(200);
});

test('some categories have a chart in one region and none in another', async () => {
  const api = await start();
  const statuses = await Promise.all(regionCodes.map(async (regionCode) => (await api.ask({ regionCode, videoCategoryId: '27' })).status));
  expect(new Set(statuses)).toEqual(new Set([200, 404]));
});

test('tells the third region of each moment to wait a second, once', async () => {
  const api = await start({ refusals: true });
  const statusesOf = async (): Promise<number[]> => {
    const regions = ['US', 'US', 'GB', 'PL', 'PL', 'NL', 'US'];
    const statuses: number[] = [];
    for (const regionCode of regions) statuses.push((await api.ask({ regionCode })).status);
    return statuses;
  };
  expect(await statusesOf()).toEqual([200, 200, 200, 429, 200, 200, 200]);
  expect(await statusesOf()).toEqual([200, 200, 200, 200, 200, 200, 200]);
  api.moment.hours = 7;
  expect(await statusesOf()).toEqual([200, 200, 200, 429, 200, 200, 200]);
});

test('its refusal names the wait and no daily limit', async () => {
  const api = await start({ refusals: true });
  await api.ask({ regionCode: 'US' });
  await api.ask({ regionCode: 'GB' });
  const { headers, body } = await api.ask({ regionCode: 'PL' });
  expect(headers.get('retry-after')).toBe('1');
  expect(body.error?.errors[0]?.reason).toBe('rateLimitExceeded');
  expect(JSON.stringify(body)).not.toMatch(/per day|1\/d|PerDay/);
});

test('latency is 200 to 500 ms, the same for the same request', async () => {
  const { handler } = createSimulation({ seed: 1, epochMs, hours: () => 0, latency: true, refusals: false });
  const query = new URLSearchParams({ part: 'snippet', chart: 'mostPopular', key: 'any' });
  const delays = await Promise.all(
    regionCodes.slice(0, 20).map(async (region) => {
      const regional = new URLSearchParams([...query, ['regionCode', region]]);
      const request = {
        index: 0,
        path: '/youtube/v3/videos',
        query: regional,
        headers: {},
        region,
        category: 0,
        pageToken: undefined,
        maxResults: 5,
      };
      const [first, again] = [await handler(request), await handler(request)];
      expect(first).toEqual(again);
      return 'delayMs' in first ? first.delayMs : undefined;
    }),
  );
  expect(delays.every((ms) => ms !== undefined && ms >= 200 && ms <= 500)).toBe(true);
  expect(new Set(delays).size).toBeGreaterThan(10);
});

test('leaves out what uploaders hide, about as often as they do', async () => {
  const api = await start();
  const items = (await Promise.all(defaultRegions.map((region) => api.chart(region)))).flat();
  const percent = (holds: (item: (typeof items)[number]) => boolean): number => (100 * items.filter(holds).length) / items.length;
  expect(percent(({ statistics }) => statistics.likeCount === undefined)).toBeCloseTo(3, -0.5);
  expect(percent(({ statistics }) => statistics.commentCount === undefined)).toBeCloseTo(5, -0.5);
  expect(percent(({ snippet }) => snippet.tags === undefined)).toBeCloseTo(12, -1);
  expect(percent(({ snippet }) => snippet.defaultLanguage !== undefined)).toBeCloseTo(50, -1);
  expect(percent(({ snippet }) => snippet.defaultAudioLanguage !== undefined)).toBeCloseTo(78, -1);
  const live = items.filter(({ snippet }) => snippet.liveBroadcastContent === 'live');
  expect(live.length).toBeGreaterThan(0);
  expect(new Set(live.map(({ contentDetails }) => contentDetails.duration))).toEqual(new Set(['P0D']));
});
