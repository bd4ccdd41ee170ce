import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VaultError } from '../../src/core/errors.ts';
import { readSearchWords } from '../../src/core/search-words.ts';
import { tables } from '../../src/core/tables.ts';
import { openSqliteReader } from '../../src/sqlite/reader.ts';
import { openSqliteStore } from '../../src/sqlite/store.ts';
import { openSqliteTableReader } from '../../src/sqlite/table-reader.ts';
import { tableOf } from '../core/copy-vault-tables.ts';
import { sampleOutcome, sampleVideo, startRun, storeRun } from '../store/sample-run.ts';
import { beginCopy, copy, dump, openRichVault } from './copied.ts';
import { folderNames, queryFile, temporaryVault } from './temporary-vault.ts';

describe('a vault that was copied', () => {
  test('holds the same, is found by the same words, and gives the number of no run twice', async () => {
    const from = await openRichVault();
    const store = await openSqliteStore(from);
    await store.prune([4]);
    await store.close();
    const to = join(dirname(from), 'copy.db');
    await copy(from, to);
    expect(await dump(to)).toEqual(await dump(from));
    expect(queryFile(to, 'PRAGMA foreign_key_check')).toEqual([]);
    const copied = await openSqliteStore(to);
    const question = { words: readSearchWords('lodz'), regions: ['PL'], language: undefined, since: undefined, until: undefined, limit: 5 };
    expect(await copied.search(question)).toEqual([{ videoId: 'b', match: 'title' }]);
    expect(await startRun(copied)).toBe(5);
    await copied.close();
  });

  test('has its rejections in the order in which they came, and those twice that came twice', async () => {
    const from = await openRichVault();
    const to = join(dirname(from), 'copy.db');
    await copy(from, to);
    const reasons = (path: string): unknown[] => queryFile(path, 'SELECT position, reason, item FROM rejections ORDER BY position, rowid');
    expect(reasons(to)).toEqual(reasons(from));
    expect(reasons(to)).toHaveLength(4);
  });

  test('knows nothing of who wrote the other, and leaves no files beside it', async () => {
    const from = await openRichVault();
    const to = join(dirname(from), 'copy.db');
    await copy(from, to);
    expect(queryFile(from, `SELECT name FROM state ORDER BY 1`)).toHaveLength(5);
    expect(queryFile(to, 'SELECT name FROM state ORDER BY 1').map(({ name }) => name)).toEqual([
      'not_before',
      'not_before_reason',
      'search_index',
    ]);
    expect(folderNames(from)).toEqual(['copy.db', 'copy.db.lock', 'vault.db', 'vault.db.lock']);
  });

  test.skipIf(process.platform === 'win32')('can be read by whom it was made for, from the first byte', async () => {
    const from = await openRichVault();
    const to = join(dirname(from), 'copy.db');
    await beginCopy(from, to);
    expect(statSync(to).mode & 0o777).toBe(0o640);
  });

  test('is the vault of one moment, though a run goes on in it', async () => {
    const from = await openRichVault();
    const before = await dump(from);
    const to = join(dirname(from), 'copy.db');
    const store = await openSqliteStore(from);
    await copy(from, to, (target) => ({
      ...target,
      append: async (table, rows) => {
        if (table.name === 'charts') await storeRun(store, [sampleOutcome('PL', [sampleVideo('z')])]);
        await target.append(table, rows);
      },
    }));
    expect(await dump(to)).toEqual(before);
    expect(queryFile(from, 'SELECT count(*) AS runs FROM runs')).toEqual([{ runs: 5 }]);
    await store.close();
  });

  test('of an empty vault is one in which no run ever started', async () => {
    const from = await temporaryVault();
    await (await openSqliteStore(from)).close();
    const to = join(dirname(from), 'copy.db');
    await copy(from, to);
    const reader = await openSqliteReader(to);
    expect(await reader?.isUnused()).toBe(true);
    await reader?.close();
  });
});

test('every table and column that a migration makes is copied, but for the search index', async () => {
  const path = await temporaryVault();
  await (await openSqliteStore(path)).close();
  const made = queryFile(
    path,
    `SELECT tables.name, group_concat(columns.name) AS columns FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS columns
     WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite%' AND tables.name NOT LIKE 'search%' GROUP BY tables.name ORDER BY 1`,
  );
  const copied = tables.map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name).join() }));
  expect(copied.toSorted((one, other) => (one.name < other.name ? -1 : 1))).toEqual(made);
});

test('rows without a vault are configuration', async () => {
  await expect(openSqliteTableReader(await temporaryVault())).rejects.toBeInstanceOf(VaultError);
});

test('a reader may stop in the middle of a table, and begin again', async () => {
  const from = await openRichVault();
  const reader = await openSqliteTableReader(from);
  for await (const batch of reader.rows(tableOf('snapshots'))) {
    expect(batch).toHaveLength(4);
    break;
  }
  expect(await reader.count(tableOf('snapshots'))).toBe(4);
  await reader.close();
});
