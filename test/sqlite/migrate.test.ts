import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { listMigrations, type Migration, migrationsFolder, ownMigrations } from '../../src/files/migrations.ts';
import { openSqliteReader } from '../../src/sqlite/reader.ts';
import { openSqliteStore } from '../../src/sqlite/store.ts';
import { sampleOutcome, sampleVideo, storeRun } from '../store/sample-run.ts';
import { queryFile, temporaryVault } from './temporary-vault.ts';

/** The format of this program. */
const present = ownMigrations('sqlite').length;

/** A vault of the present format that holds a run, and migrations that go on from there with the given SQL. */
async function olderVault(...steps: string[]): Promise<{ path: string; folder: string; migrations: Migration[] }> {
  const path = await temporaryVault();
  const store = await openSqliteStore(path);
  await storeRun(store, [sampleOutcome('PL', [sampleVideo('a')])]);
  await store.close();
  const folder = join(dirname(path), 'migrations');
  mkdirSync(folder);
  const files = [...ownMigrations('sqlite').map(({ file }) => readFileSync(file, 'utf8')), ...steps];
  for (const [index, sql] of files.entries()) writeFileSync(join(folder, `00${index + 1}-step.sql`), sql);
  return { path, folder, migrations: listMigrations(folder) };
}

test('a store brings an older vault to the newest format and keeps its runs', async () => {
  const { path, migrations } = await olderVault('ALTER TABLE runs ADD COLUMN note TEXT', "UPDATE runs SET note = 'seen'");
  const store = await openSqliteStore(path, { migrations });
  onTestFinished(() => store.close());
  expect(await store.listRuns(5)).toHaveLength(1);
  expect(queryFile(path, 'SELECT note, user_version FROM runs, pragma_user_version')).toEqual([
    { note: 'seen', user_version: present + 2 },
  ]);
});

test('a vault just migrated is refused by the older program, also while it is in use', async () => {
  const { path, migrations } = await olderVault('CREATE TABLE notes (note TEXT) STRICT');
  const store = await openSqliteStore(path, { migrations });
  onTestFinished(() => store.close());
  await expect(openSqliteReader(path)).rejects.toMatchObject({ code: 'configuration' });
  await store.close();
  await expect(openSqliteReader(path)).rejects.toMatchObject({ code: 'configuration' });
  await expect(openSqliteStore(path)).rejects.toMatchObject({ code: 'configuration' });
});

test('a migration that fails leaves the vault as it was, with nothing of itself or of those before it', async () => {
  const { path, folder, migrations } = await olderVault('CREATE TABLE two (a TEXT)', 'CREATE TABLE three (a TEXT); SELECT nonsense');
  await expect(openSqliteStore(path, { migrations })).rejects.toMatchObject({ code: 'database' });
  expect(queryFile(path, 'SELECT user_version FROM pragma_user_version')).toEqual([{ user_version: present }]);
  expect(queryFile(path, "SELECT name FROM sqlite_schema WHERE name IN ('two', 'three')")).toEqual([]);
  // Nothing is held or left open by the attempt.
  writeFileSync(join(folder, `00${present + 2}-step.sql`), 'CREATE TABLE three (a TEXT)');
  const store = await openSqliteStore(path, { migrations });
  await store.close();
});

test('a reader refuses an older vault, which only a run may migrate, and changes nothing', async () => {
  const { path, migrations } = await olderVault('CREATE TABLE two (a TEXT)');
  const before = vaultBytes(path);
  await expect(openSqliteReader(path, { migrations })).rejects.toMatchObject({
    code: 'configuration',
    message: `${path} was made by an older version of this program; the next vault fetch brings it up to date`,
  });
  expect(vaultBytes(path)).toEqual(before);
});

test('a gap in the numbers of the migrations is an error', async () => {
  const { folder } = await olderVault();
  writeFileSync(join(folder, `00${present + 2}-step.sql`), '');
  expect(() => listMigrations(folder)).toThrow(new RegExp(`expected migration ${present + 1}`));
});

test('an installation without its migrations is told of as such, and no bug', async () => {
  const folder = join(dirname(await temporaryVault()), 'migrations', 'sqlite');
  const said = { code: 'configuration', message: `the folder ${folder} is missing: a part of this program is not there; install it again` };
  expect(() => listMigrations(folder)).toThrow(expect.objectContaining(said));
  expect(() => migrationsFolder('sqlite', pathToFileURL(folder).href)).toThrow(expect.objectContaining({ code: 'configuration' }));
});

test('a vault that had an index of the runs of each video tells the same without it, also where runs were deleted', async () => {
  const { path, migrations } = await olderVault();
  rmSync(path);
  const older = await openSqliteStore(path, { migrations: migrations.slice(0, 3) });
  const [a, b] = [sampleVideo('a'), sampleVideo('b')];
  for (const videos of [[a, b], [b], [a], [b, a]]) await storeRun(older, [sampleOutcome('PL', videos), sampleOutcome('US', videos)]);
  queryFile(path, 'DELETE FROM runs WHERE run_id IN (1, 3) RETURNING 1');
  await older.close();
  const history = () => queryFile(path, 'SELECT * FROM video_history ORDER BY run_id, video_id');
  const before = history();
  const store = await openSqliteStore(path);
  onTestFinished(() => store.close());
  expect(history()).toEqual(before);
  expect((await store.snapshotsOf('a')).map(({ run }) => run)).toEqual([4]);
  expect((await store.placesOf('b')).map(({ run, region }) => `${run} ${region}`)).toEqual(['2 PL', '2 US', '4 PL', '4 US']);
  expect(queryFile(path, "SELECT name FROM sqlite_schema WHERE name = 'snapshots_by_video'")).toEqual([]);
});

test('the migrations are found from the source and from a bundle', () => {
  const root = process.cwd();
  const folder = join(root, 'migrations', 'sqlite');
  expect(migrationsFolder('sqlite')).toBe(folder);
  for (const file of ['src/sqlite/migrate.ts', 'dist/store-ABC.js', 'dist/chunks/deep/store.js']) {
    expect(migrationsFolder('sqlite', pathToFileURL(join(root, file)).href)).toBe(folder);
  }
});

function vaultBytes(path: string): unknown {
  return readFileSync(path).toString('base64');
}
