import { rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openSqliteReader } from '../../src/sqlite/reader.ts';
import { openSqliteStore } from '../../src/sqlite/store.ts';
import { sampleOutcome, sampleVideo, storeRun } from '../store/sample-run.ts';
import { folderContent, folderNames, temporaryVault } from './temporary-vault.ts';

async function vaultAtRest(): Promise<string> {
  const path = await temporaryVault();
  const store = await openSqliteStore(path);
  await storeRun(store, [sampleOutcome('PL', [sampleVideo('a')])]);
  await store.close();
  return path;
}

test('a reader leaves the vault as it found it, and no file behind', async () => {
  const path = await vaultAtRest();
  const [before, changed] = [folderContent(path), statSync(path).mtimeMs];
  const reader = await openSqliteReader(path);
  expect(await reader?.latestRun()).toMatchObject({ unique: 1 });
  expect(await reader?.isHeld()).toBe(false);
  await reader?.close();
  expect(folderContent(path)).toEqual(before);
  expect(folderNames(path)).toEqual(['vault.db', 'vault.db.lock']);
  expect(statSync(path).mtimeMs).toBe(changed);
});

test('asking a vault without a lock file whether it is held makes none', async () => {
  const path = await vaultAtRest();
  rmSync(`${path}.lock`);
  const reader = await openSqliteReader(path);
  expect(await reader?.isHeld()).toBe(false);
  await reader?.close();
  expect(folderNames(path)).toEqual(['vault.db']);
});

test('two readers open and answer in the middle of a write, from before it', async () => {
  const path = await vaultAtRest();
  const writer = new Database(path);
  onTestFinished(() => void writer.close());
  writer.exec("BEGIN IMMEDIATE; UPDATE runs SET requests = 99; INSERT INTO quota VALUES ('2026-11-23', 7)");
  for (const _ of ['first', 'second']) {
    const reader = await openSqliteReader(path);
    onTestFinished(() => reader?.close());
    expect(await reader?.latestRun()).toMatchObject({ requests: 1 });
    expect(await reader?.quotaUsed('2026-11-23')).toBe(0);
  }
  writer.exec('COMMIT');
  const reader = await openSqliteReader(path);
  onTestFinished(() => reader?.close());
  expect(await reader?.latestRun()).toMatchObject({ requests: 99 });
});

test('an open reader sees what was kept since', async () => {
  const path = await vaultAtRest();
  const reader = await openSqliteReader(path);
  onTestFinished(() => reader?.close());
  expect(await reader?.listRuns(5)).toHaveLength(1);
  const store = await openSqliteStore(path);
  await storeRun(store, [sampleOutcome('PL', [sampleVideo('b')])]);
  await store.close();
  expect(await reader?.listRuns(5)).toHaveLength(2);
});
