import { chmodSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../src/sqlite/store.ts';
import { startRun } from '../store/sample-run.ts';
import { openShellWithApi } from '../support/cli.ts';
import { page } from '../support/source.ts';
import { ago, breakPage, execute, findCheck, openSound, saying } from './doctor-shell.ts';

const oldRun = `INSERT INTO runs (run_id, started_at, finished_at, status, version) VALUES (0, '${ago(960)}', '${ago(960)}', 'failed', '1')`;

describe('a vault that', () => {
  const started = (hours: number): string => `UPDATE runs SET started_at = '${ago(hours)}'`;
  const pause = `INSERT INTO state VALUES ('not_before', '${ago(-2)}'), ('not_before_reason', 'PL: too fast')`;

  test.each([
    ['is sound', '', 'integrity', 'ok 0', /fit together/],
    ["is another program's database", 'PRAGMA application_id = 1', 'vault', 'failure 78', /not a vault/],
    ['a newer version made', 'PRAGMA user_version = 99', 'schema', 'failure 78', /newer version/],
    ['an older version made', 'PRAGMA user_version = 0', 'schema', 'warning 0', /format 0, and \d is the newest/],
    ['has rows that refer to nothing', 'PRAGMA foreign_keys = OFF; DELETE FROM videos', 'foreign keys', 'failure 74', /row of videos/],
    ['is not in WAL mode', 'PRAGMA journal_mode = DELETE', 'journal mode', 'warning 0', /delete, not WAL/],
    ['holds no run', 'DELETE FROM runs', 'last success', 'warning 0', /no run that is kept/],
    ['missed a run', started(15), 'last success', 'warning 0', /15 h ago/],
    ['no scheduler looks after', started(50), 'last success', 'failure 69', /2 d 2 h ago/],
    ['has a run of the future', started(-9), 'last success', 'warning 0', /9 h in the future/],
    ['has used up its quota', "INSERT INTO quota VALUES ('2026-11-23', 9995)", 'quota', 'warning 0', /9,995 of 10,000/],
    ['YouTube wants to pause', pause, 'quota', 'warning 0', /2 h: PL: too fast/],
    ['holds only runs that failed', `${oldRun}; DELETE FROM runs WHERE run_id > 0`, 'last success', 'warning 0', /no run that is kept/],
    ['keeps old runs', oldRun, 'retention', 'warning 0', /40 d old.*30 days/],
  ])('%s', async (_, sql, check, verdict, message) => {
    const shell = await openSound();
    execute(shell.path, sql);
    expect(await findCheck(shell, check)).toEqual(saying(verdict, message));
  });

  test('has a broken page', async () => {
    const shell = await openSound();
    breakPage(shell.path);
    expect(await findCheck(shell, 'integrity')).toEqual(saying('failure 74', /the vault is damaged/));
  });

  test('cannot even be opened', async () => {
    const shell = await openSound();
    writeFileSync(shell.path, readFileSync(shell.path).fill(0xff, 100, 4096));
    expect(await findCheck(shell, 'vault')).toEqual(saying('failure 74', /is damaged$/));
  });

  test('a run has held for hours', async () => {
    const shell = await openSound();
    const store = await openSqliteStore(shell.path);
    await startRun(store, ago(3));
    expect(await findCheck(shell, 'lock')).toEqual(saying('warning 0', /^process \d+ on .*, since 3 h: no run takes so long/));
    await store.close();
    expect(await findCheck(shell, 'lock')).toEqual(saying('ok 0', /nobody/));
  });
});

describe('a path that', () => {
  test.each([
    ['leads nowhere yet', 'none.db', 'warning 0', /no vault yet/],
    ['leads into no folder', 'nowhere/vault.db', 'failure 74', /folder does not exist/],
    ['leads to a folder', '.', 'failure 78', /not a vault/],
    ['leads to a text', 'notes.txt', 'failure 78', /not a vault/],
    ['leads in a circle', 'loop', 'failure 74', /cannot be opened/],
  ])('%s', async (_, path, verdict, message) => {
    const shell = await openSound();
    writeFileSync(join(shell.folder, 'notes.txt'), 'notes');
    symlinkSync('loop', join(shell.folder, 'loop'));
    expect(await findCheck(shell, 'vault', `--db ${path}`)).toEqual(saying(verdict, message));
  });
});

describe('a setting that', () => {
  test.each([
    ['gives no key', { YOUTUBE_API_KEY: '' }, 'key', 'failure 78', /no API key/],
    ['asks for more than a day has', { VAULT_QUOTA_PER_DAY: '3' }, 'quota', 'failure 78', /needs 7/],
    ['keeps for long', { VAULT_RETENTION_DAYS: '90' }, 'retention', 'warning 0', /is 90.*30 days/],
    [
      'names a file of metrics in no folder',
      { VAULT_METRICS_FILE: 'nowhere/vault.prom' },
      'metrics',
      'warning 0',
      /folder .* does not exist/,
    ],
    ['names a folder for the metrics', { VAULT_METRICS_FILE: '.' }, 'metrics', 'warning 0', /no regular file/],
    ['names the vault for the metrics', { VAULT_METRICS_FILE: './vault.db' }, 'metrics', 'warning 0', /belongs to the vault/],
    ['names something else for the metrics', { VAULT_METRICS_FILE: 'notes.txt' }, 'metrics', 'warning 0', /something else than metrics/],
    ['names a file of metrics', { VAULT_METRICS_FILE: 'vault.prom' }, 'metrics', 'ok 0', /vault\.prom can be written/],
    ['keeps for a month', { VAULT_RETENTION_DAYS: '30' }, 'retention', 'ok 0', /after 30 d/],
  ])('%s', async (_, env, check, verdict, message) => {
    const shell = await openSound();
    writeFileSync(join(shell.folder, 'notes.txt'), 'notes');
    Object.assign(shell.env, env);
    expect(await findCheck(shell, check)).toEqual(saying(verdict, message));
  });

  test('lets runs go that do not go', async () => {
    const shell = await openSound();
    shell.env['VAULT_RETENTION_DAYS'] = '30';
    execute(shell.path, oldRun);
    expect(await findCheck(shell, 'retention')).toEqual(saying('warning 0', /to go after 30 d, but the oldest run is 40 d old/));
    expect(await findCheck(shell, 'disk space')).toEqual(saying('ok 0', /what 30 d hold at today's .* a run needs (no more|another)/));
  });

  test('says of a vault that never had a run what to do first', async () => {
    const shell = await openShellWithApi(({ region }) => page(region));
    const path = join(shell.folder, 'vault.db');
    await (await openSqliteStore(path)).close();
    expect(await findCheck({ ...shell, path }, 'last success')).toEqual(saying('warning 0', /no run has stored anything yet/));
  });

  test('expects a slower pace', async () => {
    const shell = await openSound();
    execute(shell.path, `UPDATE runs SET started_at = '${ago(20)}'`);
    expect(await findCheck(shell, 'last success', '--every 1d')).toEqual(saying('ok 0', /one every 1 d/));
  });

  test.skipIf(process.platform === 'win32')('every user of the machine can read', async () => {
    const shell = await openSound();
    const file = join(shell.folder, '.env');
    writeFileSync(file, 'YOUTUBE_API_KEY=key-of-the-file');
    chmodSync(file, 0o644);
    expect(await findCheck(shell, '.env')).toEqual(saying('warning 0', /every user/));
    chmodSync(file, 0o600);
    expect(await findCheck(shell, '.env')).toEqual(saying('ok 0', /no other user/));
  });
});

test('what failed worst decides the exit code', async () => {
  const shell = await openSound();
  shell.env['YOUTUBE_API_KEY'] = '';
  execute(shell.path, `UPDATE runs SET started_at = '${ago(500)}'; PRAGMA foreign_keys = OFF; DELETE FROM videos`);
  expect(await shell.vault('doctor')).toMatchObject({ exitCode: 74, stdout: expect.stringContaining(': 12 ok, 0 warnings, 3 failures.') });
});

test('a line each, for people', async () => {
  const shell = await openSound();
  const { stdout, exitCode } = await shell.vault('doctor --online');
  const lines = stdout.trimEnd().split('\n');
  expect([exitCode, lines.at(-1)]).toEqual([0, '18 checks: 18 ok, 0 warnings, 0 failures.']);
  expect(lines.slice(0, -2).every((line) => /^ok {7}\S/.test(line))).toBe(true);
});

test('goes on below itself in whole words where the terminal is narrow', async () => {
  const shell = await openSound();
  let written = '';
  const stdout = { isTTY: true, columns: 60, write: (text: string) => (written += text) };
  await shell.vault('doctor', { stdout });
  const lines = written.split('\n');
  expect(Math.max(...lines.slice(0, -2).map((line) => stripVTControlCharacters(line).length))).toBeLessThanOrEqual(60 + shell.path.length);
  expect(lines.filter((line) => /^ {23}\S/.test(line)).length).toBeGreaterThan(3);
});
