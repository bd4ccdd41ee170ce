import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VaultError } from '../../src/core/errors.ts';
import { openShellWithApi, noon } from '../support/cli.ts';
import { apiItem } from '../support/items.ts';
import { apiError, page } from '../support/source.ts';
import { createEagerClock } from '../support/test-clock.ts';

const hours = (count: number): number => count * 3_600_000;
const json = (text: string) => JSON.parse(text);

describe('vault fetch', () => {
  test('stores every region and prints the document of the contract', async () => {
    const shell = await openShellWithApi(({ region }) => page(region, { size: 2 }));
    const { exitCode, stdout } = await shell.vault('fetch --regions PL,NL --json');
    expect(exitCode).toBe(0);
    expect(json(stdout)).toEqual({
      run: 1,
      status: 'complete',
      startedAt: '2026-11-23T12:00:00.000Z',
      finishedAt: '2026-11-23T12:00:00.000Z',
      durationMs: 0,
      regions: ['PL', 'NL'].map((region) => ({
        region,
        category: 0,
        language: region.toLowerCase(),
        status: 'stored',
        videos: 2,
        rejected: 0,
        requests: 1,
        retries: 0,
        waitedMs: 0,
        durationMs: 0,
        error: null,
      })),
      videos: { fetched: 4, unique: 4, new: 4, shared: 0, rejected: 0 },
      overlapPercent: 0,
      requests: 2,
      retries: 0,
      quota: { used: 2, usedToday: 2, limit: 10_000, resetsAt: '2026-11-24T08:00:00.000Z' },
      database: join(shell.folder, 'vault.db'),
    });
  });

  test('leaves one file for the vault and one for its lock', async () => {
    const shell = await openShellWithApi(({ region }) => page(region));
    await shell.vault('fetch');
    expect(readdirSync(shell.folder).toSorted()).toEqual(['vault.db', 'vault.db.lock']);
  });

  test('unites what several regions show', async () => {
    const shell = await openShellWithApi(({ region }) => ({
      body: { items: [apiItem('shared', { statistics: { viewCount: region === 'NL' ? '9' : '5' } }), apiItem(region)] },
    }));
    const { stdout } = await shell.vault('fetch --regions PL,NL,SE --json');
    expect(json(stdout)).toMatchObject({ videos: { fetched: 6, unique: 4, shared: 1 }, overlapPercent: 25 });
  });

  test('a region that fails is told, and the others are stored: exit 3', async () => {
    const shell = await openShellWithApi(({ region }) => (region === 'NL' ? apiError(503, 'backendError') : page(region)));
    const { exitCode, stdout } = await shell.vault('fetch --regions PL,NL,SE --json');
    expect(exitCode).toBe(3);
    expect(json(stdout)).toMatchObject({
      status: 'partial',
      videos: { fetched: 6 },
      regions: [
        { status: 'stored' },
        { region: 'NL', status: 'failed', videos: 0, requests: 3, retries: 2, error: { code: 'server-error' } },
        { status: 'stored' },
      ],
    });
  });

  test.each([
    [69, 'no region could be fetched', apiError(500, 'backendError')],
    [69, 'every region is refused', apiError(400, 'invalidParameter')],
    [75, 'the quota of the day is spent', apiError(403, 'quotaExceeded')],
    [75, 'YouTube asks for a longer wait', apiError(429, 'rateLimitExceeded', { 'retry-after': '3600' })],
    [77, 'the key is refused', apiError(403, 'accessNotConfigured')],
    [0, 'no region has such a chart', apiError(404, 'notFound')],
  ])('exit %d: %s', async (code, _, answer) => {
    const shell = await openShellWithApi(() => answer);
    expect((await shell.vault('fetch --regions PL,NL --json')).exitCode).toBe(code);
  });

  test('what is stored decides the exit code first, whatever stopped the rest', async () => {
    const shell = await openShellWithApi(({ index }) => (index === 0 ? page('PL') : apiError(403, 'quotaExceeded')));
    expect((await shell.vault('fetch --regions PL,NL --concurrency 1')).exitCode).toBe(3);
  });

  test('a wait that is too long is remembered: the next run sends nothing until it is over', async () => {
    const shell = await openShellWithApi(({ index }) =>
      index === 0 ? apiError(429, 'rateLimitExceeded', { 'retry-after': '7200' }) : page('PL'),
    );
    await shell.vault('fetch --regions PL');
    const second = await shell.vault('fetch --regions PL --json', { clock: createEagerClock(noon + hours(1.99)) });
    expect(second.exitCode).toBe(75);
    expect(json(second.stdout)).toMatchObject({ status: 'skipped', reason: 'throttled', until: '2026-11-23T14:00:00.000Z' });
    expect(second.stderr).toMatch(/^vault: nothing fetched: no request for another 36 s: rate limited \(429\).* 23 Nov 2026, 14:00\n$/);
    expect(shell.server.requests).toHaveLength(1);
    expect((await shell.vault('fetch --regions PL', { clock: createEagerClock(noon + hours(2)) })).exitCode).toBe(0);
  });

  test('an item that cannot be read is counted and kept, and its neighbours are stored', async () => {
    const shell = await openShellWithApi(() => ({ body: { items: [apiItem('a'), { id: 'broken' }, apiItem('c')] } }));
    const { exitCode, stdout } = await shell.vault('fetch --regions PL --json');
    expect(exitCode).toBe(0);
    expect(json(stdout)).toMatchObject({ videos: { fetched: 2, rejected: 1 }, regions: [{ videos: 2, rejected: 1 }] });
  });

  test('every category of every region is a chart of its own', async () => {
    const shell = await openShellWithApi(({ region, category }) =>
      category === 20 ? apiError(404, 'notFound') : page(`${region}${category}`),
    );
    const { exitCode, stdout } = await shell.vault('fetch --regions PL,NL --categories 0,10,20 --json');
    expect(exitCode).toBe(0);
    const charts = json(stdout).regions.map(({ region, category, status }: Record<string, unknown>) => [region, category, status]);
    expect(charts).toEqual([
      ['PL', 0, 'stored'],
      ['PL', 10, 'stored'],
      ['PL', 20, 'no-chart'],
      ['NL', 0, 'stored'],
      ['NL', 10, 'stored'],
      ['NL', 20, 'no-chart'],
    ]);
  });

  test('a chart that suddenly gives nothing is stored as sparse and warned about', async () => {
    const shell = await openShellWithApi(({ index, region }) => page(region, { size: index === 0 ? 3 : 0 }));
    await shell.vault('fetch --regions PL');
    const { exitCode, stdout, stderr } = await shell.vault('fetch --regions PL');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('PL: answered, but with no video; last stored just now, in run 1');
    expect(stderr).toContain('sparse');
  });

  test('a chart that gives far fewer than its last runs is sparse', async () => {
    let size = 10;
    const shell = await openShellWithApi(({ region }) => page(region, { size }));
    await shell.vault('fetch --regions PL');
    await shell.vault('fetch --regions PL');
    size = 4;
    const { stdout } = await shell.vault('fetch --regions PL');
    expect(stdout).toContain('PL: answered with 4 videos, far fewer than its last runs; last stored just now, in run 2');
  });

  test('a run that is told to end stores what arrived', async () => {
    const interruption = new AbortController();
    const shell = await openShellWithApi(({ index }) => {
      if (index === 0) return page('PL');
      interruption.abort(new VaultError('interrupted', 'ended by SIGTERM'));
      return { raw: () => {} };
    });
    const { exitCode, stdout } = await shell.vault('fetch --regions PL,NL,SE --concurrency 1 --json', {
      interruption: interruption.signal,
    });
    expect(exitCode).toBe(3);
    expect(json(stdout)).toMatchObject({
      status: 'partial',
      videos: { fetched: 3 },
      regions: [{ status: 'stored' }, { error: { code: 'interrupted' } }, { error: { code: 'interrupted' } }],
    });
  });

  test('the deadline ends a run that hangs, and what arrived is stored', async () => {
    let reachDeadline = (): void => {};
    const shell = await openShellWithApi(({ region }) => {
      if (region === 'PL') return page('PL');
      reachDeadline();
      return { raw: () => {} };
    });
    const clock = createEagerClock(noon);
    const schedule = (ms: number, callback: () => void) => {
      if (ms === hours(24)) reachDeadline = callback;
      return clock.schedule(ms, callback);
    };
    const { exitCode, stdout } = await shell.vault('fetch --regions PL,NL,SE --concurrency 1 --json', { clock: { ...clock, schedule } });
    expect(exitCode).toBe(3);
    const deadline = { code: 'deadline', message: "not fetched within the run's deadline of 1 d" };
    expect(json(stdout).regions).toMatchObject([{ status: 'stored' }, { error: deadline, requests: 1 }, { error: deadline, requests: 0 }]);
  });
});
