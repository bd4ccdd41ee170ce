import { describe, expect, test } from 'vitest';
import { openExportedDemo, type Rows, startOf } from '../support/exported-demo.ts';

const regionsOf = ({ appearances }: Rows, videoId: string): string[] =>
  appearances.filter((row) => row.video_id === videoId).map(({ region }) => region);

describe('vault video, counted once more, row by row,', () => {
  test('a video has every rank and count that the tables hold', async () => {
    const { ask, rows } = await openExportedDemo();
    const [top] = (await ask<{ videos: { videoId: string }[] }>('top')).videos;
    const videoId = top?.videoId ?? '';
    const video = await ask<{
      counters: { run: number; views: number }[];
      charts: { region: string; ranks: { run: number; rank: number | null }[] }[];
    }>(`video ${videoId}`);
    const own = rows.snapshots.filter((row) => row.video_id === videoId);
    expect(video.counters.map(({ run, views }) => [run, views])).toEqual(own.map((row) => [row.run_id, row.views]));
    const ranks = video.charts.flatMap(({ region, ranks }) =>
      ranks.flatMap(({ run, rank }) => (rank === null ? [] : [[run, region, rank].join()])),
    );
    expect(ranks.toSorted()).toEqual(
      rows.appearances
        .filter((row) => row.video_id === videoId)
        .map((row) => [row.run_id, row.region, row.rank].join())
        .toSorted(),
    );
  });

  test('a video has its peak, the hours on each chart and the days of its spread as the rows tell them', async () => {
    const { ask, rows } = await openExportedDemo();
    const most = rows.videos.toSorted((a, b) => new Set(regionsOf(rows, b.video_id)).size - new Set(regionsOf(rows, a.video_id)).size)[0];
    const videoId = most?.video_id ?? '';
    const own = rows.appearances.filter((row) => row.video_id === videoId);
    const video = await ask<{
      peak: { rank: number };
      charts: { region: string; hours: number; bestRank: number }[];
      spread: { from: string[]; days: number; reached: { region: string; days: number }[] };
    }>(`video ${videoId}`);
    const hours = (from: number, to: number): number => (startOf(rows, to) - startOf(rows, from)) / 3_600_000;
    expect(video.peak.rank).toBe(Math.min(...own.map(({ rank }) => rank)));
    const first = Math.min(...own.map((row) => row.run_id));
    const courses = [...new Set(regionsOf(rows, videoId))].map((region) => {
      const runs = own.filter((row) => row.region === region).map((row) => row.run_id);
      const there = runs.filter((run) => runs.includes(run - 1)).reduce((sum, run) => sum + hours(run - 1, run), 0);
      const bestRank = Math.min(...own.filter((row) => row.region === region).map(({ rank }) => rank));
      return { region, hours: Math.round(there * 10) / 10, bestRank, days: Math.round((hours(first, Math.min(...runs)) / 24) * 100) / 100 };
    });
    const byRegion = <Row extends { region: string }>(list: readonly Row[]): Row[] =>
      list.toSorted((a, b) => a.region.localeCompare(b.region));
    expect(byRegion(video.charts)).toMatchObject(byRegion(courses.map(({ region, hours, bestRank }) => ({ region, hours, bestRank }))));
    expect(video.spread.from.toSorted()).toEqual(
      courses
        .filter(({ days }) => days === 0)
        .map(({ region }) => region)
        .toSorted(),
    );
    expect(byRegion(video.spread.reached)).toMatchObject(
      byRegion(courses.filter(({ days }) => days > 0).map(({ region, days }) => ({ region, days }))),
    );
    expect(video.spread.days).toBe(Math.max(...courses.map(({ days }) => days)));
    expect(courses.length).toBeGreaterThan(1);
  });
});
