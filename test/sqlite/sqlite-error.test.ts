import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { VaultError } from '../../src/core/errors.ts';
import { openSqliteReader } from '../../src/sqlite/reader.ts';
import { translating } from '../../src/sqlite/sqlite-error.ts';
import { openSqliteStore } from '../../src/sqlite/store.ts';
import { sampleOutcome, sampleVideo, storeRun } from '../store/sample-run.ts';
import { temporaryVault } from './temporary-vault.ts';

/** Real failures of a real database, whose file is at `path`. */
const failures: readonly { what: string; says: RegExp; fail: (db: Database.Database, path: string) => unknown }[] = [
  {
    what: 'a full disk',
    says: /the disk is full; make room/,
    fail: (db) => db.exec('PRAGMA max_page_count = 3; CREATE TABLE t (a); INSERT INTO t VALUES (zeroblob(100000))'),
  },
  { what: 'a connection that may not write', says: /no permission/, fail: (db) => db.exec('PRAGMA query_only = ON; CREATE TABLE t (a)') },
  {
    what: 'a lock that another program keeps',
    says: /kept locked by another program/,
    fail: (db, path) => {
      const other = new Database(path);
      onTestFinished(() => void other.close());
      other.exec('BEGIN IMMEDIATE');
      return db.exec('CREATE TABLE t (a)');
    },
  },
  {
    what: 'a path that cannot be opened',
    says: /cannot be opened/,
    fail: (_, path) => new Database(`${path}-no`, { fileMustExist: true }),
  },
  { what: 'a table that is not there', says: /no such table: t; check the file/, fail: (db) => db.exec('SELECT * FROM t') },
];

test.each(failures)('$what is a failure of the database, told with the path and the cause', async ({ says, fail }) => {
  const path = await temporaryVault();
  const db = new Database(path, { timeout: 0 });
  onTestFinished(() => void db.close());
  const error = thrownBy(() => translating(path, () => fail(db, path)));
  expect(error).toBeInstanceOf(VaultError);
  expect(error).toMatchObject({ code: 'database', message: expect.stringMatching(says) as string });
  expect(error).toMatchObject({ message: expect.stringContaining(path) as string, cause: expect.any(Database.SqliteError) as unknown });
});

test('a broken constraint and an error of our own pass unchanged: they are bugs', () => {
  const db = new Database(':memory:');
  const constraint = thrownBy(() => translating('vault.db', () => db.exec('CREATE TABLE t (a CHECK (a > 0)); INSERT INTO t VALUES (0)')));
  expect(constraint).toMatchObject({ code: 'SQLITE_CONSTRAINT_CHECK' });
  const bug = new TypeError('a bug');
  const told = new VaultError('locked', 'told already');
  for (const error of [bug, told]) {
    expect(
      thrownBy(() =>
        translating('vault.db', () => {
          throw error;
        }),
      ),
    ).toBe(error);
  }
});

test('a damaged vault is told from one that is none', async () => {
  const path = await temporaryVault();
  const store = await openSqliteStore(path);
  await storeRun(store, [sampleOutcome('PL', [sampleVideo('a')])]);
  await store.close();
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0xa5, 4096));
  const message = expect.stringContaining('is damaged; restore a backup') as string;
  for (const open of [openSqliteStore, openSqliteReader]) {
    await expect(open(path)).rejects.toMatchObject({ code: 'database', message });
  }
});

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('expected an error');
}

test.each(['MODULE_NOT_FOUND', 'ERR_DLOPEN_FAILED'])(
  'a native module that cannot be loaded (%s) is a matter of the installation',
  (code) => {
    const load = () => {
      throw Object.assign(new Error('better_sqlite3.node'), { code });
    };
    expect(() => translating('/srv/vault.db', load)).toThrow(
      expect.objectContaining({
        code: 'configuration',
        message: expect.stringMatching(/^SQLite cannot be loaded: .*npm install-scripts approve better-sqlite3$/),
      }),
    );
  },
);
