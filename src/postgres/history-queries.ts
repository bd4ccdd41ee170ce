import type { History, KindCount, Place, Snapshot, StoredRun, VideoRecord } from '../core/history.ts';
import type { Connection } from './connection.ts';
import { hasStored, inPeriod, inRegions } from './run-queries.ts';

/** What is asked of the history but for the search and the datasets. */
export type HistoryQueries = Omit<History, 'search' | 'rows' | 'countRows'>;

const storedRunSql = `SELECT run_id AS run, started_at AS "startedAt" FROM runs WHERE run_id = $1 AND ${hasStored}`;

const endOfPeriodSql = (order: 'ASC' | 'DESC') => `
  SELECT run_id AS run, started_at AS "startedAt" FROM runs WHERE ${inPeriod} AND ${hasStored} ORDER BY run_id ${order} LIMIT 1`;

const countRunsSql = `SELECT count(*) AS runs FROM runs WHERE run_id BETWEEN $1 AND $2 AND ${hasStored}`;

/** For rows of runs from the first value to the second; the months say in which partitions to look. */
const inRange = `run_id BETWEEN $1 AND $2
  AND month >= (SELECT min(month) FROM runs WHERE run_id BETWEEN $1 AND $2)
  AND month <= (SELECT max(month) FROM runs WHERE run_id BETWEEN $1 AND $2)`;

const placesSql = `
  SELECT region, category, video_id AS "videoId", min(rank) AS rank, max(views) AS views FROM appearances
  WHERE ${inRange} AND ${inRegions}
  GROUP BY video_id, region, category ORDER BY video_id, region, category`;

const kindsSql = `
  SELECT region, category_id AS "categoryId", category_name AS "categoryName", primary_language AS "primaryLanguage", count(*) AS videos
  FROM (SELECT DISTINCT region, video_id FROM appearances WHERE ${inRange} AND ${inRegions}) AS shown
  JOIN videos USING (video_id)
  GROUP BY region, category_id, category_name, primary_language`;

const snapshotColumns = 'video_id AS "videoId", run_id AS run, started_at AS "startedAt", views, likes, comments';

const lastSnapshotsSql = `
  SELECT ${snapshotColumns} FROM (
    SELECT DISTINCT ON (video_id) * FROM snapshots WHERE ${inRange} ORDER BY video_id, run_id DESC
  ) AS last JOIN runs USING (run_id) ORDER BY video_id`;

const snapshotsOfSql = `SELECT ${snapshotColumns} FROM snapshots JOIN runs USING (run_id, month) WHERE video_id = $1`;

const newestSnapshotsSql = `${snapshotsOfSql} AND run_id <= $2 ORDER BY run_id DESC LIMIT $3`;

const placesOfSql = `
  SELECT run_id AS run, started_at AS "startedAt", region, category, rank, video_id AS "videoId", appearances.views
  FROM snapshots
  JOIN appearances USING (run_id, month, video_id)
  JOIN charts USING (run_id, region, category)
  JOIN runs USING (run_id)
  WHERE video_id = $1 ORDER BY run_id, charts.position`;

const chartRunsSql = `
  SELECT run_id AS run, started_at AS "startedAt" FROM charts JOIN runs USING (run_id)
  WHERE region = $1 AND category = $2 AND run_id BETWEEN $3 AND $4 AND charts.status = 'stored' ORDER BY run_id`;

const videosSql = `
  SELECT video_id AS "videoId", title, channel_id AS "channelId", channel_title AS "channelTitle", published_at AS "publishedAt",
    category_id AS "categoryId", category_name AS "categoryName", duration_seconds AS "durationSeconds", live,
    declared_language AS "declaredLanguage", primary_language AS "primaryLanguage", description, tags,
    (SELECT started_at FROM runs WHERE run_id = seen.first) AS "firstSeenAt",
    (SELECT started_at FROM runs WHERE run_id = seen.last) AS "lastSeenAt", max_views AS "maxViews"
  FROM videos
  CROSS JOIN LATERAL (
    SELECT min(run_id) AS first, max(run_id) AS last FROM snapshots WHERE snapshots.video_id = videos.video_id
  ) AS seen
  WHERE video_id = ANY ($1)`;

interface VideoRow extends Omit<VideoRecord, 'tags'> {
  readonly tags: string;
}

/** Prepares the questions about what was stored. Each is answered from one moment of the vault. */
export function createHistoryQueries({ query, transaction }: Connection): HistoryQueries {
  return {
    storedRun: async (run) => (await query<StoredRun>(storedRunSql, [run]))[0],
    storedRange: ({ since, until }) =>
      transaction(async (ask) => {
        const period = [since ?? null, until ?? null];
        const [first] = await ask<StoredRun>(endOfPeriodSql('ASC'), period);
        const [last] = await ask<StoredRun>(endOfPeriodSql('DESC'), period);
        if (!first || !last) return undefined;
        const [counted] = await ask<{ runs: number }>(countRunsSql, [first.run, last.run]);
        return { first, last, runs: counted?.runs ?? 0 };
      }, 'snapshot'),
    places: ({ from, to }, regions) => query<Place>(placesSql, [from, to, regions ?? null]),
    countKinds: ({ from, to }, regions) => query<KindCount>(kindsSql, [from, to, regions ?? null]),
    lastSnapshots: ({ from, to }) => query<Snapshot>(lastSnapshotsSql, [from, to]),
    snapshotsOf: (videoId) => query<Snapshot>(`${snapshotsOfSql} ORDER BY run_id`, [videoId]),
    newestSnapshots: async (videoId, count, to = Number.MAX_SAFE_INTEGER) =>
      (await query<Snapshot>(newestSnapshotsSql, [videoId, to, count])).toReversed(),
    placesOf: (videoId) => query<Place & StoredRun>(placesOfSql, [videoId]),
    chartRuns: ({ region, category }, { from, to }) => query<StoredRun>(chartRunsSql, [region, category, from, to]),
    findVideos: async (videoIds) => (await query<VideoRow>(videosSql, [videoIds])).map(readVideo),
  };
}

function readVideo({ tags, ...video }: VideoRow): VideoRecord {
  return { ...video, tags: JSON.parse(tags) as string[] };
}
