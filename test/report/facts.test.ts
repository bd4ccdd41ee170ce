import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { gatherFacts, limits, noFacts, type StoredFacts } from '../../src/report/facts.ts';
import { judge } from '../../src/report/verdict.ts';
import { openSqliteReader } from '../../src/sqlite/reader.ts';
import { openSqliteStore } from '../../src/sqlite/store.ts';
import { temporaryVault } from '../sqlite/temporary-vault.ts';
import { failedOutcome, sampleOutcome, sampleVideo, storeRun } from '../store/sample-run.ts';
import { noon, openShell } from '../support/cli.ts';
import { openExportedDemo, startOf } from '../support/exported-demo.ts';

async function gather(regions?: readonly string[]) {
  const demo = await openExportedDemo();
  const reader = await openSqliteReader(demo.shell.path('vault-demo.db'));
  if (!reader) throw new Error('the demo vault is not there');
  const facts = await gatherFacts(reader, { period: { since: undefined, until: undefined }, regions, now: noon });
  await reader.close();
  return { ...demo, facts, stored: facts.stored as StoredFacts };
}

interface Moved {
  readonly videoId: string;
  readonly region: string;
  readonly rank: number | null;
}

describe('the facts of a report', () => {
  test('are what vault top says of the last run', async () => {
    const { ask, stored } = await gather();
    const { found, videos } = await ask<{ found: number; videos: { videoId: string; views: number; viewsPerHour: number }[] }>(
      'top --limit 10',
    );
    expect(stored.top.found).toBe(found);
    expect(stored.top.videos.map(({ videoId, snapshot, viewsPerHour }) => [videoId, snapshot?.views, viewsPerHour])).toEqual(
      videos.map(({ videoId, views, viewsPerHour }) => [videoId, views, viewsPerHour]),
    );
  });

  test('are what vault movers says of it', async () => {
    const { ask, stored } = await gather(['PL', 'US']);
    const movers = await ask<Record<'new' | 'gone' | 'risen' | 'fallen' | 'fastest', Moved[]>>('movers --region PL,US --limit 10000');
    const brief = (moves: readonly Moved[]) => moves.map(({ videoId, region, rank }) => [videoId, region, rank]);
    for (const kind of ['new', 'gone', 'risen', 'fallen'] as const) expect(brief(stored.movers[kind]), kind).toEqual(brief(movers[kind]));
    expect(stored.movers.new.length).toBeGreaterThan(0);
    expect(stored.movers.fastest.map(({ videoId }) => videoId)).toEqual(movers.fastest.map(({ videoId }) => videoId));
  });

  test('are what vault overlap says of the period', async () => {
    const { ask, stored } = await gather();
    const overlap = await ask<Record<string, unknown>>('overlap --since 2026-01-01');
    const { regions, pairs, unique, shared, overlapPercent, meanJaccard } = stored.overlap;
    expect({ regions, pairs, unique, shared, overlapPercent, meanJaccard }).toEqual({
      regions: overlap['regions'],
      pairs: overlap['pairs'],
      unique: overlap['unique'],
      shared: overlap['shared'],
      overlapPercent: overlap['overlapPercent'],
      meanJaccard: overlap['meanJaccard'],
    });
  });

  test('have the first videos of every chart, and of each what vault video says of its ranks and views', async () => {
    const { ask, stored } = await gather();
    expect(stored.charts.map(({ region }) => region)).toEqual(['US', 'GB', 'PL', 'NL', 'SE', 'NO', 'AT']);
    for (const { region, leaders } of stored.charts) {
      expect(leaders.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5]);
      const [first] = leaders;
      const { charts } = await ask<{ charts: { region: string; ranks: { run: number; rank: number | null }[] }[] }>(
        `video ${first?.videoId}`,
      );
      const ranks = charts.find((chart) => chart.region === region)?.ranks.map(({ run, rank }) => [run, rank]);
      expect(first?.course.ranks.map(({ run, rank }) => [run, rank])).toEqual(ranks);
    }
    for (const { videoId, snapshots } of stored.views) {
      const { counters } = await ask<{ counters: { run: number; views: number }[] }>(`video ${videoId}`);
      expect(snapshots.map(({ run, views }) => [run, views])).toEqual(counters.map(({ run, views }) => [run, views]));
    }
  });

  test('have as hits the videos that reached the most regions while the vault was watching', async () => {
    const { rows, stored } = await gather();
    const videos = new Map<string, Map<string, number>>();
    for (const { video_id, region, run_id } of rows.appearances) {
      const regions = videos.get(video_id) ?? new Map<string, number>();
      videos.set(video_id, regions.set(region, Math.min(run_id, regions.get(region) ?? Infinity)));
    }
    const spreading = [...videos].filter(([, regions]) => {
      const runs = [...regions.values()];
      return Math.min(...runs) > 1 && Math.max(...runs) > Math.min(...runs);
    });
    const most = spreading.map(([, regions]) => regions.size).toSorted((a, b) => b - a);
    expect(stored.hits.map(({ regions }) => regions.length)).toEqual(most.slice(0, limits.hits));
    for (const { videoId, regions } of stored.hits) {
      const first = Math.min(...(videos.get(videoId)?.values() ?? []));
      for (const { region, hours } of regions) {
        const run = videos.get(videoId)?.get(region) ?? 0;
        expect(hours).toBe((startOf(rows, run) - startOf(rows, first)) / 3_600_000);
      }
    }
  });

  test('count each kind of video as counting the exported rows one by one does', async () => {
    const { rows, stored } = await gather();
    const kinds = new Map(
      rows.videos.map(({ video_id, category_id, primary_language }) => [video_id, `${category_id} ${primary_language}`]),
    );
    const counted = new Map<string, Set<string>>();
    for (const { video_id, region } of rows.appearances) {
      const name = `${region} ${kinds.get(video_id)}`;
      counted.set(name, (counted.get(name) ?? new Set()).add(video_id));
    }
    const told = stored.kinds.map(
      ({ region, categoryId, primaryLanguage, videos }) => `${region} ${categoryId} ${primaryLanguage} ${videos}`,
    );
    expect(told.toSorted()).toEqual([...counted].map(([name, videos]) => `${name} ${videos.size}`).toSorted());
  });

  test('count every region, however many there are', async () => {
    const shell = openShell({ VAULT_DB: 'vault-demo.db' });
    await shell.vault('demo --regions US,GB,PL,NL,SE,NO,AT,DE,FR,ES,PT,JP,KR,TH --max-results 5 --runs 2 --json');
    const { regions, unique, overlapPercent } = JSON.parse((await shell.vault('overlap --since 2026-01-01 --json')).stdout);
    const reader = await openSqliteReader(join(shell.folder, 'vault-demo.db'));
    const facts = reader && (await gatherFacts(reader, { period: { since: undefined, until: undefined }, regions: undefined, now: noon }));
    await reader?.close();
    expect(facts?.stored?.overlap).toMatchObject({ regions, unique, overlapPercent });
    expect(facts?.stored?.overlap.regions).toHaveLength(14);
    expect(new Set(facts?.stored?.kinds.map(({ region }) => region)).size).toBe(14);
  });

  test('follow, with --region, hits that came to one of the regions, wherever else they went', async () => {
    const { stored: all } = await gather();
    const { stored, facts } = await gather(['PL', 'JP']);
    expect(facts.missing).toEqual(['JP']);
    expect(stored.hits.length).toBeGreaterThan(0);
    expect(stored.hits.every(({ regions }) => regions.some(({ region }) => region === 'PL'))).toBe(true);
    const reached = all.hits.filter(({ regions }) => regions.some(({ region }) => region === 'PL'));
    expect(stored.hits.slice(0, reached.length)).toEqual(reached);
    expect(stored.overlap.pairs).toEqual([]);
    expect(stored.top.isByRank).toBe(true);
  });

  test('judge a region by the runs that asked for it, and notice that it is not asked for any more', async () => {
    const shell = openShell({ VAULT_DB: 'vault-demo.db' });
    await shell.vault('demo --regions PL,US --max-results 5 --runs 4 --json');
    const path = join(shell.folder, 'vault-demo.db');
    const byHand = `INSERT INTO runs (started_at, finished_at, status, version)
      VALUES ('2026-11-25T12:00:00.000Z', '2026-11-25T12:00:01.000Z', 'complete', '1');
      INSERT INTO charts SELECT max(run_id), 'US', 0, 1, 'stored', 5, 0, 1, 0, 0, 1, NULL, NULL FROM runs`;
    const db = new Database(path);
    db.exec(byHand);
    db.close();
    const reader = await openSqliteReader(path);
    const now = Date.parse('2026-11-25T13:00:00.000Z');
    const question = { regions: ['PL'], period: { since: undefined, until: undefined }, now };
    const [all, pl] = [await reader?.outcomes(question.period), reader && (await gatherFacts(reader, question))];
    await reader?.close();
    expect([all?.length, pl?.runs.length, pl?.isCurrent]).toEqual([5, 4, true]);
    const { sentences } = judge(pl ?? noFacts, { now, timeZone: 'UTC', since: () => 'then' });
    expect(sentences[0]).toBe('No run asked for these charts for 2 d 1 h, though one did every 7 h before.');
  });

  test('call a run that asked for no other regions what the vault calls it', async () => {
    const path = await temporaryVault();
    const store = await openSqliteStore(path);
    const [nothing, kept] = [failedOutcome('PL'), failedOutcome('PL', { videos: sampleOutcome('PL', [sampleVideo('a')]).videos })];
    await storeRun(store, [nothing, sampleOutcome('US', [], { status: 'no-chart' })]);
    await storeRun(store, [kept, failedOutcome('US')]);
    await storeRun(store, [kept, sampleOutcome('US', [sampleVideo('b')])]);
    const question = { period: { since: undefined, until: undefined }, now: noon };
    const statusesOf = async (regions: readonly string[] | undefined) =>
      (await gatherFacts(store, { ...question, regions })).runs.map(({ status }) => status);
    const statuses = [await statusesOf(undefined), await statusesOf(['PL', 'US']), await statusesOf(['US'])];
    await store.close();
    expect(statuses).toEqual([
      ['failed', 'partial', 'partial'],
      ['failed', 'partial', 'partial'],
      ['complete', 'failed', 'complete'],
    ]);
  });

  test('know every video that they tell of', async () => {
    const { stored } = await gather();
    const { movers, charts, hits, views, videos } = stored;
    const told = [
      ...[movers.new, movers.gone, movers.risen, movers.fallen].flatMap((moves) => moves.slice(0, limits.moves)),
      ...movers.fastest.slice(0, limits.fastest),
      ...charts.flatMap(({ leaders }) => leaders),
      ...hits,
      ...views,
    ];
    expect(told.filter(({ videoId }) => !videos.has(videoId))).toEqual([]);
  });
});
