import { expect, test } from 'vitest';
import type { ChartOutcome } from '../../src/core/outcome.ts';
import { sampleOutcome } from '../store/sample-run.ts';
import { fillVault, planRuns } from './support/fill-vault.ts';
import { madeUpChart } from './support/made-up-charts.ts';
import { report } from './support/scenarios.ts';

const seven = ['US', 'IN', 'BR', 'JP', 'NG', 'GB', 'PL'];

/** 30 days, a run every 7 hours. */
const runs = 103;

test('a page of 30 days, of 7 regions and 25 videos in each, has less than a million bytes', async () => {
  const html = await report((path) =>
    fillVault(
      path,
      planRuns(runs, 7, (startedAt) => seven.map((region) => madeUpChart(region, startedAt))),
    ),
  );
  expect(html).toContain(`<dd>${runs}</dd>`);

  expect(Buffer.byteLength(html)).toBeLessThan(1_000_000);
});

test('a page of 30 days in which nothing ever leaves the charts has less than a million bytes, too', async () => {
  const first = seven.map((region) => madeUpChart(region, '2026-11-01T00:00:00.000Z'));
  const html = await report((path) =>
    fillVault(
      path,
      planRuns(runs, 7, (_, run) => first.map((chart) => grown(chart, run))),
    ),
  );
  expect(html).toContain(`<dd>${runs}</dd>`);

  expect(Buffer.byteLength(html)).toBeLessThan(1_000_000);
});

/** The same videos, in another order every time, and with more views. */
function grown(chart: ChartOutcome, run: number): ChartOutcome {
  const turned = [...chart.videos.slice(run % 25), ...chart.videos.slice(0, run % 25)];
  return sampleOutcome(
    chart.region,
    turned.map((video) => Object.assign({}, video, { views: (video.views ?? 0) * (run + 1) })),
  );
}
