import type { ServerResponse } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { regionCodes } from '../../src/core/region.ts';
import { VaultError } from '../../src/core/errors.ts';
import type { Answer, ReceivedRequest } from '../../src/demo/server.ts';
import { apiError, openTestSource, page } from '../support/source.ts';
import { createTestClock } from '../support/test-clock.ts';
import { deferred, together } from '../support/together.ts';

const keys = (...regions: string[]) => regions.map((region) => ({ region, category: 0 }));
const silence: Answer = { raw: () => {} };

describe('what stops the run', () => {
  test.each([
    ['key-refused', 403, 'accessNotConfigured', undefined],
    ['key-refused', 400, 'keyInvalid', undefined],
    ['quota-spent', 403, 'quotaExceeded', '2026-11-24T08:00:00.000Z'],
  ])('%s (%d %s): no retry, and no further region is asked', async (code, status, reason, notBefore) => {
    const { source, server } = await openTestSource(() => apiError(status, reason), { limits: { concurrency: 1 } });
    const charts = await Promise.all(keys('PL', 'NL', 'SE').map((key) => source.fetchChart(key, 25)));
    for (const { error } of charts) expect(error).toMatchObject({ code });
    expect(charts[0]?.error?.notBefore).toBe(notBefore);
    expect(server.requests).toHaveLength(1);
  });

  test('what was on its way when the run was stopped is still taken', async () => {
    const stopped = deferred();
    const answer = together(2, ({ region }) => (region === 'PL' ? apiError(403, 'quotaExceeded') : page(region)));
    const { source } = await openTestSource(async (request) => {
      const given = await answer(request);
      if (request.region === 'NL') await stopped.promise;
      return given;
    });
    const nl = source.fetchChart({ region: 'NL', category: 0 }, 25);
    expect((await source.fetchChart({ region: 'PL', category: 0 }, 25)).error?.code).toBe('quota-spent');
    stopped.resolve();
    expect(await nl).toMatchObject({ error: null, items: { length: 3 } });
  });

  test('who waits to ask again is told at once that there is nothing to wait for', async () => {
    const clock = createTestClock();
    const { source } = await openTestSource(
      ({ region }) => apiError(region === 'PL' ? 500 : 403, region === 'PL' ? 'x' : 'quotaExceeded'),
      {
        clock,
      },
    );
    const pl = source.fetchChart({ region: 'PL', category: 0 }, 25);
    await clock.untilWaiting(1);
    await source.fetchChart({ region: 'NL', category: 0 }, 25);
    expect((await pl).error).toMatchObject({ code: 'quota-spent', message: expect.stringMatching(/^no further request: /) });
  });

  test('a project without any quota is not told to come back at midnight', async () => {
    const details = [{ reason: 'RATE_LIMIT_EXCEEDED', metadata: { quota_unit: '1/d/{project}', quota_limit_value: '0' } }];
    const { source } = await openTestSource(() => ({ status: 429, body: { error: { message: 'Quota exceeded.', details } } }));
    expect((await source.fetchChart({ region: 'PL', category: 0 }, 25)).error).toMatchObject({
      code: 'quota-spent',
      message: expect.stringContaining('no quota'),
      notBefore: undefined,
    });
  });

  test('all regions together repeat no more often than the run may', async () => {
    const { source, server } = await openTestSource(() => apiError(500, 'backendError'), { limits: { retryBudget: 2 } });
    await Promise.all(keys('US', 'GB', 'PL', 'NL', 'SE').map((key) => source.fetchChart(key, 25)));
    expect(server.requests).toHaveLength(5 + 2);
  });

  test('any number of regions may wait at once without a word from Node', async () => {
    const warnings: Error[] = [];
    const listen = (warning: Error) => void warnings.push(warning);
    process.on('warning', listen);
    onTestFinished(() => void process.off('warning', listen));
    const clock = createTestClock();
    const { source } = await openTestSource(({ index, region }) => (index < 30 ? apiError(500, 'backendError') : page(region)), {
      clock,
      limits: { retryBudget: 60 },
    });
    const charts = Promise.all(regionCodes.slice(0, 30).map((region) => source.fetchChart({ region, category: 0 }, 25)));
    await clock.untilWaiting(30);
    clock.advance(1000);
    for (const chart of await charts) expect(chart).toMatchObject({ error: null, requests: 2 });
    expect(warnings).toEqual([]);
  });

  test('at most 3 requests are under way at a time', async () => {
    let [underWay, most] = [0, 0];
    const third = deferred();
    const { source } = await openTestSource(async ({ region, index }) => {
      most = Math.max(most, (underWay += 1));
      if (index === 2) third.resolve();
      await third.promise;
      // Time for a fourth to arrive, if there were one.
      for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      return page(region);
    });
    await Promise.all(keys('US', 'GB', 'PL', 'NL', 'SE', 'NO', 'AT').map((key) => source.fetchChart(key, 25)));
    expect(most).toBe(3);
  });

  test('the end of the run ends a request that hangs and one that waits, with its reason', async () => {
    const run = new AbortController();
    const clock = createTestClock();
    const { source } = await openTestSource(({ region }) => (region === 'PL' ? silence : apiError(500, 'backendError')), {
      clock,
      signal: run.signal,
    });
    const charts = Promise.all(keys('PL', 'NL').map((key) => source.fetchChart(key, 25)));
    await clock.untilWaiting(1);
    run.abort(new VaultError('interrupted', 'ended by SIGTERM'));
    for (const { error } of await charts) expect(error).toMatchObject({ code: 'interrupted', message: 'ended by SIGTERM' });
  });
});

describe('the time-out of an attempt', () => {
  const trickle = (response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"items":[');
  };

  test.each([
    ['silence', silence],
    ['a body that never ends', { raw: trickle }],
  ])('ends %s, and the next attempt may succeed', async (_, answer) => {
    const clock = createTestClock();
    const arrived = deferred();
    const handler = ({ index }: ReceivedRequest): Answer => {
      if (index > 0) return page('PL');
      arrived.resolve();
      return answer;
    };
    const { source } = await openTestSource(handler, { clock, limits: { timeoutMs: 2_000_000 } });
    const chart = source.fetchChart({ region: 'PL', category: 0 }, 25);
    await arrived.promise;
    clock.advance(2_000_000);
    await clock.untilWaiting(1);
    clock.advance(1000);
    expect(await chart).toMatchObject({ error: null, requests: 2 });
  });
});
