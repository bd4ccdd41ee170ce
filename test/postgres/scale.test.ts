import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import type { Connection } from '../../src/postgres/connection.ts';
import { createPostgresReader } from '../../src/postgres/reader.ts';
import { openPostgresStore } from '../../src/postgres/store.ts';
import { sampleOutcome, sampleVideo, storeRun } from '../store/sample-run.ts';
import { findBreaches, readTables, type Role } from './scale-rules.ts';
import { describeWithServer, lookOnce, openDatabase, type TestDatabase } from './server.ts';

const document = readFileSync(new URL('../../docs/scale.md', import.meta.url), 'utf8');

/** The rows of the table whose first column has this title, each as its cells. */
function tableUnder(title: string): string[][] {
  const lines = document.split('\n');
  const head = lines.findIndex((line) => line.startsWith(`| ${title} `));
  if (head < 0) throw new Error(`docs/scale.md has no table of ${title}`);
  const rest = lines.slice(head + 2);
  const rows = rest.slice(
    0,
    rest.findIndex((line) => !line.startsWith('|')),
  );
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const namesIn = (cell = ''): string[] => [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);

const documentedRoles = (): Map<string, Role> =>
  new Map(tableUnder('table').flatMap(([tables, role]) => namesIn(tables).map((name): [string, Role] => [name, role as Role])));

/** A vault with the partitions of two months. */
async function openVault(): Promise<TestDatabase> {
  const database = await openDatabase();
  onTestFinished(() => database.remove());
  const store = await openPostgresStore(database.url, lookOnce());
  await storeRun(store, [sampleOutcome('US', [sampleVideo('a')])]);
  await store.close();
  return database;
}

describeWithServer('the schema, as docs/scale.md distributes it', () => {
  test('has a place on Citus for every table', async () => {
    const { query } = await openVault();
    const { tables, cutTwice } = await readTables(query);
    expect([...documentedRoles().keys()].toSorted()).toEqual(tables);
    expect(new Set(documentedRoles().values())).toEqual(new Set(['distributed', 'reference', 'local']));
    expect(cutTwice).toEqual([]);
  });

  test('breaks none of the rules for keys', async () => {
    const { query } = await openVault();
    expect(await findBreaches(query, documentedRoles())).toEqual([]);
  });

  test.each([
    ['CREATE UNIQUE INDEX sources ON search_documents (source)', 'sources is unique without video_id'],
    ['ALTER TABLE videos ADD UNIQUE (first_run)', 'videos_first_run_key is unique without video_id'],
    [
      'ALTER TABLE rejections ADD video_id text COLLATE "C" REFERENCES videos',
      'rejections.rejections_video_id_fkey refers to a distributed table from one that is not',
    ],
    [
      'ALTER TABLE videos ADD origin text COLLATE "C" REFERENCES videos',
      'videos.videos_origin_fkey has not video_id at the same place on both sides',
    ],
    [
      'ALTER TABLE videos ADD day text COLLATE "C" REFERENCES quota',
      'videos.videos_day_fkey refers from a distributed table to a local one',
    ],
    [
      'ALTER TABLE search_documents ADD FOREIGN KEY (video_id) REFERENCES videos ON UPDATE CASCADE',
      'search_documents.search_documents_video_id_fkey1 changes video_id',
    ],
    [
      'ALTER TABLE search_documents ALTER video_id TYPE text COLLATE "default"',
      'video_id has several types: its tables cannot lie together',
    ],
  ])('would break one by %s', async (change, breach) => {
    const { query } = await openVault();
    await query(change);
    expect(await findBreaches(query, documentedRoles())).toEqual([breach]);
  });
});

test('docs/scale.md says of every question where Citus would answer it', () => {
  const connection: Connection = {
    name: 'none',
    query: () => Promise.reject(new Error('nothing is asked')),
    transaction: () => Promise.reject(new Error('nothing is asked')),
    close: () => Promise.resolve(),
  };
  const questions = Object.keys(createPostgresReader(connection, () => Promise.resolve(connection))).filter((name) => name !== 'close');
  const documented = tableUnder('questions').flatMap(([names]) => namesIn(names));
  expect(documented.toSorted()).toEqual(questions.toSorted());
});

test('docs/scale.md is read in one sitting', () => {
  expect(document.split('\n').length).toBeLessThan(150);
});
