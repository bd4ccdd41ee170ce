import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openSqliteReader } from '../../src/sqlite/reader.ts';
import { openSqliteStore } from '../../src/sqlite/store.ts';
import { openSqliteTableReader } from '../../src/sqlite/table-reader.ts';
import { openSqliteTableWriter } from '../../src/sqlite/table-writer.ts';
import { sampleOutcome, sampleVideo, storeRun } from '../store/sample-run.ts';
import { beginCopy, copy, dump, openRichVault } from './copied.ts';
import { folderContent } from './temporary-vault.ts';

const unfinished = {
  code: 'configuration',
  message: expect.stringMatching(/the copy of .*vault\.db into it is not finished; run the same vault copy again$/),
};

describe('a vault into which a copy is not finished', () => {
  test('opens for nobody, and is finished by the same copy', async () => {
    const from = await openRichVault();
    const to = join(dirname(from), 'copy.db');
    await beginCopy(from, to);
    await expect(openSqliteReader(to)).rejects.toMatchObject(unfinished);
    await expect(openSqliteStore(to)).rejects.toMatchObject(unfinished);
    await expect(openSqliteTableReader(to)).rejects.toMatchObject(unfinished);
    expect(await copy(from, to)).toMatchObject({ resumed: true });
    expect(await dump(to)).toEqual(await dump(from));
  });

  test('is finished after runs were added to the source, or after all is copied anew where some were pruned', async () => {
    for (const prunes of [false, true]) {
      const from = await openRichVault();
      const to = join(dirname(from), 'copy.db');
      await beginCopy(from, to);
      const store = await openSqliteStore(from);
      if (prunes) await store.prune([1]);
      else await storeRun(store, [sampleOutcome('PL', [sampleVideo('a', { title: 'new' }), sampleVideo('0')])]);
      await store.close();
      expect(await copy(from, to)).toMatchObject({ resumed: !prunes });
      expect(await dump(to)).toEqual(await dump(from));
    }
  });

  test('is held while it is filled', async () => {
    const from = await openRichVault();
    const to = join(dirname(from), 'copy.db');
    await copy(from, to, (target) => ({
      ...target,
      finish: async (...end) => {
        await expect(openSqliteTableWriter(to, 0o600)).rejects.toMatchObject({ code: 'locked' });
        await expect(openSqliteStore(to)).rejects.toMatchObject({ code: 'locked' });
        await target.finish(...end);
      },
    }));
  });

  test('that is deleted meanwhile ends the copy', async () => {
    const from = await openRichVault();
    const to = join(dirname(from), 'copy.db');
    const copying = copy(from, to, (target) => ({
      ...target,
      append: async (table, rows) => {
        if (table.name === 'snapshots') rmSync(to);
        await target.append(table, rows);
      },
    }));
    await expect(copying).rejects.toMatchObject({ code: 'database', message: expect.stringMatching(/was deleted or replaced/) });
  });
});

describe('a target that is refused', () => {
  test('stays as it is, with nothing beside it', async () => {
    const [from, to] = [await openRichVault(), await openRichVault()];
    rmSync(`${to}.lock`);
    const before = folderContent(to);
    await expect(copy(from, to)).rejects.toMatchObject({ code: 'usage', message: expect.stringMatching(/name another vault with --to$/) });
    expect(folderContent(to)).toEqual(before);
  });

  test('may be a vault whose runs are gone, but not its quota', async () => {
    const [from, to] = [await openRichVault(), await openRichVault()];
    const db = new Database(to);
    db.exec('DELETE FROM runs; DELETE FROM videos');
    db.close();
    const before = await dump(to);
    await expect(copy(from, to)).rejects.toMatchObject({ code: 'usage' });
    expect(await dump(to)).toEqual(before);
  });

  test('in a folder that is not there makes no folder', async () => {
    const from = await openRichVault();
    await expect(copy(from, join(dirname(from), 'nowhere', 'copy.db'))).rejects.toMatchObject({ code: 'database' });
  });
});
