import { describe, expect, test } from 'vitest';
import type { ReceivedRequest } from '../../src/demo/server.ts';
import { apiError, openTestSource, page } from '../support/source.ts';
import { createTestClock } from '../support/test-clock.ts';
import { deferred, together } from '../support/together.ts';

const keys = (...regions: string[]) => regions.map((region) => ({ region, category: 0 }));
const tooFast = (headers: Record<string, string>) => apiError(429, 'rateLimitExceeded', headers);

describe('too fast', () => {
  test('three regions refused at once all succeed after one common pause, with no request inside it', async () => {
    const clock = createTestClock();
    const times: number[] = [];
    const answer = together(3, ({ index, region }) => (index < 3 ? tooFast({ 'retry-after': String(index + 1) }) : page(region)));
    const { source, server } = await openTestSource(
      (request) => {
        times.push(clock.monotonic());
        return answer(request);
      },
      { clock },
    );
    const charts = Promise.all(keys('PL', 'NL', 'SE', 'NO', 'AT').map((key) => source.fetchChart(key, 25)));
    await clock.untilWaiting(5);
    clock.advance(2999);
    expect(server.requests).toHaveLength(3);
    clock.advance(1);
    for (const chart of await charts) expect(chart).toMatchObject({ error: null, items: { length: 3 } });
    expect(times).toEqual([0, 0, 0, 3000, 3000, 3000, 3000, 3000]);
  });

  test('after the pause one request goes first, and the others only when it was answered', async () => {
    const clock = createTestClock();
    const scout = deferred();
    const arrived = deferred();
    const { source, server } = await openTestSource(
      async ({ index, region }) => {
        if (index === 0) return tooFast({ 'retry-after': '5' });
        if (index === 1) {
          arrived.resolve();
          await scout.promise;
        }
        return page(region);
      },
      { clock, limits: { concurrency: 1 } },
    );
    const charts = Promise.all(keys('PL', 'NL', 'SE').map((key) => source.fetchChart(key, 25)));
    await clock.untilWaiting(3);
    clock.advance(5000);
    await arrived.promise;
    expect(server.requests).toHaveLength(2);
    scout.resolve();
    await charts;
    expect(server.requests).toHaveLength(4);
  });

  test.each([
    ['as seconds', { 'retry-after': '60' }],
    ['as a date', { date: 'Mon, 23 Nov 2026 10:00:00 GMT', 'retry-after': 'Mon, 23 Nov 2026 10:01:00 GMT' }],
  ])('Retry-After %s is waited out to the second', async (_, headers) => {
    const clock = createTestClock();
    const { source, server } = await openTestSource(({ index }) => (index === 0 ? tooFast(headers) : page('PL')), { clock });
    const chart = source.fetchChart({ region: 'PL', category: 0 }, 25);
    await clock.untilWaiting(1);
    clock.advance(59_999);
    expect(server.requests).toHaveLength(1);
    clock.advance(1);
    expect(await chart).toMatchObject({ error: null, requests: 2, retries: 1, waitedMs: 60_000 });
  });

  test('no slot is held while one waits: another region goes on meanwhile', async () => {
    const clock = createTestClock();
    const answer = ({ region, index }: ReceivedRequest) => (index === 0 ? apiError(503, 'backendError') : page(region));
    const { source } = await openTestSource(answer, { clock, limits: { concurrency: 1 } });
    const slow = source.fetchChart({ region: 'PL', category: 0 }, 25);
    await clock.untilWaiting(1);
    expect(await source.fetchChart({ region: 'NL', category: 0 }, 25)).toMatchObject({ error: null });
    clock.advance(1000);
    expect(await slow).toMatchObject({ error: null, requests: 2 });
  });

  test('a request whose unit takes its time to be written down does not start once another one was told to wait', async () => {
    const clock = createTestClock();
    const isWrittenDown = deferred();
    const isTold = deferred();
    let spent = 0;
    const { source, server } = await openTestSource(({ index, region }) => (index === 0 ? tooFast({ 'retry-after': '5' }) : page(region)), {
      clock,
      beforeRequest: () => ((spent += 1) === 2 ? isWrittenDown.promise : Promise.resolve()),
      report: ({ kind }) => {
        if (kind === 'wait') isTold.resolve();
      },
    });
    const charts = keys('PL', 'NL').map((key) => source.fetchChart(key, 25));
    await isTold.promise;
    isWrittenDown.resolve();
    await Promise.race([clock.untilWaiting(2), charts[1]]);
    clock.advance(4999);
    expect(server.requests).toHaveLength(1);
    clock.advance(1);
    for (const chart of await Promise.all(charts)) expect(chart).toMatchObject({ error: null });
    expect(server.requests).toHaveLength(3);
    expect(spent, 'units written down: one of them for a request that was never sent').toBe(4);
  });

  test('nor does it start once the run was stopped', async () => {
    const isWrittenDown = deferred();
    let spent = 0;
    const { source, server } = await openTestSource(() => tooFast({ 'retry-after': '7200' }), {
      beforeRequest: () => ((spent += 1) === 2 ? isWrittenDown.promise : Promise.resolve()),
    });
    const [pl, nl] = keys('PL', 'NL').map((key) => source.fetchChart(key, 25));
    expect((await pl)?.error?.code).toBe('wait-too-long');
    isWrittenDown.resolve();
    expect(await nl).toMatchObject({ requests: 0, error: { message: expect.stringMatching(/^no further request: /) } });
    expect(server.requests).toHaveLength(1);
  });

  test('a longer Retry-After than may be waited stops the run, says until when, and is not asked again', async () => {
    const { source, server } = await openTestSource(() => tooFast({ 'retry-after': '7200' }), { limits: { concurrency: 1 } });
    const [first, second] = await Promise.all(keys('PL', 'NL').map((key) => source.fetchChart(key, 25)));
    const notBefore = '2026-11-23T14:00:00.000Z';
    expect(first?.error).toMatchObject({ code: 'wait-too-long', message: 'rate limited (429); YouTube asks to wait 2 h', notBefore });
    expect(second).toMatchObject({
      requests: 0,
      error: { code: 'wait-too-long', message: expect.stringMatching(/^no further request: /) },
    });
    expect(server.requests).toHaveLength(1);
  });

  test('a 503 that asks for too long a wait stops the run as well', async () => {
    const { source, server } = await openTestSource(() => apiError(503, 'backendError', { 'retry-after': '7200' }), {
      limits: { concurrency: 1 },
    });
    const charts = await Promise.all(keys('PL', 'NL').map((key) => source.fetchChart(key, 25)));
    for (const { error } of charts) expect(error).toMatchObject({ code: 'wait-too-long' });
    expect(charts[0]?.error?.notBefore).toBe('2026-11-23T14:00:00.000Z');
    expect(server.requests).toHaveLength(1);
  });

  test('a page that gives up still owes the others its wait', async () => {
    const clock = createTestClock();
    const { source, server } = await openTestSource(({ region }) => (region === 'PL' ? tooFast({ 'retry-after': '5' }) : page(region)), {
      clock,
      limits: { retryBudget: 0 },
    });
    expect((await source.fetchChart({ region: 'PL', category: 0 }, 25)).error?.code).toBe('rate-limited');
    const nl = source.fetchChart({ region: 'NL', category: 0 }, 25);
    await clock.untilWaiting(1);
    clock.advance(4999);
    expect(server.requests).toHaveLength(1);
    clock.advance(1);
    expect(await nl).toMatchObject({ error: null });
  });

  test('a Retry-After beyond the deadline is not waited for', async () => {
    const { source } = await openTestSource(() => tooFast({ 'retry-after': '60' }), { limits: { deadlineAt: 59_000 } });
    expect((await source.fetchChart({ region: 'PL', category: 0 }, 25)).error).toMatchObject({
      code: 'wait-too-long',
      message: "rate limited (429); YouTube asks to wait 1 min, beyond the run's deadline",
    });
  });

  test('no answer silences the vault for more than a day', async () => {
    const { source } = await openTestSource(() => tooFast({ 'retry-after': '999999999999' }));
    expect((await source.fetchChart({ region: 'PL', category: 0 }, 25)).error?.notBefore).toBe('2026-11-24T12:00:00.000Z');
  });
});
