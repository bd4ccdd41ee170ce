import { expect, test } from 'vitest';
import type { RegionalVideo } from '../../src/core/chart.ts';
import { openPostgresStore } from '../../src/postgres/store.ts';
import { sampleOutcome, sampleVideo, storeRun } from '../store/sample-run.ts';
import { describeWithServer, lookOnce, openDatabase } from './server.ts';

/** One change of each field, the last two of them between nothing and an empty text, which are not the same. */
const changes: readonly Partial<RegionalVideo>[] = [
  { title: 'Other' },
  { channelId: 'UC-other' },
  { channelTitle: 'Other' },
  { publishedAt: '2026-11-21T00:00:00.000Z' },
  { categoryId: 20 },
  { categoryId: null },
  { durationSeconds: 1 },
  { live: 'live' },
  { declaredLanguage: 'nl' },
  { description: 'Other \0 \uD800 ł' },
  { tags: ['one', 'two', '\0'] },
  { title: 'ab', channelTitle: 'c' },
  { title: 'a', channelTitle: 'bc' },
  { declaredLanguage: '' },
  { declaredLanguage: null },
];

describeWithServer('what is told of a video', () => {
  test('follows every change of a run, and one that changes nothing only counts', async () => {
    const { url, query, remove } = await openDatabase();
    const store = await openPostgresStore(url, lookOnce());
    const kept = async (video: RegionalVideo) => {
      await storeRun(store, [sampleOutcome('PL', [video])]);
      return (await query('SELECT * FROM videos WHERE video_id = $1', [video.id]))[0];
    };
    const video = sampleVideo('a', { views: 5 });
    await kept(video);
    for (const [index, change] of changes.entries()) {
      Object.assign(video, change, { views: 5 + index });
      const { first_run: _, last_run: run, ...row } = (await kept(video)) ?? {};
      const { first_run: first, last_run: __, ...fresh } = (await kept({ ...video, id: `fresh${index}` })) ?? {};
      expect({ ...row, video_id: '' }, JSON.stringify(change)).toEqual({ ...fresh, video_id: '' });
      expect(first).toBe(Number(run) + 1);
    }
    const before = await kept(video);
    expect(await kept({ ...video, views: 1 })).toEqual({ ...before, last_run: Number(before?.['last_run']) + 1 });
    await store.close();
    await remove();
  });
});
