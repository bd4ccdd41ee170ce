import { expect, test } from 'vitest';
import { narrateLater } from '../../src/cli/late-narrator.ts';
import type { RunEvent } from '../../src/core/ports.ts';
import { createTestClock } from '../support/test-clock.ts';

const chart = { region: 'PL', category: 0 };
const start: RunEvent = { kind: 'start', run: 7 };
const request: RunEvent = { kind: 'request', chart, page: 1, attempt: 1 };
const page: RunEvent = { kind: 'page', chart, items: 25 };

function openScript(load: () => Promise<void> = async () => {}) {
  const told: (RunEvent | string)[] = [];
  const clock = createTestClock();
  const began = clock.now();
  const times: number[] = [];
  const narrator = narrateLater(
    async ({ now }) => {
      told.push('loaded');
      await load();
      return { report: (event) => (times.push(now() - began), void told.push(event)), stop: () => void told.push('stopped') };
    },
    clock,
    clock.schedule,
  );
  return { told, times, clock, narrator };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('a narrator is loaded when there is time, tells first what happened before, as of when it happened, and then at once', async () => {
  const { told, times, clock, narrator } = openScript();
  narrator.report(start);
  clock.advance(30);
  narrator.report(request);
  expect(told).toEqual([]);
  clock.advance(70);
  await turn();
  expect(told).toEqual(['loaded', start, request]);
  narrator.report(page);
  expect(told.at(-1)).toBe(page);
  expect(times).toEqual([0, 30, 100]);
  await narrator.stop();
  expect(told).toEqual(['loaded', start, request, page, 'stopped']);
});

test('of a run that is over before, it tells at the end, and leaves no timer', async () => {
  const { told, clock, narrator } = openScript();
  narrator.report(start);
  await narrator.stop();
  expect(told).toEqual(['loaded', start, 'stopped']);
  expect(clock.pending()).toBe(0);
});

test('one that cannot be loaded costs no run', async () => {
  const { told, clock, narrator } = openScript(() => Promise.reject(new Error('no such file')));
  clock.advance(100);
  await turn();
  narrator.report(page);
  await narrator.stop();
  expect(told).toEqual(['loaded']);
});
