import { setImmediate as tick } from 'node:timers/promises';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createPinger, type Send } from '../../src/ops/ping.ts';
import { createTestClock, type TestClock } from '../support/test-clock.ts';

const secret = 'f3c1b2a4-5d6e-4f70-8a9b-0c1d2e3f4a5b';
const address = `https://hc.example/${secret}`;

type Request = Parameters<Send>[0];

const status =
  (code: number): Send =>
  async () => ({ status: code });
const refused: Send = async ({ url }) => {
  throw Object.assign(new Error(`connect ECONNREFUSED ${url.href}`), { code: 'ECONNREFUSED' });
};
const throwing: Send = ({ url }) => {
  throw new TypeError(`no ${url.href}`);
};
const deaf: Send = () => new Promise(() => {});
const hanging: Send = ({ signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

const silences = [
  ['hangs', hanging],
  ['does not even end when told to', deaf],
] as const;

/** A pinger whose pings get these answers in turn, the last one again and again. */
function openPinger(...answers: readonly Send[]) {
  const clock = createTestClock();
  const interrupting = new AbortController();
  const requests: Request[] = [];
  const warnings: string[] = [];
  const send: Send = (request) => {
    const answer = answers[Math.min(requests.length, answers.length - 1)] ?? status(200);
    requests.push(request);
    return answer(request);
  };
  const warn = (message: string): void => void warnings.push(message);
  const pinger = createPinger({ url: new URL(address), send, clock, interruption: interrupting.signal, warn });
  return { pinger, clock, interrupting, requests, warnings, ways: () => requests.map(({ url }) => url.pathname.slice(secret.length + 1)) };
}

/** Lets the time pass until a promise resolves, and gives the milliseconds. */
async function passing(clock: TestClock, promise: Promise<void>): Promise<number> {
  const from = clock.monotonic();
  const watch = { isOver: false };
  const watched = promise.then(() => (watch.isOver = true));
  for (await tick(); !watch.isOver && clock.monotonic() < from + 60_000; await tick()) clock.advance(5);
  expect(watch.isOver, 'it has ended').toBe(true);
  await watched;
  return clock.monotonic() - from;
}

const done = { run: 12, ok: true, body: 'Run 12 complete' };

describe('a pinger', () => {
  test('tells the start at once, and the end with the summary, both by the id of the run', async () => {
    const { pinger, clock, requests, warnings, ways } = openPinger(status(200), status(201));
    pinger.started(12);
    expect(ways()).toEqual(['/start']);
    expect(await passing(clock, pinger.ended(done))).toBe(0);
    expect(ways()).toEqual(['/start', '']);
    expect(requests.map(({ body }) => body)).toEqual(['', 'Run 12 complete']);
    expect(new Set(requests.map(({ url }) => url.searchParams.get('rid'))).size).toBe(1);
    expect(warnings).toEqual([]);
  });

  test('tells a failure before any run began', async () => {
    const { pinger, clock, requests } = openPinger();
    await passing(clock, pinger.ended({ run: undefined, ok: false, body: 'the disk is full' }));
    expect(requests.map(({ url, body }) => [url.href, body])).toEqual([[`${address}/fail`, 'the disk is full']]);
  });

  test('tells the end only when the start has been answered', async () => {
    let answer: ((value: { status: number }) => void) | undefined;
    const { pinger, clock, ways } = openPinger(() => new Promise((resolve) => (answer = resolve)), status(200));
    pinger.started(12);
    const ended = pinger.ended(done);
    clock.advance(900);
    await tick();
    expect(ways()).toEqual(['/start']);
    answer?.({ status: 200 });
    expect(await passing(clock, ended)).toBe(0);
    expect(ways()).toEqual(['/start', '']);
  });

  test.each(silences)('gives a start up that %s, one second after the end, and tells the end', async (_, answer) => {
    const { pinger, clock, ways, warnings } = openPinger(answer, status(200));
    pinger.started(12);
    expect(await passing(clock, pinger.ended(done))).toBe(1000);
    expect(ways()).toEqual(['/start', '']);
    expect(warnings).toEqual([expect.stringContaining('the start of run 12 failed: no answer in time')]);
  });

  test.each(silences)('keeps a run for 4 s and no longer where everything %s, and ends what it sent', async (_, answer) => {
    const { pinger, clock, requests, warnings } = openPinger(answer);
    pinger.started(12);
    expect(await passing(clock, pinger.ended(done))).toBe(4000);
    expect(requests).toHaveLength(3);
    expect(requests.every(({ signal }) => signal.aborted)).toBe(true);
    expect(warnings).toHaveLength(2);
  });

  test('ends a start that hangs while the run goes on, after a second one', async () => {
    const { pinger, clock, requests } = openPinger(hanging);
    pinger.started(12);
    for (let step = 0; step < 10; step++, await tick()) clock.advance(1000);
    expect(requests.map(({ signal }) => signal.aborted)).toEqual([true, true]);
    expect(clock.pending()).toBe(0);
  });
});

describe('an interruption', () => {
  test.each([
    ['before the end', -300, 200],
    ['at the end', 0, 500],
    ['while the end is told', 1300, 1800],
    ['long before the end', -4000, 0],
  ])('%s leaves the pings 500 ms', async (_, at, expected) => {
    const { pinger, clock, interrupting, warnings } = openPinger(deaf);
    const cancel = clock.schedule(5000 + at, () => interrupting.abort());
    clock.advance(5000);
    expect(await passing(clock, pinger.ended(done))).toBe(expected);
    expect(warnings).toHaveLength(1);
    cancel();
  });

  test('during a start that hangs leaves time for the end', async () => {
    const { pinger, clock, interrupting, ways } = openPinger(hanging, status(200));
    pinger.started(12);
    interrupting.abort();
    expect(await passing(clock, pinger.ended({ ...done, ok: false }))).toBe(125);
    expect(ways()).toEqual(['/start', '/fail']);
  });
});

describe('a ping that fails', () => {
  test.each<[string, Send[], number, string | undefined]>([
    ['refused once', [refused, status(200)], 2, undefined],
    ['refused twice', [refused], 2, 'no answer (ECONNREFUSED)'],
    ['refused in an odd way', [async () => Promise.reject('broken')], 2, 'no answer (unknown)'],
    ['coded oddly', [async () => Promise.reject(Object.assign(new Error('x'), { code: address }))], 2, 'no answer (Error)'],
    ['never sent', [throwing], 2, 'no answer (TypeError)'],
    ['hanging once', [hanging, status(200)], 2, undefined],
    ['answered with 503 once', [status(503), status(200)], 2, undefined],
    ['answered with 500 and then refused', [status(500), refused], 2, 'no answer (ECONNREFUSED)'],
    ['answered with 500', [status(500)], 2, 'the answer was 500'],
    ['answered with 404', [status(404)], 1, 'the answer was 404'],
    ['sent elsewhere', [status(302)], 1, 'the answer was 302'],
  ])('because it was %s is sent at most twice and warned about once', async (_, answers, count, problem) => {
    const { pinger, clock, requests, warnings } = openPinger(...answers);
    await passing(clock, pinger.ended(done));
    expect(requests).toHaveLength(count);
    const remedy = 'check VAULT_PING_URL, the network, and the proxy if there is one';
    expect(warnings).toEqual(problem === undefined ? [] : [`the ping at the end of run 12 failed: ${problem}; ${remedy}`]);
  });

  test.each([refused, throwing, deaf, hanging, status(404)])('is told of without its address (%#)', async (answer) => {
    const { pinger, clock, warnings } = openPinger(answer);
    pinger.started(12);
    await passing(clock, pinger.ended(done));
    expect(warnings).toHaveLength(2);
    expect(warnings.join()).not.toContain(secret);
    expect(warnings.join()).not.toContain('hc.example');
  });

  test('is no unhandled rejection, also where the run never ends or the answer comes too late', async () => {
    const unhandled = vi.fn<(reason: unknown) => void>();
    process.on('unhandledRejection', unhandled);
    onTestFinished(() => void process.off('unhandledRejection', unhandled));
    const late: (() => void)[] = [];
    const first = openPinger(() => new Promise((_, reject) => late.push(() => reject(new Error('too late')))));
    first.pinger.started(12);
    await passing(first.clock, first.pinger.ended(done));
    for (const reject of late) reject();
    const second = openPinger(refused);
    second.pinger.started(12);
    second.clock.advance(10_000);
    await tick();
    expect(unhandled).not.toHaveBeenCalled();
    expect(late).toHaveLength(3);
  });
});

test('a pinger made after the interruption has 500 ms as well', async () => {
  const clock = createTestClock();
  const pinger = createPinger({ url: new URL(address), send: deaf, clock, interruption: AbortSignal.abort(), warn: () => {} });
  expect(await passing(clock, pinger.ended(done))).toBe(500);
});

test('a pinger leaves neither a timer nor a listener behind', async () => {
  const { pinger, clock, interrupting } = openPinger(hanging, status(500), refused);
  pinger.started(12);
  await passing(clock, pinger.ended(done));
  expect(clock.pending()).toBe(0);
  interrupting.abort();
  expect(clock.pending()).toBe(0);
});
