import { expect, test } from 'vitest';
import { narrateLater } from '../../src/cli/late-narrator.ts';
import type { RunEvent } from '../../src/core/ports.ts';

const chart = { region: 'PL', category: 0 };
const start: RunEvent = { kind: 'start', run: 7 };
const request: RunEvent = { kind: 'request', chart, page: 1, attempt: 1 };
const page: RunEvent = { kind: 'page', chart, items: 25 };

function openScript(load: () => Promise<void> = async () => {}) {
  const told: (RunEvent | string)[] = [];
  const narrator = narrateLater(async () => {
    told.push('loaded');
    await load();
    return { report: (event) => void told.push(event), stop: () => void told.push('stopped') };
  });
  return { told, narrator };
}

test('a narrator is loaded when requests are on their way, and tells first what happened before', async () => {
  const { told, narrator } = openScript();
  narrator.report(start);
  narrator.report(request);
  expect(told).toEqual([]);
  narrator.report({ kind: 'sent' });
  narrator.report(page);
  await narrator.stop();
  expect(told).toEqual(['loaded', start, request, page, 'stopped']);
});

test('it is loaded once, and tells at once what happens when it is there', async () => {
  const { told, narrator } = openScript();
  narrator.report({ kind: 'sent' });
  narrator.report({ kind: 'sent' });
  await Promise.resolve();
  await Promise.resolve();
  narrator.report(page);
  expect(told).toEqual(['loaded', page]);
});

test('of a run that sent nothing it tells at the end', async () => {
  const { told, narrator } = openScript();
  narrator.report(start);
  await narrator.stop();
  expect(told).toEqual(['loaded', start, 'stopped']);
});

test('one that cannot be loaded says so when the run ends, and not before', async () => {
  const { narrator } = openScript(() => Promise.reject(new Error('no such file')));
  narrator.report({ kind: 'sent' });
  await new Promise((resolve) => setImmediate(resolve));
  await expect(narrator.stop()).rejects.toThrow('no such file');
});
