import { readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../src/sqlite/store.ts';
import { noon, openShell, openShellWithApi } from '../support/cli.ts';
import { page } from '../support/source.ts';

const json = (text: string) => JSON.parse(text);

describe('vault demo', () => {
  test('needs no key, stores seven regions into a vault of its own, and waits out one 429', async () => {
    const shell = openShell();
    const { exitCode, stdout } = await shell.vault('demo --json');
    expect(exitCode).toBe(0);
    expect(json(stdout)).toMatchObject({
      run: 1,
      status: 'complete',
      videos: { fetched: 175, rejected: 0 },
      requests: 8,
      retries: 1,
      database: join(shell.folder, 'vault-demo.db'),
    });
    expect(json(stdout).regions.map(({ region }: { region: string }) => region)).toEqual(['US', 'GB', 'PL', 'NL', 'SE', 'NO', 'AT']);
    expect(readdirSync(shell.folder).toSorted()).toEqual(['vault-demo.db', 'vault-demo.db.lock']);
  });

  test('gives the same videos for the same seed, and others for another', async () => {
    const videos = async (line: string) => json((await openShell().vault(line)).stdout).videos;
    const first = await videos('demo --json --seed 7');
    expect(await videos('demo --json --seed 7')).toEqual(first);
    expect(await videos('demo --json --seed 8')).not.toEqual(first);
  });

  test('plays runs 7 simulated hours apart, the last of them now', async () => {
    const shell = openShell();
    await shell.vault('demo --runs 3 --regions PL,NL');
    const runs = json((await shell.vault('runs --json --db vault-demo.db')).stdout);
    const hoursAgo = runs.map(({ startedAt }: { startedAt: string }) => Math.abs(Math.round((noon - Date.parse(startedAt)) / 3_600_000)));
    expect(hoursAgo).toEqual([0, 7, 14]);
    const [last] = runs;
    expect(last.videos.new).toBeGreaterThan(0);
    expect(last.videos.new).toBeLessThan(last.videos.unique);
  });

  test('begins anew each time', async () => {
    const shell = openShell();
    await shell.vault('demo --runs 2 --regions PL');
    expect(json((await shell.vault('demo --regions PL --json')).stdout)).toMatchObject({ run: 1, videos: { fetched: 25, new: 25 } });
  });

  test('says what to try next, in the vault that it made', async () => {
    const { stdout } = await openShell().vault('demo --regions PL --db other.db');
    expect(stdout).toContain('\n  vault stats --db other.db');
  });

  test('asks every region for 200 videos and stores them as one run', async () => {
    const { exitCode, stdout } = await openShell().vault('demo --regions all --max-results 200 --json');
    expect(exitCode).toBe(0);
    expect(json(stdout)).toMatchObject({ status: 'complete', requests: 425, videos: { fetched: 21_200, rejected: 0 } });
  }, 60_000);
});

describe('vault demo never touches what is not its own', () => {
  test('VAULT_DB is not where it goes', async () => {
    const shell = openShell({ VAULT_DB: 'mine.db' });
    await shell.vault('demo --regions PL');
    expect(readdirSync(shell.folder)).not.toContain('mine.db');
  });

  test('a vault with real runs is refused, and keeps them', async () => {
    const shell = await openShellWithApi(({ region }) => page(region));
    await shell.vault('fetch --regions PL');
    const before = (await shell.vault('stats --json')).stdout;
    const { exitCode, stderr } = await shell.vault('demo --db vault.db');
    expect(exitCode).toBe(64);
    expect(stderr).toContain('this vault is no demo');
    expect((await shell.vault('stats --json')).stdout).toBe(before);
  });

  test('a demo vault that somebody fetched into counts as real', async () => {
    const shell = await openShellWithApi(({ region }) => page(region));
    await shell.vault('demo --regions PL');
    await shell.vault('fetch --regions NL --db vault-demo.db');
    expect((await shell.vault('demo --regions PL')).exitCode).toBe(64);
  });

  test('a vault whose runs were deleted counts as real', async () => {
    const shell = await openShellWithApi(({ region }) => page(region));
    await shell.vault('fetch --regions PL');
    const db = new Database(join(shell.folder, 'vault.db'));
    db.exec('PRAGMA foreign_keys = ON; DELETE FROM runs');
    db.close();
    expect((await shell.vault('demo --db vault.db --regions PL')).exitCode).toBe(64);
  });

  test('a vault that was made and never used is fit for a demo', async () => {
    const shell = openShell();
    await (await openSqliteStore(join(shell.folder, 'vault-demo.db'))).close();
    expect((await shell.vault('demo --regions PL')).exitCode).toBe(0);
  });

  test('a link to a demo vault stays a link', async () => {
    const shell = openShell();
    symlinkSync('target.db', join(shell.folder, 'vault-demo.db'));
    await shell.vault('demo --regions PL');
    expect((await shell.vault('demo --regions PL')).exitCode).toBe(0);
    expect(readdirSync(shell.folder).toSorted()).toEqual(['target.db', 'target.db.lock', 'vault-demo.db', 'vault-demo.html']);
  });

  test('a file that is no vault is refused', async () => {
    const shell = openShell();
    writeFileSync(join(shell.folder, 'vault-demo.db'), 'Not a vault, but somebody has written it, and it is dear to them.');
    expect((await shell.vault('demo')).exitCode).toBe(78);
  });
});
