import { expect, onTestFinished, test } from 'vitest';
import { openPostgresReader } from '../../src/postgres/reader.ts';
import { openPostgresStore } from '../../src/postgres/store.ts';
import { sampleOutcome, sampleVideo, storeRun } from '../store/sample-run.ts';
import { describeWithServer, lookOnce, openDatabase, type TestDatabase } from './server.ts';

const openers = [(url: string) => openPostgresStore(url, lookOnce()), openPostgresReader];

async function openEmpty(): Promise<TestDatabase> {
  const database = await openDatabase();
  onTestFinished(database.remove);
  return database;
}

/** The same database, worked in by another search_path. */
const withPath = (url: string, path: string): string => `${url}?options=${encodeURIComponent(`-c search_path=${path}`)}`;

describeWithServer('the schema of a vault', () => {
  test('is the first of the search_path, and a vault in a later one another', async () => {
    const { url, query } = await openEmpty();
    await query('CREATE SCHEMA two');
    const first = await openPostgresStore(url, lookOnce());
    await storeRun(first, [sampleOutcome('PL', [sampleVideo('a')])]);
    const second = await openPostgresStore(withPath(url, 'two,public'), lookOnce());
    expect(await second.isUnused()).toBe(true);
    await storeRun(second, [sampleOutcome('US', [sampleVideo('b'), sampleVideo('c')])]);
    expect([(await first.latestRun())?.unique, (await second.latestRun())?.unique]).toEqual([1, 2]);
    expect(await query('SELECT video_id FROM public.appearances')).toEqual([{ video_id: 'a' }]);
    expect((await first.size()).bytes).toBeGreaterThan(0);
    await first.close();
    expect(await second.isHeld()).toBe(true);
    const reader = await openPostgresReader(withPath(url, 'public,two'));
    expect([await reader?.isHeld(), (await reader?.latestRun())?.unique]).toEqual([false, 1]);
    await reader?.close();
    await second.close();
  });

  test('has to be there: a search_path that leads nowhere is no vault that somebody holds', async () => {
    const { url } = await openEmpty();
    const nowhere = withPath(url, 'nowhere');
    for (const open of openers)
      await expect(open(nowhere)).rejects.toMatchObject({ code: 'configuration', message: expect.stringContaining('search_path') });
  });

  test('is left as it is where it holds other tables of these names', async () => {
    const { url, query } = await openEmpty();
    await query('CREATE TABLE runs (miles integer)');
    for (const open of openers)
      await expect(open(url)).rejects.toMatchObject({ code: 'configuration', message: expect.stringMatching(/another program \(runs\)/) });
    expect(await query('SELECT relname::text FROM pg_class WHERE relnamespace = current_schema()::regnamespace')).toEqual([
      { relname: 'runs' },
    ]);
  });

  test.each(['CREATE TABLE movers (x integer)', 'CREATE VIEW latest_videos AS SELECT 1', 'CREATE TABLE vault_migrations (y text)'])(
    'is no vault by a part of it: %s',
    async (sql) => {
      const { url, query } = await openEmpty();
      await query(sql);
      for (const open of openers)
        await expect(open(url)).rejects.toMatchObject({ code: 'configuration', message: expect.stringContaining('another program') });
    },
  );

  test('of a newer version is refused, and not touched', async () => {
    const { url, query } = await openEmpty();
    await (await openPostgresStore(url, lookOnce())).close();
    await query('INSERT INTO vault_migrations (version) VALUES (99)');
    for (const open of openers)
      await expect(open(url)).rejects.toMatchObject({ code: 'configuration', message: expect.stringContaining('newer version') });
  });
});
