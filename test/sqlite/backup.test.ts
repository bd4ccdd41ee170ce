import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backupVault } from '../../src/sqlite/backup.ts';
import { openSqliteReader } from '../../src/sqlite/reader.ts';
import { openSqliteStore } from '../../src/sqlite/store.ts';
import { failedOutcome, sampleOutcome, sampleVideo, startRun, storeRun } from '../store/sample-run.ts';
import { folderNames, queryFile, temporaryVault } from './temporary-vault.ts';

const signal = new AbortController().signal;

/** A vault with one run of one video, and the path of a copy beside it. */
async function openWithRun(): Promise<{ vault: string; file: string }> {
  const vault = await temporaryVault();
  const store = await openSqliteStore(vault);
  await storeRun(store, [sampleOutcome('PL', [sampleVideo('a')])]);
  await store.close();
  return { vault, file: join(dirname(vault), 'copy.db') };
}

describe('a copy', () => {
  test('holds what the vault holds, and is one file', async () => {
    const { vault, file } = await openWithRun();
    const copy = await backupVault({ vault, file, force: false, signal });
    expect(copy).toEqual({ file, bytes: statSync(file).size, runs: 1, lastStoredAt: '2026-11-23T12:00:00.000Z' });
    expect(queryFile(file, 'SELECT video_id, views FROM snapshots')).toEqual([{ video_id: 'a', views: 1000 }]);
    expect(await (await openSqliteReader(file))?.latestRun()).toMatchObject({ run: 1, unique: 1 });
    expect(folderNames(vault)).toEqual(['copy.db', 'vault.db', 'vault.db.lock']);
  });

  test('is made while a run holds the vault, and has what was stored before', async () => {
    const { vault, file } = await openWithRun();
    const store = await openSqliteStore(vault);
    await storeRun(store, [sampleOutcome('PL', [sampleVideo('b')])]);
    await startRun(store);
    await backupVault({ vault, file, force: false, signal });
    expect(queryFile(file, 'SELECT run_id, status FROM runs')).toEqual([
      { run_id: 1, status: 'complete' },
      { run_id: 2, status: 'complete' },
      { run_id: 3, status: 'running' },
    ]);
    await store.close();
  });

  test('is of one moment, whatever is written while its pages are copied', async () => {
    const vault = await temporaryVault();
    const store = await openSqliteStore(vault);
    const videos = Array.from({ length: 1500 }, (_, index) => sampleVideo(`video-${index}`, { description: 'x'.repeat(9000) }));
    await storeRun(store, [sampleOutcome('PL', videos)]);
    const file = join(dirname(vault), 'copy.db');
    let parts = 0;
    const written: Promise<unknown>[] = [];
    const watching = new Proxy(signal, {
      get(target, name) {
        if (name !== 'throwIfAborted') return Reflect.get(target, name) as unknown;
        parts += 1;
        if (parts === 1) written.push(storeRun(store, [sampleOutcome('PL', [sampleVideo('late')])]));
        return () => {};
      },
    });
    const copy = await backupVault({ vault, file, force: false, signal: watching });
    await Promise.all(written);
    await store.close();
    expect([parts, written.length]).toEqual([expect.toSatisfy((number: number) => number >= 2 && number <= 3), 1]);
    expect(copy.runs).toBe(1);
  });

  test('tells of no stored run where none stored anything', async () => {
    const vault = await temporaryVault();
    const store = await openSqliteStore(vault);
    await storeRun(store, [failedOutcome('PL')]);
    await store.close();
    expect(await backupVault({ vault, file: `${vault}.copy`, force: false, signal })).toMatchObject({ runs: 1, lastStoredAt: null });
  });

  test.skipIf(process.platform === 'win32')('is hidden from whom the vault is hidden from', async () => {
    const { vault, file } = await openWithRun();
    chmodSync(vault, 0o600);
    await backupVault({ vault, file, force: false, signal });
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});

describe('a file that is there', () => {
  test('is not replaced unasked', async () => {
    const { vault, file } = await openWithRun();
    writeFileSync(file, 'mine');
    await expect(backupVault({ vault, file, force: false, signal })).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringMatching(/--force/),
    });
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  test('is replaced when told so, as a whole', async () => {
    const { vault, file } = await openWithRun();
    writeFileSync(file, 'mine');
    await backupVault({ vault, file, force: true, signal });
    expect(queryFile(file, 'SELECT count(*) AS n FROM runs')).toEqual([{ n: 1 }]);
  });

  test.each(['-wal', '-shm', '-journal'])('leaves nothing of its %s to be played into the copy', async (log) => {
    const { vault, file } = await openWithRun();
    writeFileSync(file, 'mine');
    writeFileSync(`${file}${log}`, 'what a killed program left');
    await backupVault({ vault, file, force: true, signal });
    expect(existsSync(`${file}${log}`)).toBe(false);
    expect(queryFile(file, 'SELECT count(*) AS n FROM runs')).toEqual([{ n: 1 }]);
  });

  test('stays when it appears while the vault is copied', async () => {
    const { vault, file } = await openWithRun();
    const copying = backupVault({ vault, file, force: false, signal });
    writeFileSync(file, 'mine');
    await expect(copying).rejects.toMatchObject({ code: 'usage', message: expect.stringMatching(/appeared meanwhile/) });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(folderNames(vault)).toEqual(['copy.db', 'vault.db', 'vault.db.lock']);
  });

  test('stays when the copy fails', async () => {
    const { vault, file } = await openWithRun();
    writeFileSync(file, 'mine');
    damage(vault);
    await expect(backupVault({ vault, file, force: true, signal })).rejects.toMatchObject({
      code: 'database',
      message: expect.stringMatching(/damaged/),
    });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(folderNames(vault).filter((name) => name.includes('partial'))).toEqual([]);
  });

  test.each(['', '-wal', '-shm', '.lock'])('is never the vault itself, nor its %j', async (suffix) => {
    const { vault } = await openWithRun();
    const before = readFileSync(vault);
    await expect(backupVault({ vault, file: `${vault}${suffix}`, force: true, signal })).rejects.toMatchObject({ code: 'usage' });
    expect(readFileSync(vault)).toEqual(before);
  });

  test('is never the vault by another name', async () => {
    const { vault, file } = await openWithRun();
    symlinkSync(vault, file);
    await expect(backupVault({ vault, file, force: true, signal })).rejects.toMatchObject({ code: 'usage' });
  });

  test('is no folder', async () => {
    const { vault, file } = await openWithRun();
    mkdirSync(file);
    await expect(backupVault({ vault, file, force: true, signal })).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringMatching(/no file/),
    });
  });
});

describe('nothing is left', () => {
  test('where there is no vault', async () => {
    const vault = await temporaryVault();
    const rejected = { code: 'configuration', message: `${vault}: no vault is there` };
    await expect(backupVault({ vault, file: `${vault}.copy`, force: false, signal })).rejects.toMatchObject(rejected);
    expect(folderNames(vault)).toEqual([]);
  });

  test('of a copy that was ended', async () => {
    const { vault, file } = await openWithRun();
    const ended = AbortSignal.abort(new Error('ended'));
    await expect(backupVault({ vault, file, force: false, signal: ended })).rejects.toThrow('ended');
    expect(folderNames(vault)).toEqual(['vault.db', 'vault.db.lock']);
  });

  test('of one that was killed, once another is made, and of one that goes on everything', async () => {
    const { vault, file } = await openWithRun();
    // No process has so high a number; the parent of this one is alive.
    for (const pid of [2 ** 30, process.ppid]) writeFileSync(join(dirname(file), `.copy.db.${pid}.partial`), 'a part');
    await backupVault({ vault, file, force: false, signal });
    expect(folderNames(vault)).toEqual([`.copy.db.${process.ppid}.partial`, 'copy.db', 'vault.db', 'vault.db.lock']);
  });

  test('where the folder is missing', async () => {
    const { vault } = await openWithRun();
    const file = join(dirname(vault), 'nowhere', 'copy.db');
    await expect(backupVault({ vault, file, force: false, signal })).rejects.toMatchObject({
      code: 'database',
      message: expect.stringMatching(/does not exist/),
    });
    expect(existsSync(dirname(file))).toBe(false);
  });
});

/** Overwrites a page in the middle, as a failing disk does. */
function damage(vault: string): void {
  const bytes = readFileSync(vault);
  bytes.fill(0xff, bytes.length - 8192, bytes.length - 4096);
  writeFileSync(vault, bytes);
}
