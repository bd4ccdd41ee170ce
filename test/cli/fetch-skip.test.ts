import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openShell, openShellWithApi, noon } from '../support/cli.ts';
import { apiError, page } from '../support/source.ts';
import { createEagerClock } from '../support/test-clock.ts';

const hours = (count: number): number => count * 3_600_000;
const json = (text: string) => JSON.parse(text);

describe('--if-older-than', () => {
  test('sends nothing while the last run that stored something is younger, and says so', async () => {
    const shell = await openShellWithApi(({ region }) => page(region));
    await shell.vault('fetch --regions PL');
    const at = (ms: number) => ({ clock: createEagerClock(noon + ms) });
    const early = await shell.vault('fetch --regions PL --if-older-than 7h', at(hours(6)));
    expect(early).toMatchObject({ exitCode: 0, stderr: '' });
    expect(early.stdout).toBe(
      'Nothing to do: the last run started 6 h ago, and every 7 h is enough; the next run may start at 23 Nov 2026, 18:51.\n',
    );
    expect(await shell.vault('fetch --regions PL --if-older-than 7h --quiet', at(hours(6)))).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: '',
    });
    const document = await shell.vault('fetch --regions PL --if-older-than 7h --json', at(hours(6)));
    expect(json(document.stdout)).toMatchObject({ status: 'skipped', reason: 'not-due', until: '2026-11-23T18:51:36.000Z' });
    expect(shell.server.requests).toHaveLength(1);
    expect((await shell.vault('fetch --regions PL --if-older-than 7h', at(hours(7)))).exitCode).toBe(0);
    expect(shell.server.requests).toHaveLength(2);
  });

  test('a run that stored nothing does not count', async () => {
    const shell = await openShellWithApi(({ index, region }) => (index === 0 ? apiError(400, 'invalidParameter') : page(region)));
    await shell.vault('fetch --regions PL');
    expect((await shell.vault('fetch --regions PL --if-older-than 7h')).exitCode).toBe(0);
    expect(shell.server.requests).toHaveLength(2);
  });
});

describe('--dry-run', () => {
  test('says what a run would do, needs no key, sends nothing and makes no file', async () => {
    const shell = openShell();
    const { exitCode, stdout } = await shell.vault('fetch --dry-run --regions PL,NL --max-results 120');
    expect(exitCode).toBe(0);
    expect(stdout.split('\n')).toEqual([
      'Charts   2, up to 120 videos each: PL NL',
      'Quota    6 requests, 6 units when nothing has to be asked twice; 10,000 of 10,000 are left today',
      'Held     by nobody',
      'Start    now',
      `Vault    ${join(shell.folder, 'vault.db')}`,
      'Nothing was sent.',
      '',
    ]);
    expect(readdirSync(shell.folder)).toEqual([]);
  });

  test('as JSON, with the reason not to start', async () => {
    const shell = await openShellWithApi(({ region }) => page(region));
    await shell.vault('fetch --regions PL');
    const { stdout } = await shell.vault('fetch --dry-run --regions PL --if-older-than 7h --json');
    expect(json(stdout)).toMatchObject({
      status: 'planned',
      requests: 1,
      units: 1,
      quota: { usedToday: 1, left: 9999 },
      held: false,
      holder: null,
      skip: { reason: 'not-due' },
    });
    expect(shell.server.requests).toHaveLength(1);
  });
});

describe('what stands in the way', () => {
  test('no key: exit 78, with the remedy', async () => {
    const shell = openShell();
    const { exitCode, stderr } = await shell.vault('fetch');
    expect(exitCode).toBe(78);
    expect(stderr).toMatch(/^vault: no API key: put YOUTUBE_API_KEY .*\n$/);
    expect(existsSync(join(shell.folder, 'vault.db'))).toBe(false);
  });

  test('a proxy that cannot be used: exit 78, without its password', async () => {
    const shell = openShell({ YOUTUBE_API_KEY: 'k', HTTPS_PROXY: 'socks5://me:secret@127.0.0.1:1080' });
    expect(await shell.vault('fetch')).toMatchObject({ exitCode: 78, stderr: expect.not.stringContaining('secret') });
  });

  test('a file that is no vault: exit 78', async () => {
    const shell = await openShellWithApi(() => page('PL'));
    writeFileSync(join(shell.folder, 'vault.db'), 'Dear diary, this is no database at all.');
    expect((await shell.vault('fetch')).exitCode).toBe(78);
    expect(shell.server.requests).toHaveLength(0);
  });

  test('a run that no day has quota for: exit 78, and what to change', async () => {
    const shell = await openShellWithApi(({ region }) => page(region));
    shell.env['VAULT_QUOTA_PER_DAY'] = '3';
    const { exitCode, stderr } = await shell.vault('fetch');
    expect(exitCode).toBe(78);
    expect(stderr).toBe('vault: the run needs 7 units of quota, and VAULT_QUOTA_PER_DAY is 3: fetch less, or raise it\n');
    expect(shell.server.requests).toHaveLength(0);
  });

  test('a day whose quota is nearly spent: exit 75, and no request', async () => {
    const shell = await openShellWithApi(({ region }) => page(region));
    shell.env['VAULT_QUOTA_PER_DAY'] = '10';
    await shell.vault('fetch');
    const { exitCode, stderr } = await shell.vault('fetch');
    expect(exitCode).toBe(75);
    expect(stderr).toContain('the run needs 7 units of quota, and 3 of 10 are left today; the next run may start at 24 Nov 2026, 08:00');
    expect(shell.server.requests).toHaveLength(7);
  });

  test('the key is in nothing that is printed or stored', async () => {
    const shell = await openShellWithApi(({ index }) => (index === 0 ? apiError(400, 'badRequest') : page('PL')));
    const { stdout, stderr } = await shell.vault('fetch --regions NL,PL --log-level debug');
    expect(stdout + stderr).not.toContain('AIza-test-key');
    expect(readFileSync(join(shell.folder, 'vault.db'), 'latin1')).not.toContain('AIza-test-key');
  });
});
