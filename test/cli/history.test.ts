import { describe, expect, test } from 'vitest';
import { queryFile } from '../sqlite/temporary-vault.ts';
import { openShell, type Shell } from '../support/cli.ts';
import { join } from 'node:path';

interface Listed {
  readonly videoId: string;
  readonly viewsPerHour: number | null;
  readonly viewsFellBy: number | null;
}

/** A demo vault of some runs, and its tables as they are, to count everything once more in the plainest way. */
async function demoVault(): Promise<{ shell: Shell; ask: <Document>(line: string) => Promise<Document>; rows: Rows }> {
  const shell = openShell({ VAULT_DB: 'vault-demo.db' });
  await shell.vault('demo --runs 9 --json');
  const path = join(shell.folder, 'vault-demo.db');
  return {
    shell,
    ask: async <Document>(line: string) => JSON.parse((await shell.vault(`${line} --json`)).stdout) as Document,
    rows: {
      runs: read(path, 'SELECT * FROM runs ORDER BY run_id'),
      snapshots: read(path, 'SELECT * FROM snapshots'),
      appearances: read(path, 'SELECT * FROM appearances'),
    },
  };
}

const read = <Row>(path: string, sql: string): Row[] => queryFile(path, sql) as unknown[] as Row[];

interface Rows {
  readonly runs: readonly { run_id: number; started_at: string }[];
  readonly snapshots: readonly { run_id: number; video_id: string; views: number | null }[];
  readonly appearances: readonly { run_id: number; video_id: string; region: string; rank: number }[];
}

function growth({ runs, snapshots }: Rows, videoId: string, from: number, to: number): Omit<Listed, 'videoId'> {
  const [before, after] = [from, to].map((run) => snapshots.find((row) => row.run_id === run && row.video_id === videoId)?.views ?? null);
  const hours = (Date.parse(runs[to - 1]?.started_at ?? '') - Date.parse(runs[from - 1]?.started_at ?? '')) / 3_600_000;
  if (typeof before !== 'number' || typeof after !== 'number') return { viewsPerHour: null, viewsFellBy: null };
  return after < before
    ? { viewsPerHour: null, viewsFellBy: before - after }
    : { viewsPerHour: Math.round(((after - before) / hours) * 10) / 10, viewsFellBy: null };
}

const rounded = (number: number): number => Math.round(number * 10_000) / 10_000;
const idsOf = (list: readonly Listed[]): string[] => list.map(({ videoId }) => videoId).toSorted();

describe('counted once more, row by row,', () => {
  test('top has the same videos in the same order, growth and ranks', async () => {
    const { ask, rows } = await demoVault();
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
    const { ask, rows } = await demoVault();
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
    const { ask, rows, shell } = await demoVault();
    const runs = rows.runs.filter(({ run_id: run, started_at: at }) =>
      period === '' ? run === 9 : Date.parse(at) >= Date.parse('2026-11-21T12:00:00Z'),
    );
    const overlap = await ask<{ pairs: { regions: [string, string]; shared: number; jaccard: number }[] }>(`overlap ${period}`);
    const shown = (region: string): Set<string> =>
      new Set(
        rows.appearances
          .filter((row) => row.region === region && runs.some(({ run_id: run }) => run === row.run_id))
          .map((row) => row.video_id),
      );
    expect(overlap.pairs).toHaveLength(21);
    for (const { regions, shared, jaccard } of overlap.pairs) {
      const [a, b] = [shown(regions[0]), shown(regions[1])];
      const both = [...a].filter((id) => b.has(id)).length;
      expect([shared, jaccard]).toEqual([both, rounded(both / new Set([...a, ...b]).size)]);
    }
    const view = queryFile(join(shell.folder, 'vault-demo.db'), 'SELECT region, other_region, shared, jaccard FROM region_overlap');
    const last = await ask<typeof overlap>('overlap');
    for (const { regions, shared, jaccard } of last.pairs) {
      expect(view).toContainEqual({ region: regions[0], other_region: regions[1], shared, jaccard });
    }
  });

  test('the view movers tells the same as the command', async () => {
    const { ask, shell } = await demoVault();
    const movers = await ask<Record<string, Listed[]>>('movers --limit 1000');
    const view = read<
      Rows['appearances'][number] & {
        change: string;
      }
    >(join(shell.folder, 'vault-demo.db'), 'SELECT * FROM movers');
    for (const kind of ['new', 'gone', 'risen', 'fallen']) {
      expect(idsOf(movers[kind] ?? [])).toEqual(
        view
          .filter(({ change }) => change === kind)
          .map((row) => row.video_id)
          .toSorted(),
      );
    }
  });

  test('a video has every rank and count that the tables hold', async () => {
    const { ask, rows } = await demoVault();
    const [top] = (await ask<{ videos: Listed[] }>('top')).videos;
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
});

describe('for people', () => {
  test.each(['top', 'movers', 'overlap', 'search a', 'top --since 1d', 'top --region PL'])('%s fits into 80 columns', async (line) => {
    const { shell } = await demoVault();
    let text = '';
    const stdout = { columns: 80, write: (part: string) => (text += part) };
    expect((await shell.vault(line, { stdout })).exitCode).toBe(0);
    const table = text.split('\n').filter((row) => /\d/.test(row) && !/^Top of|^Movers of|^Overlap in/.test(row));
    expect(table.length).toBeGreaterThan(3);
    for (const row of table) expect(row.length).toBeLessThanOrEqual(80);
  });

  test.each([
    ['top --run 12 --since 1d', /exclude each other/],
    ['top --run 12', /no such run/],
    ['movers --since 2030-01-01', /no run of that period/],
    ['overlap --since 1d --until 2d', /not before --until/],
    ['top --since yesterday', /expected an age such as 7d/],
    ['video nothing', /no video of this vault/],
    ['search "*" -- --', /no letter and no digit/],
  ])('%s is refused in one sentence', async (line, message) => {
    const { shell } = await demoVault();
    const { exitCode, stderr } = await shell.vault(line);
    expect(exitCode).toBe(64);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(message);
  });

  test.each(['top', 'movers', 'overlap', 'search x', 'video x'])('%s of an empty vault says that there is no run', async (line) => {
    const shell = openShell();
    expect(await shell.vault(line)).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('No run in') });
    expect(JSON.parse((await shell.vault(`${line} --json`)).stdout)).toMatchObject({ status: 'empty' });
  });
});
