import { readdirSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../src/sqlite/store.ts';
import { openShellWithApi, type Shell } from '../support/cli.ts';
import { page } from '../support/source.ts';

/** A shell whose vault holds one run. */
async function openFetched(): Promise<Shell> {
  const shell = await openShellWithApi(({ region }) => page(region));
  await shell.vault('fetch --regions PL,NL --quiet');
  return { ...shell, folder: realpathSync(shell.folder) };
}

const replaced = 'vault.db.replaced-20261123T120000Z';

describe('vault backup', () => {
  test('says what was copied, and where to', async () => {
    const { vault, folder } = await openFetched();
    const { exitCode, stdout } = await vault('backup copy.db');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Copied 1 run \([\d.]+ kB\), the last of 23 Nov 2026, 12:00, to .*copy\.db, and checked the copy\.\n$/);
    expect(stdout).toContain(join(folder, 'copy.db'));
  });

  test('says so as JSON', async () => {
    const { vault, folder } = await openFetched();
    const { stdout } = await vault('backup copy.db --json');
    const [file, database] = [join(folder, 'copy.db'), join(folder, 'vault.db')];
    expect(JSON.parse(stdout)).toEqual({ file, bytes: statSync(file).size, runs: 1, lastStoredAt: '2026-11-23T12:00:00.000Z', database });
  });

  test('says nothing with --quiet', async () => {
    const { vault } = await openFetched();
    expect(await vault('backup copy.db --quiet')).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });

  test('takes over no file unasked', async () => {
    const { vault } = await openFetched();
    await vault('backup copy.db');
    expect(await vault('backup copy.db')).toMatchObject({ exitCode: 64, stdout: '', stderr: expect.stringContaining('--force') });
    expect(await vault('backup copy.db --force')).toMatchObject({ exitCode: 0 });
  });

  test('needs a vault, and a name for the copy', async () => {
    const { vault, folder } = await openShellWithApi(() => page('PL'));
    expect(await vault('backup copy.db')).toMatchObject({ exitCode: 78, stderr: expect.stringContaining('no vault is there') });
    expect(await vault('backup')).toMatchObject({ exitCode: 64, stderr: expect.stringContaining("missing required argument 'file'") });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('vault restore', () => {
  test('brings back what was copied, keeps the rest, and says where', async () => {
    const { vault } = await openFetched();
    await vault('backup copy.db');
    await vault('fetch --regions SE --quiet');
    const { exitCode, stdout } = await vault('restore copy.db');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Restored 1 run .* from .*copy\.db to .*vault\.db\.\nThe vault it replaced is kept as .*: delete it when/);
    expect(stdout).toContain(replaced);
    expect(JSON.parse((await vault('runs --json')).stdout)).toHaveLength(1);
    expect(JSON.parse((await vault(`runs --json --db ${replaced}`)).stdout)).toHaveLength(2);
  });

  test('makes a vault on a new machine, of which nothing is kept', async () => {
    const { vault } = await openFetched();
    await vault('backup copy.db');
    const { stdout } = await vault('restore copy.db --db new.db --json');
    expect(JSON.parse(stdout)).toMatchObject({ runs: 1, kept: null });
    expect((await vault('stats --db new.db')).stdout).toContain('Run 1 complete');
  });

  test('leaves the vault alone while a run holds it', async () => {
    const { vault, folder } = await openFetched();
    await vault('backup copy.db');
    const store = await openSqliteStore(join(folder, 'vault.db'));
    expect(await vault('restore copy.db')).toMatchObject({ exitCode: 75, stderr: expect.stringContaining('another run holds') });
    await store.close();
  });

  test('leaves the vault alone where the copy is none', async () => {
    const { vault, folder } = await openFetched();
    writeFileSync(join(folder, 'copy.db'), 'notes');
    expect(await vault('restore copy.db')).toMatchObject({ exitCode: 78, stderr: expect.stringContaining('is not a vault') });
    expect(JSON.parse((await vault('runs --json')).stdout)).toHaveLength(1);
  });
});
