import { describe, expect, test } from 'vitest';
import { type DatasetName, type DatasetQuestion, type DatasetRow, datasets } from '../../src/core/dataset.ts';
import type { Reader } from '../../src/core/ports.ts';
import type { VaultUnderTest } from '../store.contract.ts';
import { failedOutcome, finishedRun, sampleOutcome, sampleVideo, startRun } from './sample-run.ts';

const day = (number: number): string => `2026-11-2${number}T00:00:00.000Z`;

/** The rows that a question gives, as objects; and that as many were counted. */
async function take(reader: Reader, dataset: DatasetName, filter: Partial<DatasetQuestion> = {}): Promise<Record<string, unknown>[]> {
  const question = { dataset, since: undefined, until: undefined, regions: undefined, ...filter };
  const rows: DatasetRow[] = [];
  for await (const batch of reader.rows(question)) rows.push(...batch);
  expect(await reader.countRows(question)).toBe(rows.length);
  return rows.map((row) => Object.fromEntries(datasets[dataset].columns.map(({ name }, index) => [name, row[index]])));
}

/** The part of the store contract about taking rows out. */
export function describeDatasets(vault: VaultUnderTest): void {
  const store = async (number: number, outcomes: Parameters<typeof finishedRun>[1]): Promise<number> => {
    const run = await startRun(vault.store, day(number));
    await vault.store.finishRun(finishedRun(run, outcomes));
    return run;
  };
  const a = sampleVideo('a', { views: 5, comments: null });
  const b = sampleVideo('b', { views: 9, likes: null, tags: [], categoryId: null, durationSeconds: null });

  describe('datasets', () => {
    test('have what their columns promise', async () => {
      await store(0, [sampleOutcome('PL', [a, b]), sampleOutcome('US/10', [{ ...a, views: 4 }]), failedOutcome('NL')]);
      const run = { run_id: 1, started_at: day(0) };
      expect(await take(vault.store, 'snapshots')).toEqual([
        { ...run, video_id: 'a', views: 5, likes: 100, comments: null },
        { ...run, video_id: 'b', views: 9, likes: null, comments: 10 },
      ]);
      expect(await take(vault.store, 'appearances')).toEqual([
        { ...run, region: 'PL', category: 0, rank: 1, video_id: 'a', views: 5 },
        { ...run, region: 'PL', category: 0, rank: 2, video_id: 'b', views: 9 },
        { ...run, region: 'US', category: 10, rank: 1, video_id: 'a', views: 4 },
      ]);
      const common = { published_at: '2026-11-20T08:30:00.123Z', live: 'none', description: 'A description', declared_language: null };
      const seen = { primary_language: 'pl', first_run: 1, last_run: 1 };
      expect(await take(vault.store, 'videos')).toEqual([
        {
          video_id: 'a',
          title: 'Title of a',
          channel_id: 'UC-a',
          channel_title: 'Channel of a',
          category_id: 10,
          ...common,
          ...seen,
          category_name: 'Music',
          duration_seconds: 215,
          tags: ['one', 'two'],
          max_views: 5,
        },
        {
          video_id: 'b',
          title: 'Title of b',
          channel_id: 'UC-b',
          channel_title: 'Channel of b',
          category_id: null,
          ...common,
          ...seen,
          category_name: null,
          duration_seconds: null,
          tags: [],
          max_views: 9,
        },
      ]);
    });

    test('charts are the flat layout: a row for each place, with the count that its region showed', async () => {
      await store(0, [sampleOutcome('PL', [a, b]), sampleOutcome('US/10', [{ ...a, views: 4 }])]);
      const [first, second, third, ...more] = await take(vault.store, 'charts');
      expect(more).toEqual([]);
      expect(first).toEqual({
        video_id: 'a',
        title: 'Title of a',
        publishedAt: '2026-11-20T08:30:00.123Z',
        channelId: 'UC-a',
        channelTitle: 'Channel of a',
        categoryId: 10,
        trending_date: day(0),
        tags: 'one|two',
        view_count: 5,
        likes: 100,
        comment_count: null,
        thumbnail_link: 'https://i.ytimg.com/vi/a/default.jpg',
        comments_disabled: true,
        ratings_disabled: false,
        description: 'A description',
        region: 'PL',
        chart_category: 0,
        rank: 1,
      });
      expect(second).toMatchObject({ video_id: 'b', tags: '', comments_disabled: false, ratings_disabled: true, rank: 2 });
      expect(third).toMatchObject({ video_id: 'a', view_count: 4, region: 'US', chart_category: 10, rank: 1 });
    });

    test('hold what a text of JSON may hold', async () => {
      await store(0, [sampleOutcome('PL', [sampleVideo('a', { tags: ['"|\u0000\u{1F600}', ' ', '\\'] })])]);
      const [row] = await take(vault.store, 'charts');
      expect(row).toMatchObject({ tags: '"|\u0000\u{1F600}| |\\' });
      expect(await take(vault.store, 'videos')).toMatchObject([{ tags: ['"|\u0000\u{1F600}', ' ', '\\'] }]);
    });

    test('come oldest first, by when their runs started', async () => {
      for (const number of [3, 1, 2]) await store(number, [sampleOutcome('PL', [a])]);
      for (const [dataset, column] of [
        ['snapshots', 'started_at'],
        ['appearances', 'started_at'],
        ['charts', 'trending_date'],
      ] as const)
        expect((await take(vault.store, dataset)).map((row) => row[column])).toEqual([day(1), day(2), day(3)]);
    });

    test('keep to the period, its beginning included and its end not, and to the regions', async () => {
      await store(0, [sampleOutcome('PL', [a])]);
      await store(1, [sampleOutcome('PL', [a]), sampleOutcome('US', [b])]);
      await store(2, [sampleOutcome('US', [b])]);
      const ids = async (dataset: DatasetName, filter: Partial<DatasetQuestion>): Promise<unknown[]> =>
        (await take(vault.store, dataset, filter)).map((row) => row['video_id']);
      for (const dataset of ['snapshots', 'appearances', 'charts'] as const) {
        expect(await ids(dataset, { since: day(1) })).toEqual(['a', 'b', 'b']);
        expect(await ids(dataset, { since: day(1), until: day(2) })).toEqual(['a', 'b']);
        expect(await ids(dataset, { regions: ['US', 'NL'] })).toEqual(['b', 'b']);
        expect(await ids(dataset, { regions: ['PL'], since: day(1) })).toEqual(['a']);
      }
      expect(await ids('videos', { until: day(1) })).toEqual(['a']);
      expect(await ids('videos', { regions: ['US'] })).toEqual(['b']);
      expect(await ids('videos', { regions: ['PL'], since: day(2) })).toEqual([]);
    });

    test('are of one moment, whatever is stored while they are read', async () => {
      const many = Array.from({ length: 700 }, (_, index) => sampleVideo(`v${index}`));
      await store(0, [sampleOutcome('PL', many)]);
      const reader = await vault.openReader();
      let rows = 0;
      let batches = 0;
      for await (const batch of reader.rows({ dataset: 'appearances', since: undefined, until: undefined, regions: undefined })) {
        if (batches === 0) await store(1, [sampleOutcome('PL', many)]);
        batches += 1;
        rows += batch.length;
      }
      expect(batches).toBeGreaterThan(1);
      expect(rows).toBe(700);
      expect(await take(reader, 'appearances')).toHaveLength(1400);
    });

    test('can be left in the middle, and others asked for', async () => {
      await store(0, [
        sampleOutcome(
          'PL',
          Array.from({ length: 700 }, (_, index) => sampleVideo(`v${index}`)),
        ),
      ]);
      for await (const batch of vault.store.rows({ dataset: 'charts', since: undefined, until: undefined, regions: undefined })) {
        expect(batch.length).toBeGreaterThan(0);
        break;
      }
      expect(await store(1, [sampleOutcome('PL', [a])])).toBe(2);
    });
  });
}
