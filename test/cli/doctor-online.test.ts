import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Handler } from '../../src/demo/server.ts';
import { openSqliteReader } from '../../src/sqlite/reader.ts';
import { openSqliteStore } from '../../src/sqlite/store.ts';
import { startRun } from '../store/sample-run.ts';
import { noon } from '../support/cli.ts';
import { apiError, page } from '../support/source.ts';
import { ago, breakPage, execute, findCheck, openSound, saying } from './doctor-shell.ts';

function dated(seconds: number): Handler {
  return ({ region }) => ({ ...page(region), headers: { date: new Date(noon + seconds * 1000).toUTCString() } });
}

describe('an API that', () => {
  test.each<[string, Handler, string, string, RegExp]>([
    ['takes the key', dated(0), 'key accepted', 'ok 0', /takes the key/],
    ['refuses the key', () => apiError(400, 'keyInvalid'), 'key accepted', 'failure 77', /not valid/],
    ['has no quota left', () => apiError(403, 'quotaExceeded'), 'key accepted', 'failure 75', /quota is spent/],
    ['is asked too fast', () => apiError(429, 'rateLimitExceeded'), 'key accepted', 'warning 0', /rate limited/],
    ['refuses the key can be reached', () => apiError(400, 'keyInvalid'), 'api', 'ok 77', /answered with 400/],
    ['is broken', () => apiError(500, 'backendError'), 'api', 'failure 69', /server error/],
    ['is the page of a hotel', () => ({ body: '<html>Log in' }), 'api', 'failure 69', /not a page of videos/],
    ['says nothing', () => ({ raw: () => {} }), 'api', 'failure 69', /no whole answer within 10 s/],
    ['has no date', ({ region }) => ({ ...page(region), headers: { date: 'today' } }), 'clock', 'warning 0', /no date/],
    ['has our time', dated(3), 'clock', 'ok 0', /agrees/],
    ['is minutes ahead', dated(600), 'clock', 'warning 0', /10 min( 1 s)? slow/],
    ['is hours behind', dated(-3 * 3600), 'clock', 'failure 78', /3 h fast|2 h 59 min fast/],
  ])('%s', async (_, api, check, verdict, message) => {
    const shell = await openSound(api);
    if (message.source.includes('within')) shell.env['VAULT_TIMEOUT'] = '10s';
    expect(await findCheck(shell, check, '--online')).toEqual(saying(verdict, message));
  });

  test.each([
    ['is not there', { VAULT_API_URL: 'http://127.0.0.1:1' }, /ECONNREFUSED/],
    ['is behind a proxy that is not there', { HTTP_PROXY: 'http://me:pa55@127.0.0.1:1' }, /through the proxy http:\/\/127.0.0.1:1: /],
    [
      'is behind a proxy that another port goes around',
      { HTTP_PROXY: 'http://127.0.0.1:1', NO_PROXY: '127.0.0.1:9' },
      /through the proxy http:\/\/127.0.0.1:1: /,
    ],
  ])('%s', async (_, env, message) => {
    const shell = await openSound();
    Object.assign(shell.env, env);
    expect(await findCheck(shell, 'api', '--online')).toEqual(saying('failure 69', message));
  });

  test('is behind a proxy of a kind that nobody speaks', async () => {
    const shell = await openSound();
    shell.env['HTTP_PROXY'] = 'socks5://127.0.0.1:1';
    expect(await findCheck(shell, 'api', '--online')).toEqual(saying('failure 78', /no proxy that can be used/));
  });
});

describe('the one request', () => {
  test('is sent only when asked for', async () => {
    const shell = await openSound();
    expect((await shell.vault('doctor')).stdout).toContain('vault doctor --online');
    expect(shell.server.requests).toHaveLength(0);
    await shell.vault('doctor --online');
    expect(shell.server.requests).toHaveLength(1);
  });

  test('costs one unit, which is written down', async () => {
    const shell = await openSound();
    await shell.vault('doctor --online');
    const reader = await openSqliteReader(shell.path);
    expect(await reader?.quotaUsed('2026-11-23')).toBe(1);
    await reader?.close();
  });

  test('needs no vault, and makes none', async () => {
    const shell = await openSound();
    const { stdout } = await shell.vault('doctor --online --db none.db');
    expect(stdout).toMatch(/ok +key accepted/);
    expect(existsSync(join(shell.folder, 'none.db'))).toBe(false);
  });

  test('is not sent without a key', async () => {
    const shell = await openSound();
    delete shell.env['YOUTUBE_API_KEY'];
    expect((await shell.vault('doctor --online')).exitCode).toBe(78);
    expect(shell.server.requests).toHaveLength(0);
  });

  test.each([
    [
      'YouTube wants a pause',
      (path: string) => execute(path, `INSERT INTO state VALUES ('not_before', '${ago(-2)}'), ('not_before_reason', 'PL: too fast')`),
    ],
    ["the day's quota is spent", (path: string) => execute(path, `INSERT INTO quota VALUES ('2026-11-23', 10000)`)],
    ['the vault is damaged', breakPage],
  ])('is not sent while %s', async (_, arrange) => {
    const shell = await openSound();
    arrange(shell.path);
    expect((await shell.vault('doctor --online')).stdout).toMatch(/warning +api +not asked: /);
    expect(shell.server.requests).toHaveLength(0);
  });

  test('is not sent while a run goes on', async () => {
    const shell = await openSound();
    const store = await openSqliteStore(shell.path);
    await startRun(store);
    expect((await shell.vault('doctor --online')).stdout).toMatch(/not asked: another run holds/);
    expect(shell.server.requests).toHaveLength(0);
    await store.close();
  });
});
