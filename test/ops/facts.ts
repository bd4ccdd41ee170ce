import type { ChartStatus, RegionSummary, RunSummary } from '../../src/core/summary.ts';
import type { MetricsFacts } from '../../src/ops/metrics.ts';

/** How a region's chart ended. */
export const region = (region: string, status: ChartStatus, more: Partial<RegionSummary> = {}): RegionSummary => ({
  region,
  category: 0,
  language: 'en',
  status,
  videos: status === 'stored' ? 25 : 0,
  rejected: 0,
  requests: 1,
  retries: 0,
  waitedMs: 0,
  durationMs: 1500,
  error: status === 'failed' ? { code: 'timeout', message: 'no whole answer within 10 s' } : null,
  ...more,
});

/** A run of these regions. */
export const summary = (...regions: RegionSummary[]): RunSummary => ({
  run: 12,
  status: 'partial',
  startedAt: '2026-11-23T12:00:00.250Z',
  finishedAt: '2026-11-23T12:00:02.750Z',
  durationMs: 2500,
  regions,
  videos: { fetched: 30, unique: 28, new: 7, shared: 2, rejected: 1 },
  overlapPercent: 7.14,
  requests: 5,
  retries: 2,
  quota: { used: 5, usedToday: 40, limit: 10_000, resetsAt: '2026-11-24T08:00:00.000Z' },
  database: '/home/you/vault.db',
});

const run = summary(
  region('US', 'stored'),
  region('PL', 'failed'),
  region('PL', 'sparse', { category: 10, videos: 3 }),
  region('AT', 'no-chart'),
);

/** A run in which something was stored and something failed. */
export const partial: MetricsFacts = {
  summary: run,
  exitCode: 3,
  startedAt: 0,
  finishedAt: 0,
  lastSuccessAt: run.startedAt,
  regionLastSuccess: [
    { region: 'US', category: 0, startedAt: '2026-11-23T05:00:00.000Z' },
    { region: 'PL', category: 0, startedAt: '2026-11-22T22:00:00.000Z' },
  ],
  vaultBytes: 1_234_944,
  version: '0.1.0',
};

/** The vault is broken; what the last file said is said again. */
export const broken: MetricsFacts = {
  ...partial,
  summary: undefined,
  exitCode: 74,
  startedAt: Date.parse('2026-11-23T19:00:00.000Z'),
  finishedAt: Date.parse('2026-11-23T19:00:00.300Z'),
  vaultBytes: undefined,
};
