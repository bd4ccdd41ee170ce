import { existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../src/sqlite/store.ts';
import { noon, openShell, openShellWithApi } from '../support/cli.ts';
import { apiItem } from '../support/items.ts';
import { apiError, page } from '../support/source.ts';
import { createEagerClock } from '../support/test-clock.ts';

const at = (hours: number) => ({ clock: createEagerClock(noon + hours * 3_600_000) });

describe('vault stats', () => {
  test('prints the very document that fetch printed', async () => {
    const shell = await openShellWithApi(({ region, index }) => (index % 3 === 1 ? apiError(400, 'invalidParameter') : page(region)));
    const fetched = await shell.vault('fetch --regions PL,NL,SE --json');
    expect(await shell.vault('stats --json')).toEqual({ exitCode: 0, stdout: fetched.stdout, stderr: '' });
  });

  test('prints for people what fetch printed for people', async () => {
    const shell = await openShellWithApi(({ region }) => page(region));
    const fetched = await shell.vault('fetch --regions PL,NL');
    expect((await shell.vault('stats')).stdout).toBe(fetched.stdout);
  });

  test('tells people everything that there is to know of a run', async () => {
    const shell = await openShellWithApi(({ region, index }) => (index > 4 ? apiError(503, 'backendError') : page(region, { size: 2 })));
    await shell.vault('fetch --regions PL,SE,NL --concurrency 1');
    await shell.vault('fetch --regions PL,SE,NL --concurrency 1', at(7));
    const { stdout } = await shell.vault('stats', at(8.5));
    expect(stdout.split('\n')).toEqual([
      'Run 2 partial, started 23 Nov 2026, 19:00 (1 h 30 min ago), took 2.0 s',
      '',
      'Region  Language  Status        Videos  New  Rejected  Requests  Retries   Time  On top',
      'PL      pl        stored             2    0         0         1        0  0.0 s  Title of PL-1',
      'SE      sv        stored             2    0         0         1        0  0.0 s  Title of SE-1',
      'NL      nl        server-error       0    0         0         3        2  2.0 s',
      'Total                                4    0         0         5        2  2.0 s',
      '',
      'NL: server error (503) after 3 attempts; YouTube says: It is backendError; last stored 8 h 30 min ago, in run 1',
      '',
      'Videos   4 fetched, 4 unique, 0 new',
      'Overlap  0 in more than one region, 0.00 % of the unique ones',
      'Quota    5 units in this run, 8 of 10,000 used today; resets 24 Nov 2026, 08:00 (in 11 h 30 min)',
      `Vault    ${join(shell.folder, 'vault.db')}`,
      '',
    ]);
  });

  test.each([
    [
      'a spent quota',
      () => apiError(403, 'quotaExceeded'),
      "the day's quota is spent; YouTube gives it anew at midnight Pacific time",
      '24 Nov 2026, 08:00',
    ],
    [
      'a long wait',
      () => apiError(429, 'rateLimitExceeded', { 'retry-after': '7200' }),
      'rate limited (429); YouTube asks to wait 2 h',
      '23 Nov 2026, 14:00',
    ],
  ])('says of %s when the next fetch may be, in local time, until then', async (_, answer, reason, until) => {
    const shell = await openShellWithApi(answer);
    const { exitCode, stdout } = await shell.vault('fetch --regions PL,NL --concurrency 1');
    expect(exitCode).toBe(75);
    expect(stdout).toContain(`PL: ${reason}; next fetch at ${until}; never stored before`);
    expect(stdout).toContain(`NL: no further request: ${reason}; next fetch at ${until}; never stored before`);
    const inNewYork = await shell.vault('stats', { ...at(1), timeZone: 'America/New_York' });
    expect(inNewYork.stdout).toMatch(/next fetch at 2[34] Nov 2026, 0[39]:00/);
    expect((await shell.vault('stats', at(21))).stdout).not.toContain('next fetch');
  });

  test('--run shows an earlier run', async () => {
    const shell = await openShellWithApi(({ region }) => page(region));
    const first = await shell.vault('fetch --regions PL --json');
    await shell.vault('fetch --regions NL');
    expect(JSON.parse((await shell.vault('stats --run 1 --json')).stdout)).toMatchObject({
      run: 1,
      regions: JSON.parse(first.stdout).regions,
    });
  });

  test('--run that is not there: exit 64, and which is the newest', async () => {
    const shell = await openShellWithApi(({ region }) => page(region));
    await shell.vault('fetch --regions PL');
    const { exitCode, stderr } = await shell.vault('stats --run 99');
    expect(exitCode).toBe(64);
    expect(stderr).toBe('vault: --run 99: no such run; the newest in this vault is 1\n');
  });

  test('a killed run is told of, and the last one that ended is shown', async () => {
    const shell = await openShellWithApi(({ region }) => page(region));
    await shell.vault('fetch --regions PL');
    const store = await openSqliteStore(join(shell.folder, 'vault.db'));
    await store.startRun({ startedAt: '2026-11-23T13:00:00.000Z', version: 'x' });
    const during = await shell.vault('stats', at(2));
    await store.close();
    expect(during.stdout).toMatch(/^Run 2, started 1 h ago, is going on\.\nRun 1 complete/);
    expect((await shell.vault('stats', at(2))).stdout).toMatch(
      /^Run 2, started 1 h ago, was interrupted and stored nothing\.\nRun 1 complete/,
    );
    expect(JSON.parse((await shell.vault('stats --json', at(2))).stdout).run).toBe(1);
    expect(JSON.parse((await shell.vault('stats --run 2 --json', at(2))).stdout)).toMatchObject({ run: 2, status: 'interrupted' });
    const { stdout } = await shell.vault('runs --json');
    expect(JSON.parse(stdout).map(({ run, status }: Record<string, unknown>) => [run, status])).toEqual([
      [2, 'interrupted'],
      [1, 'complete'],
    ]);
  });

  test.each(['stats', 'runs'])('%s on a missing vault says what to run, and makes no file', async (command) => {
    const shell = openShell();
    const { exitCode, stdout } = await shell.vault(command);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('vault fetch');
    expect(readdirSync(shell.folder)).toEqual([]);
  });

  test.each(['stats', 'runs'])('%s on an empty file does the same', async (command) => {
    const shell = openShell();
    writeFileSync(join(shell.folder, 'vault.db'), '');
    const { exitCode, stdout } = await shell.vault(command);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('vault fetch');
    expect(readdirSync(shell.folder)).toEqual(['vault.db']);
  });

  test('a link that leads to itself is exit 74, in one sentence', async () => {
    const shell = openShell();
    symlinkSync('vault.db', join(shell.folder, 'vault.db'));
    expect(await shell.vault('stats')).toMatchObject({ exitCode: 74, stderr: expect.stringContaining('cannot be opened') });
  });

  test('on a missing vault --json is a document too', async () => {
    const shell = openShell();
    expect(JSON.parse((await shell.vault('stats --json')).stdout)).toEqual({ status: 'empty', database: join(shell.folder, 'vault.db') });
    expect(JSON.parse((await shell.vault('runs --json')).stdout)).toEqual([]);
    expect(existsSync(join(shell.folder, 'vault.db'))).toBe(false);
  });

  test('no control or bidirectional character of a title reaches a terminal', async () => {
    const title = 'a\u001b]0;owned\u0007b\u202ec\u2066d\u0085e\u200ff\ng';
    const shell = await openShellWithApi(() => ({ body: { items: [apiItem('x', { snippet: { title } })] } }));
    const { stdout } = await shell.vault('fetch --regions PL');
    expect(stdout).toContain('a]0;ownedbcd ef g');
    for (const character of ['\u001b', '\u0007', '\u0085', '\u200f', '\u202e', '\u2066']) expect(stdout).not.toContain(character);
  });
});
