import { randomBytes } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import type { SearchQuestion } from '../../src/core/history.ts';
import type { Store } from '../../src/core/ports.ts';
import { readSearchWords } from '../../src/core/search-words.ts';
import { openPostgresStore } from '../../src/postgres/store.ts';
import { sampleOutcome, sampleVideo, storeRun } from '../store/sample-run.ts';
import { describeWithServer, lookOnce, openDatabase, type TestDatabase } from './server.ts';

/** Titles by the ids of their videos, which begin with the language. */
type Titles = Readonly<Record<string, string>>;

async function openVault(titles: Titles): Promise<Store & { database: TestDatabase }> {
  const database = await openDatabase();
  const store = await openPostgresStore(database.url, lookOnce());
  onTestFinished(async () => {
    await store.close();
    await database.remove();
  });
  await storeRun(store, [sampleOutcome('US', videosOf(titles))]);
  return { ...store, database };
}

const videosOf = (titles: Titles) =>
  Object.entries(titles).map(([id, title]) =>
    sampleVideo(id, { title, declaredLanguage: id.split('.')[0] ?? '', channelTitle: '', tags: [], description: '' }),
  );

async function find(store: Pick<Store, 'search'>, words: string, changes: Partial<SearchQuestion> = {}): Promise<string[]> {
  const question = { regions: undefined, since: undefined, until: undefined, language: undefined, limit: 10 };
  const hits = await store.search({ ...question, words: readSearchWords(words), ...changes });
  return hits.map(({ videoId }) => videoId);
}

describeWithServer('search by language', () => {
  test.each([
    ['nl', 'Een boek over koken', 'boeken'],
    ['nl', 'Samen wandelen', 'wandeling'],
    ['sv', 'Den gamla bilen', 'bilar'],
    ['no', 'Katten på taket', 'katter'],
    ['nb', 'Katten på taket', 'katter'],
    ['nn', 'Katten på taket', 'katter'],
    ['de', 'Das Haus am See', 'Häuser'],
    ['de-AT', 'Das Haus am See', 'Häuser'],
    ['en', 'He runs home', 'running'],
    ['es', 'Vamos a cantar', 'cantando'],
  ])('finds in %s “%s” by “%s”, a form of a word that does not stand there', async (language, title, words) => {
    const store = await openVault({ [`${language}.1`]: title, 'zu.2': title });
    expect(await find(store, words)).toEqual([`${language}.1`]);
  });

  test('leaves words as they are in a language that the server does not know', async () => {
    const store = await openVault({ 'pl.1': 'Koty na dachu', 'ja.2': '東京タワーの夜' });
    expect([await find(store, 'kota'), await find(store, 'koty'), await find(store, '東京')]).toEqual([[], ['pl.1'], ['ja.2']]);
  });

  test('takes a form for a form in its own language only', async () => {
    const store = await openVault({ 'nl.1': 'Mijn recept', 'en.2': 'My recept' });
    expect(await find(store, 'recepten')).toEqual(['nl.1']);
    expect(await find(store, 'recepten', { language: 'en' })).toEqual([]);
  });

  test('gives the word itself before its other forms, and both within the limit', async () => {
    const store = await openVault({ 'en.forms': 'They danced', 'en.itself': 'Dancing', 'en.more': 'The dances' });
    expect(await find(store, 'dancing')).toEqual(['en.itself', 'en.forms', 'en.more']);
    expect(await find(store, 'dancing', { limit: 2 })).toEqual(['en.itself', 'en.forms']);
  });

  test('follows a video into another language', async () => {
    const store = await openVault({ 'en.1': 'Katten' });
    expect(await find(store, 'katter')).toEqual([]);
    await storeRun(store, [sampleOutcome('US', [sampleVideo('en.1', { title: 'Katten', declaredLanguage: 'no' })])]);
    expect(await find(store, 'katter')).toEqual(['en.1']);
  });

  test('takes words of every kind for words, and nothing in them for a command', async () => {
    const store = await openVault({ 'en.1': "C-3PO's 1e5 wp.pl foo@bar.example 007 & 10.5 o'clock <-> !not" });
    for (const words of ['3po', '1e5', 'wp', 'pl', 'wp.pl', 'bar', '007', '10.5', "o'clock", 'not', 'foo@bar.example', '<->not'])
      expect(await find(store, words), words).toEqual(['en.1']);
    for (const words of ["'", '\\', ':*', '!not & x', 'a:A', '\\:*']) expect(await find(store, words), words).toEqual([]);
  });
});

describeWithServer('the extension unaccent', () => {
  /** A role that may make tables, and no extensions. */
  async function openAsGuest(database: TestDatabase): Promise<string> {
    const role = `vault_guest_${randomBytes(4).toString('hex')}`;
    await database.query(`CREATE ROLE ${role} LOGIN PASSWORD 'guest'`);
    await database.query(`GRANT CREATE ON SCHEMA public TO ${role}`);
    onTestFinished(async () => {
      await database.query(`DROP OWNED BY ${role} CASCADE`);
      await database.query(`DROP ROLE ${role}`);
      await database.remove();
    });
    return Object.assign(new URL(database.url), { username: role, password: 'guest' }).href;
  }

  test('is used where it may be made or is there, and our own folding does without it', async () => {
    const database = await openDatabase();
    const url = await openAsGuest(database);
    const rules = () => database.query(`SELECT value FROM state WHERE name = 'search_index'`);
    const first = await openPostgresStore(url, lookOnce());
    await storeRun(first, [sampleOutcome('US', videosOf({ 'pl.1': 'Łódź', 'ha.2': 'Ɗan wasa' }))]);
    expect([await find(first, 'lodz'), await find(first, 'dan'), await find(first, 'ɗan')]).toEqual([['pl.1'], [], ['ha.2']]);
    expect(await rules()).toEqual([{ value: '2' }]);
    await first.close();
    await database.query('CREATE EXTENSION unaccent');
    const second = await openPostgresStore(url, lookOnce());
    expect([await find(second, 'lodz'), await find(second, 'dan'), await find(second, 'ɗan')]).toEqual([['pl.1'], ['ha.2'], ['ha.2']]);
    expect(await rules()).toEqual([{ value: '2 unaccent' }]);
    await second.close();
  });
});
