import type { TestDatabase } from '../../postgres/server.ts';
import { regions, videosOf, videosPerChart, viewsOf } from './hosts.ts';

/** A run as the tables have it. */
export interface AuditedRun {
  readonly run: number;
  readonly startedAt: string;
  readonly status: string;
  /** Rows that hang on it. */
  readonly charts: number;
  readonly snapshots: number;
  readonly appearances: number;
}

const runsSql = `
  SELECT run_id AS run, started_at AS "startedAt", status,
    (SELECT count(*) FROM charts WHERE charts.run_id = runs.run_id) AS charts,
    (SELECT count(*) FROM snapshots WHERE snapshots.run_id = runs.run_id) AS snapshots,
    (SELECT count(*) FROM appearances WHERE appearances.run_id = runs.run_id) AS appearances
  FROM runs WHERE started_at >= $1 ORDER BY run_id`;

/** The runs that started at this time (ms since the epoch) or later. */
export function auditRuns({ query }: TestDatabase, since: number): Promise<AuditedRun[]> {
  return query<AuditedRun>(runsSql, [new Date(since).toISOString()]);
}

/** In what a run is not all that the API gave, or more than nothing where it is to have nothing; empty for a run that is in order. */
export async function findHalves({ query }: TestDatabase, run: AuditedRun, edition: number): Promise<string[]> {
  const { status, charts, snapshots, appearances } = run;
  const rows = `${charts} charts, ${snapshots} snapshots, ${appearances} appearances`;
  if (status === 'running') return charts + snapshots + appearances === 0 ? [] : [`a run that never ended has ${rows}`];
  if (status === 'failed') return charts === regions.length && snapshots + appearances === 0 ? [] : [`a run that failed has ${rows}`];
  const sql = `
    SELECT region || ' ' || rank || ' ' || video_id || ' ' || appearances.views || ' ' || coalesce(snapshots.views, -1) AS line
    FROM appearances LEFT JOIN snapshots USING (run_id, month, video_id) WHERE run_id = $1`;
  const found = new Set((await query<{ line: string }>(sql, [run.run])).map(({ line }) => line));
  const given = regions.flatMap((region) =>
    videosOf(region, edition).map((id, index) => `${region} ${index + 1} ${id} ${viewsOf(edition)} ${viewsOf(edition)}`),
  );
  const isWhole =
    status === 'complete' &&
    charts === regions.length &&
    snapshots === regions.length * (videosPerChart - 1) + 1 &&
    appearances === given.length;
  return isWhole && given.every((line) => found.has(line)) ? [] : [`a ${status} run has ${rows}, which is not what the API gave`];
}

/** Units in the ledger, of all days. */
export async function unitsSpent({ query }: TestDatabase): Promise<number> {
  return (await query<{ units: number }>('SELECT coalesce(sum(units), 0) AS units FROM quota'))[0]?.units ?? 0;
}
