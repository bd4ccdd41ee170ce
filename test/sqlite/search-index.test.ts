import { copyFile, mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { SearchQuestion } from '../../src/core/history.ts';
import { readSearchWords } from '../../src/core/search-words.ts';
import { rereadRejections } from '../../src/core/reread.ts';
import { listMigrations, ownMigrations } from '../../src/files/migrations.ts';
import { migrate } from '../../src/sqlite/migrate.ts';
import { openSqliteReader } from '../../src/sqlite/reader.ts';
import { openSqliteStore } from '../../src/sqlite/store.ts';
import { apiItem } from '../support/items.ts';
import { sampleOutcome, sampleVideo, storeRun } from '../store/sample-run.ts';
import { queryFile, temporaryVault } from './temporary-vault.ts';

const ask = (words: string): SearchQuestion => {
  return { words: readSearchWords(words), regions: undefined, since: undefined, until: undefined, language: undefined, limit: 10 };
};

async function vaultOf(...titles: readonly string[]): Promise<string> {
  const path = await temporaryVault();
  const store = await openSqliteStore(path);
  await storeRun(store, [
    sampleOutcome(
      'PL',
      titles.map((title, index) => sampleVideo(`v${index}`, { title })),
    ),
  ]);
  await store.close();
  return path;
}

async function find(path: string, words: string): Promise<string[]> {
  const reader = await openSqliteReader(path);
  const hits = await reader?.search(ask(words)).finally(() => reader.close());
  return hits?.map(({ videoId }) => videoId).toSorted() ?? [];
}

test('an index made by other rules is made anew by the next store, and not trusted until then', async () => {
  const path = await vaultOf('Łódź', 'Kraków');
  queryFile(path, `UPDATE state SET value = '0' WHERE name = 'search_index' RETURNING 1`);
  queryFile(path, `DELETE FROM search_documents WHERE document_id = 1 RETURNING 1`);
  await expect(find(path, 'lodz')).rejects.toMatchObject({ code: 'configuration' });
  await (await openSqliteStore(path)).close();
  expect([await find(path, 'lodz'), await find(path, 'krakow')]).toEqual([['v0'], ['v1']]);
});

test('words stay with their videos when the vault is compacted, and go with a row that SQL deletes', async () => {
  const path = await vaultOf('Alpha', 'Beta', 'Gamma');
  queryFile(path, `DELETE FROM runs RETURNING 1`);
  queryFile(path, `DELETE FROM videos WHERE video_id = 'v0' RETURNING 1`);
  const store = await openSqliteStore(path);
  await store.compact();
  await store.close();
  expect([await find(path, 'alpha'), await find(path, 'beta'), await find(path, 'gamma')]).toEqual([[], ['v1'], ['v2']]);
  expect(queryFile(path, 'SELECT count(*) AS n FROM search')).toEqual([{ n: 2 }]);
});

test('an index made anew numbers videos by age, and knows where they were', async () => {
  const path = await temporaryVault();
  const store = await openSqliteStore(path);
  const [old, young] = [sampleVideo('z', { title: 'dom' }), sampleVideo('a', { title: 'dom', declaredLanguage: 'pl' })];
  await storeRun(store, [sampleOutcome('PL', [old]), sampleOutcome('US', [old])]);
  await storeRun(store, [sampleOutcome('NL', [young, old])]);
  await store.close();
  const documents = () =>
    queryFile(path, 'SELECT video_id, language, first_run, last_run, max_views, regions FROM search_documents ORDER BY 1 DESC');
  const before = documents();
  queryFile(path, `UPDATE state SET value = '0' WHERE name = 'search_index' RETURNING 1`);
  queryFile(path, `UPDATE search_documents SET document_id = -document_id RETURNING 1`);
  await (await openSqliteStore(path)).close();
  expect(queryFile(path, 'SELECT video_id FROM search_documents ORDER BY document_id')).toEqual([{ video_id: 'z' }, { video_id: 'a' }]);
  expect(documents()).toEqual(before);
  expect(before.map(({ regions }) => regions)).toEqual(['PL,US,NL', 'NL']);
});

test('a vault of the format before has its index made anew when it is migrated', async () => {
  const path = await vaultOf('Łódź', 'Kraków');
  const older = join(dirname(path), 'older.db');
  const migrations = join(dirname(path), 'migrations');
  await mkdir(migrations);
  for (const { file } of ownMigrations('sqlite').slice(0, 2)) await copyFile(file, join(migrations, basename(file)));
  const db = new Database(older);
  migrate(db, listMigrations(migrations));
  db.exec(`ATTACH '${path}' AS newer;
    INSERT INTO runs SELECT * FROM newer.runs; INSERT INTO charts SELECT * FROM newer.charts; INSERT INTO videos SELECT * FROM newer.videos;
    INSERT INTO snapshots SELECT * FROM newer.snapshots; INSERT INTO appearances SELECT * FROM newer.appearances;
    INSERT INTO state VALUES ('search_index', '1')`);
  db.close();
  await (await openSqliteStore(older)).close();
  expect([await find(older, 'l'), await find(older, 'krakow')]).toEqual([['v0'], ['v1']]);
});

test('what a search is narrowed down by follows the videos, whichever way they are written', async () => {
  const path = await temporaryVault();
  const store = await openSqliteStore(path);
  const counted = sampleVideo('counted', { views: 5 });
  const unread = { position: 1, reason: 'not understood yet', item: apiItem('unread', { statistics: { viewCount: '7' } }) };
  const uncounted = { position: 1, reason: 'not understood yet', item: apiItem('counted', { statistics: { viewCount: '9' } }) };
  await storeRun(store, [sampleOutcome('PL', [counted], { rejections: [uncounted] }), sampleOutcome('US', [], { rejections: [unread] })]);
  await storeRun(store, [sampleOutcome('NL', [{ ...counted, views: 3, declaredLanguage: 'nl' }])]);
  const question = { run: undefined, regions: undefined, since: undefined, until: undefined };
  expect(await rereadRejections(store, question, async () => true)).toEqual({ items: 2, stored: 1, completed: 1 });
  await store.close();
  const columns = 'video_id, first_run, last_run, max_views';
  expect(queryFile(path, `SELECT ${columns}, language FROM search_documents ORDER BY 1`)).toEqual(
    queryFile(path, `SELECT ${columns}, primary_language AS language FROM videos ORDER BY 1`),
  );
  expect(queryFile(path, 'SELECT video_id, max_views, regions FROM search_documents ORDER BY 1')).toEqual([
    { video_id: 'counted', max_views: 9, regions: 'PL,NL' },
    { video_id: 'unread', max_views: 7, regions: 'US' },
  ]);
});
