import { statSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { ownMigrations } from '../../src/files/migrations.ts';
import { openWritable } from '../../src/sqlite/open.ts';
import { openSqliteReader } from '../../src/sqlite/reader.ts';
import { openSqliteStore } from '../../src/sqlite/store.ts';
import { applicationId } from '../../src/sqlite/vault-file.ts';
import { sampleOutcome, sampleVideo, storeRun } from '../store/sample-run.ts';
import { folderNames, temporaryVault } from './temporary-vault.ts';

test('every opening syncs fully, checks foreign keys, and writes ahead', async () => {
  const path = await temporaryVault();
  for (const _ of ['first', 'second']) {
    const db = openWritable(path, ownMigrations('sqlite'));
    onTestFinished(() => void db.close());
    const pragmas = ['journal_mode', 'synchronous', 'foreign_keys', 'application_id', 'user_version'];
    // After a query: that is when SQLite finds that the file is WAL, and lowers a synchronous nobody asked for.
    db.prepare('SELECT * FROM runs').all();
    expect(pragmas.map((name) => db.pragma(name, { simple: true }))).toEqual(['wal', 2, 1, applicationId, ownMigrations('sqlite').length]);
    db.close();
  }
});

test('the vault at rest is one file, beside the file of its lock', async () => {
  const path = await temporaryVault();
  const store = await openSqliteStore(path);
  await storeRun(store, [sampleOutcome('PL', [sampleVideo('a')])]);
  expect(folderNames(path)).toEqual(['vault.db', 'vault.db-shm', 'vault.db-wal', 'vault.db.lock']);
  await store.close();
  expect(folderNames(path)).toEqual(['vault.db', 'vault.db.lock']);
});

test('a store that closes while a reader is open leaves nothing outside the vault itself', async () => {
  const path = await temporaryVault();
  const store = await openSqliteStore(path);
  const reader = await openSqliteReader(path);
  onTestFinished(() => reader?.close());
  await storeRun(store, [sampleOutcome('PL', [sampleVideo('a')])]);
  expect(statSync(`${path}-wal`).size).toBeGreaterThan(0);
  await store.close();
  expect(statSync(`${path}-wal`).size).toBe(0);
});

test('whoever closes last, store or reader, leaves one file', async () => {
  const path = await temporaryVault();
  const store = await openSqliteStore(path);
  const reader = await openSqliteReader(path);
  const record = await storeRun(store, [sampleOutcome('PL', [sampleVideo('a')])]);
  await store.close();
  expect(await reader?.latestRun()).toEqual(record);
  await reader?.close();
  expect(folderNames(path)).toEqual(['vault.db', 'vault.db.lock']);
});
