import { describe, expect, test } from 'vitest';
import { noon, openShellWithApi } from '../support/cli.ts';
import { apiError, page } from '../support/source.ts';
import { createEagerClock } from '../support/test-clock.ts';

describe('what the settings say is what the run keeps to', () => {
  test.each([
    ['30s', 75],
    ['2m', 0],
  ])('with VAULT_MAX_WAIT=%s, a Retry-After of a minute ends in exit %d', async (maxWait, exitCode) => {
    const shell = await openShellWithApi(({ index, region }) => (index === 0 ? apiError(429, 'x', { 'retry-after': '60' }) : page(region)));
    shell.env['VAULT_MAX_WAIT'] = maxWait;
    expect((await shell.vault('fetch --regions PL')).exitCode).toBe(exitCode);
  });

  test('a Retry-After beyond the deadline ends the run', async () => {
    const shell = await openShellWithApi(() => apiError(429, 'x', { 'retry-after': '60' }));
    shell.env['VAULT_DEADLINE'] = '50s';
    const clock = createEagerClock(noon);
    const schedule = (ms: number, callback: () => void) => clock.schedule(ms === 50_000 ? 1e9 : ms, callback);
    expect((await shell.vault('fetch --regions PL', { clock: { ...clock, schedule } })).exitCode).toBe(75);
  });

  test('--timeout and --deadline are the limits that are set, and none is left when the run is over', async () => {
    const shell = await openShellWithApi(({ region }) => page(region));
    const clock = createEagerClock(noon);
    const scheduled: number[] = [];
    const schedule = (ms: number, callback: () => void) => {
      scheduled.push(ms);
      return clock.schedule(1e9, callback);
    };
    await shell.vault('fetch --regions PL --timeout 7s --deadline 3m', { clock: { ...clock, schedule } });
    expect(scheduled).toEqual([180_000, 7000]);
    expect(clock.pending()).toBe(0);
  });

  test('the requests of a run go through the proxy of the environment', async () => {
    const shell = await openShellWithApi(({ region }) => page(region));
    shell.env['HTTP_PROXY'] = 'http://127.0.0.1:1';
    const { exitCode, stdout } = await shell.vault('fetch --regions PL');
    expect(exitCode).toBe(69);
    expect(stdout).toContain('ECONNREFUSED');
    expect(shell.server.requests).toHaveLength(0);
  });
});
