import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openSqliteReader } from '../../src/sqlite/reader.ts';
import { openSqliteStore } from '../../src/sqlite/store.ts';
import { applicationId } from '../../src/sqlite/vault-file.ts';
import { sampleOutcome, sampleVideo, storeRun } from '../store/sample-run.ts';
import { folderContent, folderNames, temporaryVault } from './temporary-vault.ts';

function makeDatabase(path: string, sql: string): Database.Database {
  const db = new Database(path);
  db.exec(sql);
  return db;
}

function keepOpen(db: Database.Database): void {
  onTestFinished(() => void db.close());
}

const newer = `PRAGMA application_id = ${applicationId}; PRAGMA user_version = 99;`;

const refused: readonly { what: string; says: RegExp; make: (path: string) => void }[] = [
  { what: 'a text', says: /is not a vault/, make: (path) => writeFileSync(path, 'Dear diary, '.repeat(20)) },
  { what: 'one byte', says: /is not a vault/, make: (path) => writeFileSync(path, 'S') },
  { what: 'another database', says: /is not a vault/, make: (path) => void makeDatabase(path, 'CREATE TABLE t (a)').close() },
  {
    what: 'another WAL database',
    says: /is not a vault/,
    make: (path) => void makeDatabase(path, 'PRAGMA journal_mode = WAL; CREATE TABLE t (a)').close(),
  },
  {
    what: 'another WAL database that is in use',
    says: /is not a vault/,
    make: (path) => keepOpen(makeDatabase(path, 'PRAGMA journal_mode = WAL; CREATE TABLE t (a)')),
  },
  { what: 'a vault made by a newer version', says: /newer version/, make: (path) => void makeDatabase(path, newer).close() },
  {
    what: 'a vault that a newer version in use has just migrated',
    says: /newer version/,
    make: (path) => keepOpen(makeDatabase(path, `PRAGMA application_id = ${applicationId}; PRAGMA journal_mode = WAL; ${newer}`)),
  },
];

describe.each(refused)('$what', ({ says, make }) => {
  test.each([
    ['store', openSqliteStore],
    ['reader', openSqliteReader],
  ])('is refused by the %s, and not a byte of it or a file beside it changes', async (_, open) => {
    const path = await temporaryVault();
    make(path);
    const before = folderContent(path);
    await expect(open(path)).rejects.toMatchObject({ code: 'configuration', message: expect.stringMatching(says) as string });
    expect(folderContent(path)).toEqual(before);
  });
});

test('a folder is refused', async () => {
  const path = await temporaryVault();
  for (const open of [openSqliteStore, openSqliteReader]) {
    await expect(open(dirname(path))).rejects.toMatchObject({ code: 'configuration' });
  }
  expect(folderNames(path)).toEqual([]);
});

test('an empty file becomes a vault', async () => {
  const path = await temporaryVault();
  writeFileSync(path, '');
  expect(await openSqliteReader(path)).toBeUndefined();
  const store = await openSqliteStore(path);
  await storeRun(store, [sampleOutcome('PL', [sampleVideo('a')])]);
  await store.close();
  expect(folderNames(path)).toEqual(['vault.db', 'vault.db.lock']);
});

test('an empty file beside the WAL of a vault that was deleted becomes a vault of its own', async () => {
  const path = await temporaryVault();
  const store = await openSqliteStore(path);
  await storeRun(store, [sampleOutcome('PL', [sampleVideo('a')])]);
  const wal = readFileSync(`${path}-wal`);
  await store.close();
  expect(wal.length).toBeGreaterThan(0);
  writeFileSync(path, '');
  writeFileSync(`${path}-wal`, wal);
  expect(await openSqliteReader(path)).toBeUndefined();
  const fresh = await openSqliteStore(path);
  expect(await fresh.listRuns(5)).toEqual([]);
  await fresh.close();
});

test('a missing file is no vault to a reader, which creates nothing, even where the folder is missing', async () => {
  const path = await temporaryVault();
  expect(await openSqliteReader(path)).toBeUndefined();
  expect(await openSqliteReader(join(dirname(path), 'no', 'such', 'vault.db'))).toBeUndefined();
  expect(folderNames(path)).toEqual([]);
});

test('a store does not make a missing folder, and says which', async () => {
  const folder = join(dirname(await temporaryVault()), 'missing');
  const message = `${join(folder, 'vault.db')}: the folder ${folder} does not exist; make it, or name another file with --db`;
  await expect(openSqliteStore(join(folder, 'vault.db'))).rejects.toMatchObject({ code: 'database', message });
});

test('two names of one vault lead to one lock', async () => {
  const path = await temporaryVault();
  const store = await openSqliteStore(path);
  onTestFinished(() => store.close());
  symlinkSync(path, `${path}-link`);
  for (const name of [`${path}-link`, ` ${path} `, relative(process.cwd(), path)]) {
    await expect(openSqliteStore(name)).rejects.toMatchObject({ code: 'locked' });
  }
});

test('a path that SQLite would take for something else is the name of a file', async () => {
  const path = await temporaryVault();
  const name = join(dirname(path), ':memory:');
  const store = await openSqliteStore(name);
  await store.close();
  expect(folderNames(path)).toEqual([':memory:', ':memory:.lock']);
});
