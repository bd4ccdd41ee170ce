import { expect, test } from 'vitest';
import type { SearchQuestion } from '../../src/core/history.ts';
import { readSearchWords } from '../../src/core/search-words.ts';
import { openSqliteReader } from '../../src/sqlite/reader.ts';
import { openSqliteStore } from '../../src/sqlite/store.ts';
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
