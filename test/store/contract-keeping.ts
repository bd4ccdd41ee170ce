import { array, assert, asyncProperty, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { VaultUnderTest } from '../store.contract.ts';
import { sampleOutcome, sampleVideo, storeRun } from './sample-run.ts';

const hostileTitles = [
  "'; DROP TABLE videos; --",
  '=HYPERLINK("http://example.com")',
  '<script>alert(1)</script>',
  '\u001b[31mred\u001b[0m \u0007',
  '\u202Eright to left\u202C \u2066\u2069',
  'before\u0000after',
  ' \t\r\n edges \n',
  '\uFEFFmark \uFFFE\uFFFF',
  '👩‍👩‍👧‍👦 \u{10FFFF} Zażółć e\u0301 \u00E9',
  '',
];

/** The part of the store contract about videos: what is kept comes back as it was given. */
export function describeKeeping(vault: VaultUnderTest): void {
  const videos = (columns: string) => vault.query(`SELECT ${columns} FROM videos ORDER BY video_id`);

  /** Stores one chart with a video of each title, and gives the titles as kept, in chart order. */
  const roundTrip = async (titles: readonly string[]): Promise<unknown[]> => {
    const shown = titles.map((title, index) => sampleVideo(`v${String(index).padStart(4, '0')}`, { title }));
    await storeRun(vault.store, [sampleOutcome('PL', shown)]);
    const details = await vault.store.listRuns(1);
    const rows = await vault.query(
      `SELECT title FROM videos JOIN appearances ON appearances.video_id = videos.video_id WHERE run_id = ${details[0]?.run} ORDER BY rank`,
    );
    return rows.map(({ title }) => title);
  };

  describe('what is kept of a video', () => {
    test('hostile titles come back as they were given', async () => {
      expect(await roundTrip(hostileTitles)).toEqual(hostileTitles.map(vault.asKept));
    });

    test('half of a surrogate pair becomes one replacement character', async () => {
      expect(await roundTrip(['a\uD83Db', '\uDE00'])).toEqual(['a\uFFFDb', '\uFFFD']);
    });

    test('any well-formed title comes back', async () => {
      const titles = array(string({ unit: 'binary' }), { minLength: 1, maxLength: 20 });
      await assert(
        asyncProperty(titles, async (given) => {
          expect(await roundTrip(given)).toEqual(given.map(vault.asKept));
        }),
        { numRuns: 15 },
      );
    });

    test('every field comes back, and a hidden one is null and not 0', async () => {
      const hidden = { views: null, likes: null, comments: null, categoryId: null, durationSeconds: null };
      await storeRun(vault.store, [
        sampleOutcome('PL', [
          sampleVideo('a', { tags: ['"quoted"', 'ł'], declaredLanguage: 'pl', views: 2 ** 53 - 1 }),
          sampleVideo('b', hidden),
        ]),
      ]);
      const dates = { published_at: '2026-11-20T08:30:00.123Z', first_run: 1, last_run: 1 };
      const texts = { live: 'none', description: 'A description', primary_language: 'pl' };
      const a = { video_id: 'a', title: 'Title of a', channel_id: 'UC-a', channel_title: 'Channel of a', category_name: 'Music' };
      const b = { video_id: 'b', title: 'Title of b', channel_id: 'UC-b', channel_title: 'Channel of b', category_name: null };
      const numbers = { category_id: 10, duration_seconds: 215, max_views: 2 ** 53 - 1 };
      const none = { category_id: null, duration_seconds: null, max_views: null, declared_language: null };
      expect(await videos('*')).toEqual([
        { ...a, ...dates, ...texts, ...numbers, declared_language: 'pl', tags: '["\\"quoted\\"","ł"]' },
        { ...b, ...dates, ...texts, ...none, tags: '["one","two"]' },
      ]);
      expect(await vault.query("SELECT views, likes, comments FROM snapshots WHERE video_id = 'b'")).toEqual([
        { views: null, likes: null, comments: null },
      ]);
    });

    test('metadata is the newest seen, and the first run stays', async () => {
      await storeRun(vault.store, [sampleOutcome('PL', [sampleVideo('a', { title: 'Old', tags: ['old'] }), sampleVideo('b')])]);
      await storeRun(vault.store, [sampleOutcome('PL', [sampleVideo('a', { title: 'New', tags: [], categoryId: null })])]);
      expect(await videos('title, tags, category_id, category_name, first_run, last_run')).toEqual([
        { title: 'New', tags: '[]', category_id: null, category_name: null, first_run: 1, last_run: 2 },
        { title: 'Title of b', tags: '["one","two"]', category_id: 10, category_name: 'Music', first_run: 1, last_run: 1 },
      ]);
    });

    test.each([
      { seen: [100, 250, 90], most: 250 },
      { seen: [100, null, null], most: 100 },
      { seen: [null, 7], most: 7 },
      { seen: [null, null], most: null },
      { seen: [0, null], most: 0 },
    ])('of the counts $seen the greatest, $most, is remembered, and each stays with its run', async ({ seen, most }) => {
      for (const views of seen) await storeRun(vault.store, [sampleOutcome('PL', [sampleVideo('a', { views })])]);
      expect(await videos('max_views')).toEqual([{ max_views: most }]);
      const kept = await vault.query('SELECT views FROM snapshots ORDER BY run_id');
      expect(kept.map(({ views }) => views)).toEqual(seen);
    });

    test('each chart keeps its rank and the count that it showed, the snapshot the greatest', async () => {
      await storeRun(vault.store, [
        sampleOutcome('US', [sampleVideo('b', { views: 5 }), sampleVideo('a', { views: 40 })]),
        sampleOutcome('PL/10', [sampleVideo('a', { views: 50 })]),
      ]);
      expect(await vault.query("SELECT region, category, rank, views FROM appearances WHERE video_id = 'a' ORDER BY region")).toEqual([
        { region: 'PL', category: 10, rank: 1, views: 50 },
        { region: 'US', category: 0, rank: 2, views: 40 },
      ]);
      expect(await vault.query("SELECT views FROM snapshots WHERE video_id = 'a'")).toEqual([{ views: 50 }]);
    });
  });

  describe('what is kept of an unreadable item', () => {
    test('its place, the reason, and the item itself', async () => {
      const item = { id: 7, snippet: { title: 'a\u0000\uD800"', tags: [null, 1.5, true] } };
      const rejections = [
        { position: 2, reason: 'id: expected string', item },
        { position: 2, reason: 'statistics.viewCount: expected a number', item: null },
      ];
      const record = await storeRun(vault.store, [sampleOutcome('PL/10', [sampleVideo('a')], { rejections })]);
      expect(record.charts[0]?.rejected).toBe(2);
      const rows = await vault.query('SELECT region, category, position, reason, item FROM rejections ORDER BY reason');
      expect(rows.map((row) => JSON.parse(String(row['item'])) as unknown)).toEqual([item, null]);
      const place = { region: 'PL', category: 10, position: 2 };
      expect(rows).toMatchObject(rejections.map(({ reason }) => Object.assign({ reason }, place)));
    });

    test.each([1500, 100_000])('an item nested %i deep costs neither the run nor a later look into the items', async (depth) => {
      let item: unknown = 'bottom';
      for (let level = 0; level < depth; level += 1) item = [item];
      await storeRun(vault.store, [sampleOutcome('PL', [sampleVideo('a')], { rejections: [{ position: 2, reason: 'item', item }] })]);
      const [row] = await vault.query('SELECT item FROM rejections');
      expect(JSON.parse(String(row?.['item']))).toBe('nested too deeply to be kept');
    });
  });
}
