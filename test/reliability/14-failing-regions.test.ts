import { expect } from 'vitest';
import { type Answer, startServer } from '../../src/demo/server.ts';
import { queryFile } from '../sqlite/temporary-vault.ts';
import { apiItem } from '../support/items.ts';
import { apiError } from '../support/source.ts';
import { createDrivenClock } from './support/driven-clock.ts';
import { openDrivenVault } from './support/driven-vault.ts';
import { failingAnswers } from './support/failing-answers.ts';
import type { Program } from './support/program.ts';
import { keepsPromise } from './support/promise.ts';
import { findDamage } from './support/vault-check.ts';

keepsPromise({
  number: 14,
  title: 'In all 127 ways in which some of 7 regions fail the good ones are stored, and the exit code is 3 or 69',
  async check(program, scale) {
    const all = Array.from({ length: 127 }, (_, index) => index + 1);
    const tried = scale === 'full' ? all : all.filter((failing) => failing % 9 === 1 || failing === 127);
    let [stored, failed] = [0, 0];
    const exitCodes = new Set<number>();
    for (const failing of tried) {
      const fails = (region: string): boolean => (failing & (1 << regions.indexOf(region))) !== 0;
      const what = `failing: ${regions.filter(fails).join()}`;
      const { exitCode, charts, damage } = await fetchFrom(program, fails, failing);
      expect(exitCode, `${what}: exit code`).toBe(regions.every(fails) ? 69 : 3);
      expect(charts, `${what}: what is stored`).toEqual(regions.map((region) => (fails(region) ? failedChart(region) : goodChart(region))));
      expect(damage, `${what}: the vault`).toEqual([]);
      exitCodes.add(exitCode);
      stored += charts.filter(({ status }) => status === 'stored').length;
      failed += charts.filter(({ status }) => status === 'failed').length;
    }
    return `${tried.length} ways: ${stored} charts stored whole, ${failed} failed, exit codes ${[...exitCodes].toSorted((a, b) => a - b).join(' and ')}`;
  },
  sabotages: [
    {
      title: 'a run rejected by the first region that fails',
      patches: [
        {
          file: 'src/youtube/chart-source.ts',
          from: 'return { ...result, error: withoutKey(error), ...tally.figures() };',
          to: 'throw error;',
        },
      ],
    },
    {
      title: 'a run complete in spite of failed regions',
      patches: [
        { file: 'src/core/summary.ts', from: "return stored ? 'partial' : 'failed';", to: "return stored ? 'complete' : 'failed';" },
      ],
    },
    {
      title: 'no further request after a region that failed',
      patches: [
        {
          file: 'src/youtube/client.ts',
          from: 'throw new VaultError(failure.code, describeFailure(failure, attempts));',
          to: 'throw stop(failure);',
        },
      ],
    },
  ],
});

const regions = ['US', 'GB', 'PL', 'NL', 'SE', 'NO', 'AT'];

interface Chart {
  readonly region: string;
  readonly status: string;
  readonly hasError: boolean;
  /** Rank, id and views of each video. */
  readonly videos: readonly (readonly [number, string, number])[];
}

function failedChart(region: string): Chart {
  return { region, status: 'failed', hasError: true, videos: [] };
}

/** Some videos of its own, and two that all regions show, at ranks and with counts that differ. */
function goodChart(region: string): Chart {
  const place = regions.indexOf(region);
  const ids = [`${region}-a`, `${region}-b`].toSpliced(place % 3, 0, 'everywhere-a', 'everywhere-b');
  return { region, status: 'stored', hasError: false, videos: ids.map((id, index) => [index + 1, id, 1000 * (place + 1) + index]) };
}

function pageOf({ videos }: Chart): Answer {
  const items = videos.map(([, id, views]) => apiItem(id, { statistics: { viewCount: String(views) } }));
  return { body: { kind: 'youtube#videoListResponse', items } };
}

/** A run in which these regions fail, each in another way. */
async function fetchFrom(program: Program, fails: (region: string) => boolean, seed: number) {
  const clock = createDrivenClock();
  const failures = [
    ...Object.values(failingAnswers(clock)),
    apiError(400, 'invalidParameter'),
    apiError(403, 'forbidden'),
    { status: 302 },
  ];
  const server = await startServer(async ({ index, region }) => {
    await clock.hold(100 + 31 * index);
    const answer = failures[(seed + regions.indexOf(region) * 5) % failures.length];
    return fails(region) && answer ? answer : pageOf(goodChart(region));
  });
  const vault = openDrivenVault(program, { clock, apiUrl: server.url });
  const { exitCode } = await vault.run('fetch');
  await server.close();
  return { exitCode, charts: readCharts(vault.path), damage: findDamage(vault.path) };
}

function readCharts(path: string): Chart[] {
  const charts = queryFile(path, 'SELECT region, status, error_code IS NOT NULL AS failed FROM charts ORDER BY position');
  const appearances = queryFile(path, 'SELECT region, rank, video_id, views FROM appearances ORDER BY rank');
  return charts.map(({ region, status, failed }) => ({
    region: String(region),
    status: String(status),
    hasError: failed === 1,
    videos: appearances
      .filter((row) => row['region'] === region)
      .map((row) => [Number(row['rank']), String(row['video_id']), Number(row['views'])]),
  }));
}
