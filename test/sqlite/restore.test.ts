import { chmodSync, existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { backupVault } from '../../src/sqlite/backup.ts';
import { openSqliteReader } from '../../src/sqlite/reader.ts';
import { type Restored, restoreVault } from '../../src/sqlite/restore.ts';
import { openSqliteStore } from '../../src/sqlite/store.ts';
import { sampleOutcome, sampleVideo, storeRun } from '../store/sample-run.ts';
import { folderNames, queryFile, temporaryVault } from './temporary-vault.ts';

const signal = new AbortController().signal;
const now = Date.parse('2026-11-23T12:00:00.000Z');
const kept = 'vault.db.replaced-20261123T120000Z';

const restore = (file: string, vault: string): Promise<Restored> => restoreVault({ file, vault, now, signal });

/** A vault that has gone on for a run, of `new`, since it was copied, with `old`. */
async function openWithCopy(): Promise<{ vault: string; file: string }> {
  const vault = await temporaryVault();
  const file = join(dirname(vault), 'copy.db');
  await addRun(vault, 'old');
  await backupVault({ vault, file, force: false, signal });
  await addRun(vault, 'new');
  return { vault, file };
}

async function addRun(vault: string, video: string): Promise<void> {
  const store = await openSqliteStore(vault);
  await storeRun(store, [sampleOutcome('PL', [sampleVideo(video)])]);
  await store.close();
}

const videos = (path: string): unknown[] => queryFile(path, 'SELECT video_id FROM videos ORDER BY 1').map((row) => row['video_id']);

describe('a copy that is restored', () => {
  test('is the vault, and the vault that it replaced is kept', async () => {
    const { vault, file } = await openWithCopy();
    expect(await restore(file, vault)).toMatchObject({ runs: 1, kept: join(dirname(vault), kept) });
    expect(videos(vault)).toEqual(['old']);
    expect(videos(join(dirname(vault), kept))).toEqual(['new', 'old']);
    expect(videos(file)).toEqual(['old']);
    expect(folderNames(vault)).toEqual(['copy.db', 'vault.db', 'vault.db.lock', kept]);
  });

  test('goes on as a vault does', async () => {
    const { vault, file } = await openWithCopy();
    await restore(file, vault);
    expect(queryFile(vault, 'PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    await addRun(vault, 'newer');
    expect(videos(vault)).toEqual(['newer', 'old']);
  });

  test('makes a vault where there was none, or an empty file', async () => {
    const { file } = await openWithCopy();
    const missing = await temporaryVault();
    expect(await restore(file, missing)).toMatchObject({ kept: null });
    const empty = await temporaryVault();
    writeFileSync(empty, '');
    expect(await restore(file, empty)).toMatchObject({ kept: null });
    expect([videos(missing), videos(empty)]).toEqual([['old'], ['old']]);
  });

  test('can be restored twice in one second, and each vault is kept', async () => {
    const { vault, file } = await openWithCopy();
    await restore(file, vault);
    await restore(file, vault);
    expect(folderNames(vault)).toEqual(['copy.db', 'vault.db', 'vault.db.lock', kept, `${kept}-2`]);
  });

  test('may be the vault that an earlier restore replaced', async () => {
    const { vault, file } = await openWithCopy();
    await restore(file, vault);
    await restore(join(dirname(vault), kept), vault);
    expect(videos(vault)).toEqual(['new', 'old']);
  });

  test.skipIf(process.platform === 'win32')('is open to whom the vault was open', async () => {
    const { vault, file } = await openWithCopy();
    chmodSync(vault, 0o640);
    await restore(file, vault);
    expect(statSync(vault).mode & 0o777).toBe(0o640);
  });
});

test.skipIf(process.platform === 'win32')('a copy that was made read-only is a vault that can be written', async () => {
  const { file } = await openWithCopy();
  chmodSync(file, 0o440);
  const missing = await temporaryVault();
  await restore(file, missing);
  expect(statSync(missing).mode & 0o777).toBe(0o640);
  await addRun(missing, 'newer');
});

describe('a vault that is damaged', () => {
  test.each([
    ['in its header', (bytes: Buffer) => bytes.fill(0xff, 0, 100)],
    ['in its pages', (bytes: Buffer) => bytes.fill(0xff, 4096, 12_288)],
    ['by a cut', (bytes: Buffer) => bytes.subarray(0, 5000)],
  ])('%s is replaced, and kept as it is', async (_, damage) => {
    const { vault, file } = await openWithCopy();
    const bytes = damage(readFileSync(vault));
    writeFileSync(vault, bytes);
    await restore(file, vault);
    expect(videos(vault)).toEqual(['old']);
    // SQLite may note in the header that there is no WAL beside it any more.
    expect(readFileSync(join(dirname(vault), kept)).subarray(100)).toEqual(bytes.subarray(100));
  });

  test('keeps its own log beside it, which would spoil the new vault', async () => {
    const { vault, file } = await openWithCopy();
    writeFileSync(vault, readFileSync(vault).fill(0xff, 0, 100));
    writeFileSync(`${vault}-wal`, 'frames of the old vault');
    await restore(file, vault);
    expect(existsSync(`${vault}-wal`)).toBe(false);
    expect(readFileSync(join(dirname(vault), `${kept}-wal`), 'utf8')).toBe('frames of the old vault');
  });
});

test.each(['-wal', '-journal'])('the %s that a deleted vault left behind is not played into the new one', async (log) => {
  const { vault, file } = await openWithCopy();
  renameSync(vault, `${vault}.away`);
  writeFileSync(`${vault}${log}`, 'frames of the old vault');
  await restore(file, vault);
  expect(readFileSync(join(dirname(vault), `${kept}${log}`), 'utf8')).toBe('frames of the old vault');
  expect(videos(vault)).toEqual(['old']);
});

describe('nothing changes', () => {
  test('where the copy is damaged', async () => {
    const { vault, file } = await openWithCopy();
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0xff, bytes.length - 8192, bytes.length - 4096));
    await expect(restore(file, vault)).rejects.toMatchObject({ code: 'database', message: expect.stringContaining(`${file} is damaged`) });
    expect(videos(vault)).toEqual(['new', 'old']);
    expect(folderNames(vault)).toEqual(['copy.db', 'vault.db', 'vault.db.lock']);
  });

  test('where rows of the copy refer to nothing', async () => {
    const { vault, file } = await openWithCopy();
    const db = new Database(file);
    db.exec('PRAGMA foreign_keys = OFF; DELETE FROM videos');
    db.close();
    await expect(restore(file, vault)).rejects.toMatchObject({ code: 'database', message: expect.stringMatching(/a row of videos/) });
    expect(videos(vault)).toEqual(['new', 'old']);
  });

  test.each([
    ['is missing', () => {}, /no vault is there/],
    ['is empty', (path: string) => writeFileSync(path, ''), /no vault is there/],
    ['is no vault', (path: string) => writeFileSync(path, 'notes'), /is not a vault/],
  ])('where the copy %s', async (_, make, message) => {
    const { vault } = await openWithCopy();
    const file = join(dirname(vault), 'other');
    make(file);
    await expect(restore(file, vault)).rejects.toMatchObject({ code: 'configuration', message: expect.stringMatching(message) });
    expect(videos(vault)).toEqual(['new', 'old']);
  });

  test('where the copy was made by a newer version', async () => {
    const { vault, file } = await openWithCopy();
    const db = new Database(file);
    db.pragma('user_version = 99');
    db.close();
    await expect(restore(file, vault)).rejects.toMatchObject({ code: 'configuration', message: expect.stringMatching(/newer version/) });
  });

  test('where the copy is the vault, by whatever name', async () => {
    const { vault } = await openWithCopy();
    await expect(restore(vault, vault)).rejects.toMatchObject({ code: 'usage' });
  });

  test('where a run holds the vault', async () => {
    const { vault, file } = await openWithCopy();
    const store = await openSqliteStore(vault);
    await expect(restore(file, vault)).rejects.toMatchObject({ code: 'locked' });
    await store.close();
    expect(videos(vault)).toEqual(['new', 'old']);
  });

  test('where another program has the vault open', async () => {
    const { vault, file } = await openWithCopy();
    const reader = await openSqliteReader(vault);
    await reader?.latestRun();
    await expect(restore(file, vault)).rejects.toMatchObject({ code: 'locked', message: expect.stringMatching(/has .* open/) });
    await reader?.close();
    expect(videos(vault)).toEqual(['new', 'old']);
    expect(folderNames(vault)).toEqual(['copy.db', 'vault.db', 'vault.db.lock']);
  });

  test('where the file to replace is somebody else’s', async () => {
    const { vault, file } = await openWithCopy();
    const notes = join(dirname(vault), 'notes.txt');
    writeFileSync(notes, 'mine');
    await expect(restore(file, notes)).rejects.toMatchObject({ code: 'configuration', message: expect.stringMatching(/is not a vault/) });
    expect(readFileSync(notes, 'utf8')).toBe('mine');
    expect(existsSync(`${notes}.lock`)).toBe(false);
  });
});
