import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSqliteReader } from '../../src/sqlite/reader.ts';
import { openSqliteStore } from '../../src/sqlite/store.ts';
import { VaultError } from '../../src/core/errors.ts';
import type { Store } from '../../src/core/ports.ts';
import { type Edges, Interruption } from '../../src/cli/edges.ts';
import { retain } from '../../src/cli/retain.ts';
import { prune } from '../../src/cli/pruning.ts';
import { createEagerClock } from '../support/test-clock.ts';
import { noon, openShellWithApi, type Shell } from '../support/cli.ts';
import { page } from '../support/source.ts';

const dayMs = 86_400_000;

/** A shell whose vault holds a run of each day, `days` of them, the last one today; each day's chart has videos of its own. */
async function openDays(days: number, env: Record<string, string> = {}): Promise<Shell> {
  let day = days - 1;
  const shell = await openShellWithApi(({ region }) => page(region, { from: day * 100 }));
  for (; day >= 0; day -= 1) {
    const edges = { clock: createEagerClock(noon - day * dayMs) };
    expect(await shell.vault('fetch --regions PL --quiet', edges)).toMatchObject({ exitCode: 0 });
  }
  day = 0;
  Object.assign(shell.env, env);
  return shell;
}

async function runsOf(shell: Shell): Promise<number[]> {
  const { stdout } = await shell.vault('runs --json --limit 1000');
  return (JSON.parse(stdout) as { run: number }[]).map(({ run }) => run).toReversed();
}

describe('vault prune', () => {
  test('deletes what is older, and says what and how much room that makes', async () => {
    const shell = await openDays(40);
    const { exitCode, stdout } = await shell.vault('prune --older-than 2d');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^Deleted what is older than 2 d: 37 runs, 37 charts, 111 snapshots, 111 appearances, 0 rejections and 111 videos that no other run has seen\.\nThe vault takes [\d.]+ kB, [\d.]+ k?B less than before\.\n$/,
    );
    expect(await runsOf(shell)).toEqual([38, 39, 40]);
    expect((await shell.vault('prune --older-than 2d')).stdout).toMatch(/^Nothing to delete.*\nThe vault takes [\d.]+ kB\.\n$/);
  });

  test('--dry-run says the same and deletes nothing, also while a run goes on', async () => {
    const shell = await openDays(3);
    const store = await openSqliteStore(join(shell.folder, 'vault.db'));
    const { stdout } = await shell.vault('prune --older-than 1d --dry-run --json');
    expect(JSON.parse(stdout)).toMatchObject({ status: 'planned', removed: { runs: 1, snapshots: 3, videos: 3 } });
    await store.close();
    expect(await runsOf(shell)).toEqual([1, 2, 3]);
    expect(JSON.parse((await shell.vault('prune --older-than 1d --json')).stdout)).toMatchObject({
      status: 'pruned',
      removed: { runs: 1, charts: 1, snapshots: 3, appearances: 3, rejections: 0, videos: 3 },
    });
  });

  test('--keep-daily thins before --older-than deletes, and alone only thins', async () => {
    const shell = await openDays(4);
    const late = { clock: createEagerClock(noon - 2 * dayMs + 3_600_000) };
    await shell.vault('fetch --regions PL --quiet', late);
    await shell.vault('prune --keep-daily 1d');
    expect(await runsOf(shell)).toEqual([1, 3, 4, 5]);
    await shell.vault('prune --keep-daily --older-than 60h');
    expect(await runsOf(shell)).toEqual([3, 4, 5]);
  });

  test('takes its age from VAULT_RETENTION_DAYS where none is given', async () => {
    const shell = await openDays(4, { VAULT_RETENTION_DAYS: '2' });
    await shell.vault('prune --quiet');
    expect(await runsOf(shell)).toEqual([2, 3, 4]);
  });

  test('wants to know what is old', async () => {
    const { vault } = await openDays(1);
    expect(await vault('prune')).toMatchObject({ exitCode: 64, stderr: expect.stringContaining('--older-than 30d') });
    expect(await vault('prune --older-than yesterday')).toMatchObject({ exitCode: 64, stderr: expect.stringContaining('30d') });
  });

  test('has nothing to do in an empty vault, and makes none', async () => {
    const { vault } = await openShellWithApi(() => page('PL'));
    expect(await vault('prune --older-than 30d')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(JSON.parse((await vault('prune --older-than 30d --json')).stdout)).toMatchObject({ status: 'empty' });
  });

  test('does not begin while a run holds the vault', async () => {
    const shell = await openDays(2);
    const store = await openSqliteStore(join(shell.folder, 'vault.db'));
    expect(await shell.vault('prune --older-than 1h')).toMatchObject({ exitCode: 75 });
    await store.close();
    expect(await runsOf(shell)).toEqual([1, 2]);
  });
});

describe('a signal', () => {
  /** Told to end in the next turn of the event loop, as a signal is heard. */
  function endSoon(): AbortSignal {
    const controller = new AbortController();
    setImmediate(() => controller.abort(new Interruption('SIGTERM')));
    return controller.signal;
  }

  test('ends the deleting between two parts, and what has gone is told of', async () => {
    const shell = await openDays(8);
    const store = await openSqliteStore(join(shell.folder, 'vault.db'));
    const removed = await prune(store, { now: noon, olderThanMs: dayMs / 2, keepDailyMs: undefined }, endSoon());
    await store.close();
    expect(removed.runs).toBe(5);
    expect(await runsOf(shell)).toEqual([6, 7, 8]);
  });

  test('keeps vault prune from writing the vault anew', async () => {
    const shell = await openDays(8);
    const interruption = AbortSignal.abort(new Interruption('SIGTERM'));
    const { stdout } = await shell.vault('prune --older-than 12h', { interruption });
    expect(stdout).toMatch(/^Nothing was deleted yet\.\nEnded before its end: the rest stays until the next time\.\n$/);
    expect(JSON.parse((await shell.vault('prune --older-than 12h --json', { interruption })).stdout)).toMatchObject({
      status: 'interrupted',
      removed: { runs: 0 },
    });
    expect(await runsOf(shell)).toHaveLength(8);
  });

  test('keeps retention from beginning', async () => {
    const shell = await openDays(4, { VAULT_RETENTION_DAYS: '2' });
    const controller = new AbortController();
    const stdout = { write: () => controller.abort(new Interruption('SIGTERM')) };
    await shell.vault('fetch --regions PL', { interruption: controller.signal, stdout });
    expect(await runsOf(shell)).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('where the vault cannot be written anew', () => {
  const full = new VaultError('database', 'the disk is full');
  const stubborn = (store: Store): Store => Object.assign(store, { compact: () => Promise.reject(full) });

  test('that is told of, and so is what was deleted', async () => {
    const shell = await openDays(4);
    const store = stubborn(await openSqliteStore(join(shell.folder, 'vault.db')));
    store.size = async () => ({ bytes: 100, free: 50 });
    const edges = { clock: createEagerClock(noon), interruption: new AbortController().signal };
    const retained = await retain(2, store, edges as unknown as Edges);
    await store.close();
    expect(retained?.level).toBe('warn');
    expect(retained?.message).toMatch(/^older than 2 d and deleted: 1 run.*; the space was not given back.*the disk is full/);
    expect(await runsOf(shell)).toEqual([2, 3, 4]);
  });
});

describe('VAULT_RETENTION_DAYS', () => {
  test('is kept after each run that stored something', async () => {
    const shell = await openDays(4, { VAULT_RETENTION_DAYS: '2' });
    const { exitCode, stdout, stderr } = await shell.vault('fetch --regions PL');
    expect([exitCode, stdout.split(',')[0]]).toEqual([0, 'Run 5 complete']);
    expect(stderr).toContain('older than 2 d and deleted: 1 run, 1 chart, 3 snapshots');
    expect(await runsOf(shell)).toEqual([2, 3, 4, 5]);
  });

  test('gives the space back once a quarter of the vault is free', async () => {
    let day = 3;
    const shell = await openShellWithApi(({ region }) => page(region, { from: day * 1000, size: day === 0 ? 1 : 200 }));
    for (; day >= 0; day -= 1) {
      if (day === 0) shell.env['VAULT_RETENTION_DAYS'] = '1';
      await shell.vault('fetch --regions PL,NL,SE --max-results 200 --quiet', { clock: createEagerClock(noon - day * dayMs) });
    }
    const reader = await openSqliteReader(join(shell.folder, 'vault.db'));
    expect(await reader?.listStarts()).toHaveLength(2);
    const { bytes = 0, free = 0 } = (await reader?.size()) ?? {};
    expect(free).toBeLessThanOrEqual(bytes / 4);
    await reader?.close();
  });

  test('deletes nothing after a run that stored nothing', async () => {
    const shell = await openDays(4, { VAULT_RETENTION_DAYS: '2', VAULT_API_URL: 'http://127.0.0.1:1' });
    expect(await shell.vault('fetch --regions PL --quiet')).toMatchObject({ exitCode: 69 });
    expect(await runsOf(shell)).toEqual([1, 2, 3, 4, 5]);
  });

  test('says nothing of it with --quiet', async () => {
    const shell = await openDays(4, { VAULT_RETENTION_DAYS: '2' });
    expect(await shell.vault('fetch --regions PL --quiet')).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect(await runsOf(shell)).toEqual([2, 3, 4, 5]);
  });

  test('is a number of days', async () => {
    const shell = await openDays(1, { VAULT_RETENTION_DAYS: '30d' });
    expect(await shell.vault('fetch')).toMatchObject({
      exitCode: 64,
      stderr: expect.stringMatching(/VAULT_RETENTION_DAYS "30d": expected a whole/),
    });
  });
});
