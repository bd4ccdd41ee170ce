import { getEventListeners } from 'node:events';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Handler, startServer } from '../../src/demo/server.ts';
import { type FetchOptions, fetchCharts, openReader, openStore, type VaultStore } from '../../src/library/library.ts';
import { temporaryVault } from '../sqlite/temporary-vault.ts';
import { page } from '../support/source.ts';

const key = 'AIza-library-test-key';

async function serve(handler: Handler = ({ region }) => page(region)): Promise<{ options: FetchOptions; asked: string[] }> {
  const asked: string[] = [];
  const server = await startServer((request) => {
    asked.push(request.region);
    return handler(request);
  });
  onTestFinished(() => server.close());
  return { options: { key, apiUrl: server.url, regions: ['PL', 'NL'] }, asked };
}

async function openTemporaryStore(): Promise<VaultStore> {
  const store = await openStore(await temporaryVault());
  onTestFinished(() => store.close());
  return store;
}

/** An option beyond its limits, called by the name that a program gave it. */
const beyond: readonly [keyof FetchOptions, Partial<FetchOptions>][] = [
  ['key', { key: 'two words' }],
  ['regions', { regions: ['PL', 'XX'] }],
  ['regions', { regions: [] }],
  ['categories', { categories: [0.5] }],
  ['maxResults', { maxResults: 201 }],
  ['maxResults', { maxResults: Number.NaN }],
  ['concurrency', { concurrency: 0 }],
  ['timeoutMs', { timeoutMs: 5 }],
  ['deadlineMs', { deadlineMs: Infinity }],
  ['maxWaitMs', { maxWaitMs: -1 }],
  ['quotaPerDay', { quotaPerDay: 1e300 }],
  ['apiUrl', { apiUrl: 'https://example.org/path' }],
  ['proxy', { proxy: 'http://proxy:3128' as unknown as object }],
  ['proxy', { proxy: { https: 'http://proxy:3128' } as object }],
];

describe('fetchCharts', () => {
  test('gives one outcome for each region and category, in the order asked for, whichever answers first', async () => {
    const { options } = await serve(({ region }) => ({ ...page(region), delayMs: region === 'NL' ? 30 : 0 }));
    const outcomes = await fetchCharts({ ...options, regions: ['NL', 'PL'], categories: [0, 10] });
    expect(outcomes.map(({ region, category, status }) => `${region}/${category} ${status}`)).toEqual([
      'NL/0 stored',
      'NL/10 stored',
      'PL/0 stored',
      'PL/10 stored',
    ]);
  });

  test('a chart that fails is an outcome, and leaves the others alone', async () => {
    const { options } = await serve(({ region }) => (region === 'PL' ? { status: 400, body: '{}' } : page(region)));
    const [poland, netherlands] = await fetchCharts(options);
    expect(poland).toMatchObject({ status: 'failed', videos: [], error: { code: 'refused' } });
    expect(netherlands).toMatchObject({ status: 'stored', error: null });
  });

  test.each(beyond)('refuses a bad %s before anything is sent', async (name, bad) => {
    const { options, asked } = await serve();
    await expect(fetchCharts({ ...options, ...bad })).rejects.toMatchObject({ code: 'usage', message: expect.stringMatching(`^${name}`) });
    expect(asked).toEqual([]);
  });

  test.each(['', '  ', undefined])('without a key (%j) says that one is needed', async (none) => {
    const { options } = await serve();
    await expect(fetchCharts({ ...options, key: none as string })).rejects.toMatchObject({
      code: 'configuration',
      message: expect.stringMatching(/no API key/),
    });
  });

  test('gives what had arrived when its signal aborts', async () => {
    const end = new AbortController();
    const { options } = await serve(({ region }) => {
      if (region !== 'NL') return page(region);
      setImmediate(() => end.abort());
      return { ...page(region), delayMs: 60_000 };
    });
    const [poland, netherlands] = await fetchCharts({ ...options, concurrency: 1, signal: end.signal });
    expect(poland).toMatchObject({ status: 'stored' });
    expect(netherlands).toMatchObject({ status: 'failed', error: { code: 'interrupted' } });
  });

  test('sends nothing after a signal that had aborted before', async () => {
    const { options, asked } = await serve();
    const outcomes = await fetchCharts({ ...options, signal: AbortSignal.abort() });
    expect(outcomes.map(({ status }) => status)).toEqual(['failed', 'failed']);
    expect(asked).toEqual([]);
  });

  test('lets go of the signal that outlives it', async () => {
    const end = new AbortController();
    const { options } = await serve();
    await fetchCharts({ ...options, signal: end.signal });
    expect(getEventListeners(end.signal, 'abort')).toEqual([]);
  });
});

describe('fetchCharts with a store', () => {
  test('writes each unit of quota down', async () => {
    const store = await openTemporaryStore();
    const { options } = await serve();
    await fetchCharts({ ...options, store });
    expect(await store.quotaUsedToday()).toBe(2);
  });

  test('sends nothing while YouTube wants no request, and says until when', async () => {
    const store = await openTemporaryStore();
    const { options, asked } = await serve(() => ({ status: 429, headers: { 'retry-after': '7200' }, body: '{}' }));
    const startedAt = new Date().toISOString();
    const outcomes = await fetchCharts({ ...options, concurrency: 1, store });
    expect(await store.saveRun({ startedAt, version: 'test', outcomes })).toMatchObject({ status: 'failed', requests: 1 });
    expect(asked).toEqual(['PL']);
    await expect(fetchCharts({ ...options, store })).rejects.toMatchObject({
      code: 'wait-too-long',
      notBefore: outcomes[0]?.notBefore?.until,
    });
    expect(asked).toEqual(['PL']);
  });

  test("sends nothing that the day's quota has no room for", async () => {
    const store = await openTemporaryStore();
    const { options, asked } = await serve();
    await expect(fetchCharts({ ...options, store, quotaPerDay: 1 })).rejects.toMatchObject({ code: 'configuration' });
    await fetchCharts({ ...options, store, quotaPerDay: 3 });
    await expect(fetchCharts({ ...options, store, quotaPerDay: 3 })).rejects.toMatchObject({ code: 'wait-too-long' });
    expect(asked).toHaveLength(2);
  });
});

describe('saveRun', () => {
  const run = { startedAt: '2026-11-27T00:00:00.000Z', version: 'test' };

  test.each([
    ['a start that is no text', { startedAt: 5 }, 'startedAt'],
    ['a start without milliseconds', { startedAt: '2026-11-27T00:00:00Z' }, 'startedAt'],
    ['an end that is no time', { finishedAt: 'soon' }, 'finishedAt'],
    ['no charts', { outcomes: [] }, 'outcomes'],
    ['the same chart twice', { twice: true }, 'outcomes: each chart once'],
    ['a rank of 0', { rank: 0 }, 'outcomes: 0: videos: 0: rank'],
  ])('refuses %s, and stores nothing', async (_, { twice, rank, ...bad }: Record<string, unknown>, part) => {
    const store = await openTemporaryStore();
    const { options } = await serve();
    const [first, second] = await fetchCharts(options);
    if (!first || !second) throw new Error('expected two charts');
    const worse = rank === undefined ? first : { ...first, videos: first.videos.map((video) => ({ ...video, rank })) };
    const outcomes = [worse, twice ? first : second];
    const saving = store.saveRun({ ...run, outcomes, ...bad } as Parameters<VaultStore['saveRun']>[0]);
    await expect(saving).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining(`saveRun: ${part}`) });
    expect(await store.listRuns(9)).toEqual([]);
  });
});

describe('openStore and openReader', () => {
  test.each([Number.NaN, -1, Infinity])('refuse to wait for %d ms', async (waitMs) => {
    await expect(openStore(await temporaryVault(), { waitMs })).rejects.toMatchObject({ code: 'usage' });
  });

  test('give no more than what programs are promised', async () => {
    const store = await openTemporaryStore();
    expect(Object.keys(store)).not.toContain('clear');
    await expect(fetchCharts({ key, store: { ...store } })).rejects.toThrow('expected what openStore gave');
  });

  test('refuse an address that is none, by name', async () => {
    for (const open of [openStore, openReader]) {
      await expect(open(undefined as unknown as string)).rejects.toMatchObject({ code: 'usage' });
      await expect(open('https://example.org')).rejects.toMatchObject({ code: 'usage', message: expect.stringMatching(/^address/) });
    }
  });

  test('a vault is held by one store, and read meanwhile', async () => {
    const path = await temporaryVault();
    expect(await openReader(path)).toBeUndefined();
    const store = await openStore(path);
    await expect(openStore(path)).rejects.toMatchObject({ code: 'locked' });
    const reader = await openReader(path);
    const { options } = await serve();
    const outcomes = await fetchCharts(options);
    const saved = await store.saveRun({ startedAt: '2026-11-27T00:00:00.000Z', version: 'test', outcomes });
    expect(saved).toMatchObject({ run: 1, status: 'complete', unique: 6 });
    expect(await reader?.findRun(1)).toEqual(saved);
    await reader?.close();
    await store.close();
    await (await openStore(path)).close();
  });
});
