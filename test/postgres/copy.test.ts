import { expect, test } from 'vitest';
import { readSearchWords } from '../../src/core/search-words.ts';
import { tables } from '../../src/core/tables.ts';
import { describeAddress } from '../../src/core/vault-address.ts';
import { openPostgresReader } from '../../src/postgres/reader.ts';
import { openPostgresStore } from '../../src/postgres/store.ts';
import { openPostgresTableReader } from '../../src/postgres/table-reader.ts';
import { openPostgresTableWriter } from '../../src/postgres/table-writer.ts';
import { openSqliteStore } from '../../src/sqlite/store.ts';
import { openSqliteTableWriter } from '../../src/sqlite/table-writer.ts';
import { answersOf } from '../cli/copy-answers.ts';
import { queryFile, temporaryVault } from '../sqlite/temporary-vault.ts';
import { sampleOutcome, sampleVideo, startRun, storeRun } from '../store/sample-run.ts';
import { openDemoShell } from '../support/demo-vault.ts';
import { copyThrough } from '../support/copy-through.ts';
import { dumpDatabase, dumpFile, openFile, openFilled, openTarget, toFile, toServer } from './copied.ts';
import { describeWithServer, lookOnce } from './server.ts';

const ever = { since: undefined, until: undefined };

describeWithServer('a vault that is copied to a server', () => {
  test('has the same logical dump as one that was fetched into a server, and so has the file that it is copied back to', async () => {
    const from = await openFile();
    const [copied, fetched] = [await openTarget(), await openTarget()];
    await openFilled(openPostgresStore(fetched.url, lookOnce()));
    const there = await toServer(from, copied);
    expect(await dumpDatabase(copied)).toEqual(await dumpFile(from));
    expect(await dumpDatabase(copied)).toEqual(await dumpDatabase(fetched));
    const back = await temporaryVault();
    const again = await toFile(copied, back);
    expect(again.tables).toEqual(there.tables);
    expect(await dumpFile(back)).toEqual(await dumpFile(from));
    expect((await toFile(fetched, await temporaryVault())).tables).toEqual(there.tables);
  });

  test('goes on as a vault does, and gives the number of no run twice', async () => {
    const from = await openFile();
    const pruned = await openSqliteStore(from);
    await pruned.prune([4]);
    await pruned.close();
    const target = await openTarget();
    await toServer(from, target);
    const store = await openPostgresStore(target.url, lookOnce());
    expect(await storeRun(store, [sampleOutcome('PL', [sampleVideo('v7')])])).toMatchObject({ run: 5 });
    expect(await store.search({ words: readSearchWords('title v777'), regions: ['PL'], language: undefined, ...ever, limit: 5 })).toEqual([
      { videoId: 'v777', match: 'title' },
    ]);
    await store.prune([5]);
    await store.close();
    const back = await temporaryVault();
    await toFile(target, back);
    const copied = await openSqliteStore(back);
    expect(await startRun(copied)).toBe(6);
    await copied.close();
  });

  test('answers the same, from the server and from the file that it is copied back to', async () => {
    const shell = await openDemoShell();
    const { url } = await openTarget();
    for (const ends of [`--from vault-demo.db --to ${url}`, `--from ${url} --to back.db`])
      expect(await shell.vault(`copy ${ends}`)).toMatchObject({ exitCode: 0, stderr: '' });
    const before = await answersOf(shell, 'vault-demo.db', shell.path('vault-demo.db'));
    expect(await answersOf(shell, 'back.db', shell.path('back.db'))).toEqual(before);
    // A server finds more by one word, for it knows languages.
    const isNoSearch = ([line]: readonly [string, string]): boolean => !line.startsWith('search');
    const onServer = Object.entries(await answersOf(shell, url, describeAddress(url)));
    expect(onServer.filter(isNoSearch)).toEqual(Object.entries(before).filter(isNoSearch));
  });

  test('is a vault in which no run ever started, where the other is', async () => {
    const from = await temporaryVault();
    await (await openSqliteStore(from)).close();
    const target = await openTarget();
    await toServer(from, target);
    const reader = await openPostgresReader(target.url);
    expect(await reader?.isUnused()).toBe(true);
    await reader?.close();
    const back = await temporaryVault();
    await toFile(target, back);
    expect(queryFile(back, 'SELECT * FROM sqlite_sequence')).toEqual([]);
  });

  test('is the vault of one moment, though a run goes on in it', async () => {
    const source = await openTarget();
    await openFilled(openPostgresStore(source.url, lookOnce()));
    const before = await dumpDatabase(source);
    const store = await openPostgresStore(source.url, lookOnce());
    const to = await temporaryVault();
    await copyThrough(
      openPostgresTableReader(source.url),
      () => openSqliteTableWriter(to, 0o600),
      (target) => ({
        ...target,
        append: async (table, rows) => {
          if (table.name === 'charts') await storeRun(store, [sampleOutcome('PL', [sampleVideo('z')])]);
          await target.append(table, rows);
        },
      }),
    );
    await store.close();
    expect(await dumpFile(to)).toEqual(before);
  });
});

describeWithServer('a target on a server', () => {
  test('that holds runs is refused, and stays as it is', async () => {
    const target = await openTarget();
    await openFilled(openPostgresStore(target.url, lookOnce()));
    const before = await dumpDatabase(target);
    await expect(toServer(await openFile(), target)).rejects.toMatchObject({ code: 'usage' });
    expect(await dumpDatabase(target)).toEqual(before);
  });

  test('is held while it is filled', async () => {
    const target = await openTarget();
    const writer = await openPostgresTableWriter(target.url);
    await expect(openPostgresTableWriter(target.url)).rejects.toMatchObject({ code: 'locked' });
    await expect(openPostgresStore(target.url, lookOnce())).rejects.toMatchObject({ code: 'locked' });
    await writer.close();
    await (await openPostgresTableWriter(target.url)).close();
  });

  test('has no table and no column that is not copied, but for what is derived', async () => {
    const { url, query } = await openTarget();
    await (await openPostgresTableWriter(url)).close();
    const made = await query(
      `SELECT table_name AS name, string_agg(column_name, ',' ORDER BY ordinal_position) AS columns
       FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
       WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND column_name NOT IN ('month', 'rejection_id')
         AND table_name NOT IN ('search_documents', 'vault_migrations') GROUP BY table_name ORDER BY table_name COLLATE "C"`,
    );
    const copied = tables.map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name).join() }));
    expect(copied.toSorted((one, other) => (one.name < other.name ? -1 : 1))).toEqual(made);
  });

  test('that holds no vault is no source', async () => {
    const { url } = await openTarget();
    await expect(openPostgresTableReader(url)).rejects.toMatchObject({ code: 'configuration' });
  });
});
