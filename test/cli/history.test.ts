import { describe, expect, test } from 'vitest';
import { openExportedDemo, type Rows, startOf } from '../support/exported-demo.ts';

interface Listed {
  readonly videoId: string;
  readonly viewsPerHour: number | null;
  readonly viewsFellBy: number | null;
}

function growth(rows: Rows, videoId: string, from: number, to: number): Omit<Listed, 'videoId'> {
  const [before, after] = [from, to].map(
    (run) => rows.snapshots.find((row) => row.run_id === run && row.video_id === videoId)?.views ?? null,
  );
  const hours = (startOf(rows, to) - startOf(rows, from)) / 3_600_000;
  if (typeof before !== 'number' || typeof after !== 'number') return { viewsPerHour: null, viewsFellBy: null };
  return after < before
    ? { viewsPerHour: null, viewsFellBy: before - after }
    : { viewsPerHour: Math.round(((after - before) / hours) * 10) / 10, viewsFellBy: null };
}

const rounded = (number: number): number => Math.round(number * 10_000) / 10_000;
const idsOf = (list: readonly Listed[]): string[] => list.map(({ videoId }) => videoId).toSorted();

describe('counted once more, row by row,', () => {
  test('top has the same videos in the same order, growth and ranks', async () => {
    const { ask, rows } = await openExportedDemo();
    const { videos } = await ask<{ videos: (Listed & { views: number | null; places: { region: string; rank: number }[] })[] }>(
      'top --limit 1000',
    );
    const last = rows.snapshots.filter(({ run_id: run }) => run === 9).toSorted((a, b) => (b.views ?? -1) - (a.views ?? -1));
    expect(videos.map(({ views }) => views)).toEqual(last.map(({ views }) => views));
    expect(idsOf(videos)).toEqual(last.map(({ video_id: id }) => id).toSorted());
    for (const { videoId, places, viewsPerHour, viewsFellBy } of videos) {
      const own = rows.appearances.filter((row) => row.run_id === 9 && row.video_id === videoId);
      const names = (list: readonly { region: string; rank: number }[]) => list.map(({ region, rank }) => `${region} ${rank}`).toSorted();
      expect(names(places)).toEqual(names(own));
      const before = Math.max(0, ...rows.snapshots.filter((row) => row.run_id < 9 && row.video_id === videoId).map((row) => row.run_id));
      expect({ viewsPerHour, viewsFellBy }).toEqual(growth(rows, videoId, before, 9));
    }
  });

  test('movers are those that the last two charts of each region differ in', async () => {
    const { ask, rows } = await openExportedDemo();
    const movers = await ask<Record<'new' | 'gone' | 'risen' | 'fallen' | 'fastest', Listed[]>>('movers --limit 1000');
    const rankIn = (run: number, { region, video_id: id }: Rows['appearances'][number]): number | undefined =>
      rows.appearances.find((row) => row.run_id === run && row.region === region && row.video_id === id)?.rank;
    const now = rows.appearances
      .filter(({ run_id: run }) => run === 9)
      .map((row) => ({ id: row.video_id, rank: row.rank, was: rankIn(8, row) }));
    const before = rows.appearances.filter(({ run_id: run }) => run === 8);
    const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id).toSorted();
    expect(idsOf(movers.new)).toEqual(ids(now.filter(({ was }) => was === undefined)));
    expect(idsOf(movers.risen)).toEqual(ids(now.filter(({ rank, was }) => was !== undefined && rank < was)));
    expect(idsOf(movers.fallen)).toEqual(ids(now.filter(({ rank, was }) => was !== undefined && rank > was)));
    expect(idsOf(movers.gone)).toEqual(
      before
        .filter((row) => rankIn(9, row) === undefined)
        .map((row) => row.video_id)
        .toSorted(),
    );
    for (const { videoId, viewsPerHour, viewsFellBy } of movers.fastest)
      expect({ viewsPerHour, viewsFellBy }).toEqual(growth(rows, videoId, 8, 9));
    expect(movers.fastest.length).toBeGreaterThan(50);
  });

  test.each(['', '--since 2d'])('overlap %s has the same pairs, from the commands and from the view', async (period) => {
    const { ask, rows, shell } = await openExportedDemo();
    const isAsked = ({ run_id: run, started_at: at }: Rows['appearances'][number]): boolean =>
      period === '' ? run === 9 : at >= '2026-11-21T12:00:00.000Z';
    const overlap = await ask<{ pairs: { regions: [string, string]; shared: number; jaccard: number }[] }>(`overlap ${period}`);
    const shown = (region: string): Set<string> =>
      new Set(rows.appearances.filter((row) => row.region === region && isAsked(row)).map((row) => row.video_id));
    expect(overlap.pairs).toHaveLength(21);
    for (const { regions, shared, jaccard } of overlap.pairs) {
      const [a, b] = [shown(regions[0]), shown(regions[1])];
      const both = [...a].filter((id) => b.has(id)).length;
      expect([shared, jaccard]).toEqual([both, rounded(both / new Set([...a, ...b]).size)]);
    }
    const view = shell.table('SELECT region, other_region, shared, jaccard FROM region_overlap');
    const last = await ask<typeof overlap>('overlap');
    for (const { regions, shared, jaccard } of last.pairs) {
      expect(view).toContainEqual({ region: regions[0], other_region: regions[1], shared, jaccard });
    }
  });

  test('the view movers tells the same as the command', async () => {
    const { ask, shell } = await openExportedDemo();
    const movers = await ask<Record<string, Listed[]>>('movers --limit 1000');
    const view = shell.table('SELECT change, video_id FROM movers');
    for (const kind of ['new', 'gone', 'risen', 'fallen']) {
      expect(idsOf(movers[kind] ?? [])).toEqual(
        view
          .filter(({ change }) => change === kind)
          .map((row) => String(row['video_id']))
          .toSorted(),
      );
    }
  });

  test('top of a category and of a region is what is left of the rows', async () => {
    const { ask, rows } = await openExportedDemo();
    const { videos } = await ask<{ videos: Listed[] }>('top --category 20 --region PL,NL --limit 1000');
    const ids = rows.appearances.filter((row) => row.run_id === 9 && ['PL', 'NL'].includes(row.region)).map((row) => row.video_id);
    const games = new Set(rows.videos.filter((row) => row.category_id === 20).map((row) => row.video_id));
    expect(idsOf(videos)).toEqual([...new Set(ids)].filter((id) => games.has(id)).toSorted());
    expect(videos.length).toBeGreaterThan(3);
  });
});
