import { type ChartRecord, type RunOutcome, runStatus, type UnfinishedRun } from '../../../src/core/summary.ts';
import { assessHealth, findPace } from '../../../src/report/health.ts';

export const hour = 3_600_000;
export const start = Date.parse('2026-11-20T00:00:00.000Z');
export const at = (hours: number): string => new Date(start + hours * hour).toISOString();

export function chart(region: string, changes: Partial<ChartRecord> = {}): ChartRecord {
  const nothing = { rejected: 0, requests: 1, retries: 0, waitedMs: 0, durationMs: 1, error: null };
  return { region, category: 0, status: 'stored', videos: 25, ...nothing, ...changes };
}

export const failed = (region: string): ChartRecord =>
  chart(region, { status: 'failed', videos: 0, error: { code: 'timeout', message: `${region}: no answer within 10 s` } });

/** A run so many hours after the first. */
export function ended(run: number, hours: number, charts: readonly ChartRecord[] = [chart('PL'), chart('NL')]): RunOutcome {
  return {
    run,
    status: runStatus(charts),
    startedAt: at(hours),
    finishedAt: at(hours + 0.01),
    requests: 2,
    retries: 0,
    quotaUnits: 2,
    charts,
  };
}

export const unfinished = (run: number, hours: number): UnfinishedRun => ({ run, status: 'running', startedAt: at(hours) });

export const assess = (runs: readonly (RunOutcome | UnfinishedRun)[], goesOn = false) =>
  assessHealth(runs, { goesOn, now: start + 1000 * hour, pace: findPace(runs.map(({ startedAt }) => Date.parse(startedAt))) });
