import type { Database } from 'better-sqlite3';
import type { ChartKey } from '../core/chart.ts';
import type { KindCount, Place, RunRange, Snapshot, StoredRange, StoredRun, VideoRecord } from '../core/history.ts';
import type { Period } from '../core/period.ts';
import { once } from '../core/once.ts';
import { inPeriod, inRegions, whileSeen } from './filter.ts';

/** Reads what was stored, over many runs. */
export interface HistoryQueries {
  storedRange(period: Period): StoredRange | undefined;
  storedRun(run: number): StoredRun | undefined;
  places(range: RunRange, regions?: readonly string[]): Place[];
  countKinds(range: RunRange, regions?: readonly string[]): KindCount[];
  lastSnapshots(range: RunRange): Snapshot[];
  snapshotsOf(videoId: string): Snapshot[];
  newestSnapshots(videoId: string, count: number, to?: number): Snapshot[];
  placesOf(videoId: string): (Place & StoredRun)[];
  chartRuns(key: ChartKey, range: RunRange): StoredRun[];
  findVideos(videoIds: readonly string[]): VideoRecord[];
}

const stored = 'EXISTS (SELECT 1 FROM snapshots WHERE run_id = runs.run_id)';

const storedRunSql = `SELECT run_id AS run, started_at AS startedAt FROM runs WHERE run_id = ? AND ${stored}`;

const endOfPeriodSql = (order: 'ASC' | 'DESC') => `
  SELECT run_id AS run, started_at AS startedAt FROM runs WHERE ${inPeriod} AND ${stored} ORDER BY run_id ${order} LIMIT 1`;

const countRunsSql = `SELECT count(*) FROM runs WHERE run_id BETWEEN @from AND @to AND ${stored}`;

const placesSql = `
  SELECT region, category, video_id AS videoId, min(rank) AS rank, max(views) AS views FROM appearances
  WHERE run_id BETWEEN @from AND @to AND ${inRegions}
  GROUP BY video_id, region, category`;

const kindsSql = `
  SELECT region, category_id AS categoryId, category_name AS categoryName, primary_language AS primaryLanguage, count(*) AS videos
  FROM (SELECT DISTINCT region, video_id FROM appearances WHERE run_id BETWEEN @from AND @to AND ${inRegions})
  JOIN videos USING (video_id)
  GROUP BY region, category_id, category_name, primary_language`;

/** SQLite promises that bare columns beside max() are of the row that has the maximum. */
const lastSnapshotsSql = `
  SELECT videoId, run, startedAt, views, likes, comments FROM (
    SELECT video_id AS videoId, max(run_id) AS run, views, likes, comments FROM snapshots WHERE run_id BETWEEN @from AND @to GROUP BY video_id
  ) JOIN (SELECT run_id, started_at AS startedAt FROM runs) ON run_id = run`;

/** CROSS JOIN keeps SQLite from beginning with all snapshots. */
const snapshotsOfSql = `
  SELECT video_id AS videoId, run_id AS run, started_at AS startedAt, views, likes, comments
  FROM videos CROSS JOIN runs CROSS JOIN snapshots USING (run_id, video_id)
  WHERE video_id = @videoId AND ${whileSeen}`;

const newestSnapshotsSql = `${snapshotsOfSql} AND run_id <= @to ORDER BY run_id DESC LIMIT @count`;

const placesOfSql = `
  SELECT run_id AS run, started_at AS startedAt, region, category, rank, video_id AS videoId, views
  FROM videos CROSS JOIN runs CROSS JOIN appearances USING (run_id, video_id) JOIN charts USING (run_id, region, category)
  WHERE video_id = ? AND ${whileSeen} ORDER BY run_id, charts.position`;

const chartRunsSql = `
  SELECT run_id AS run, started_at AS startedAt FROM charts JOIN runs USING (run_id)
  WHERE region = @region AND category = @category AND run_id BETWEEN @from AND @to AND charts.status = 'stored' ORDER BY run_id`;

const seenAt = (order: 'ASC' | 'DESC') => `(
    SELECT started_at FROM runs CROSS JOIN snapshots USING (run_id)
    WHERE ${whileSeen} AND snapshots.video_id = videos.video_id ORDER BY run_id ${order} LIMIT 1
  )`;

const videosSql = `
  SELECT video_id AS videoId, title, channel_id AS channelId, channel_title AS channelTitle, published_at AS publishedAt,
    category_id AS categoryId, category_name AS categoryName, duration_seconds AS durationSeconds, live,
    declared_language AS declaredLanguage, primary_language AS primaryLanguage, description, tags,
    ${seenAt('ASC')} AS firstSeenAt, ${seenAt('DESC')} AS lastSeenAt, max_views AS maxViews
  FROM videos WHERE video_id IN (SELECT value FROM json_each(?))`;

interface VideoRow extends Omit<VideoRecord, 'tags'> {
  readonly tags: string;
}

/** The questions about what was stored, prepared when first asked. Each is answered from one moment of the vault. */
export function createHistoryQueries(db: Database): HistoryQueries {
  const storedRun = once(() => db.prepare<[number], StoredRun>(storedRunSql));
  const first = once(() => db.prepare<[Period], StoredRun>(endOfPeriodSql('ASC')));
  const last = once(() => db.prepare<[Period], StoredRun>(endOfPeriodSql('DESC')));
  const countRuns = once(() => db.prepare<[RunRange], number>(countRunsSql).pluck());
  const places = once(() => db.prepare<[RunRange & { regions: string | null }], Place>(placesSql));
  const kinds = once(() => db.prepare<[RunRange & { regions: string | null }], KindCount>(kindsSql));
  const lastSnapshots = once(() => db.prepare<[RunRange], Snapshot>(lastSnapshotsSql));
  const snapshotsOf = once(() => db.prepare<[{ videoId: string }], Snapshot>(`${snapshotsOfSql} ORDER BY run_id`));
  const newest = once(() => db.prepare<[{ videoId: string; count: number; to: number }], Snapshot>(newestSnapshotsSql));
  const placesOf = once(() => db.prepare<[string], Place & StoredRun>(placesOfSql));
  const chartRuns = once(() => db.prepare<[ChartKey & RunRange], StoredRun>(chartRunsSql));
  const videos = once(() => db.prepare<[string], VideoRow>(videosSql));
  return {
    storedRun: (run) => storedRun().get(run),
    storedRange: db.transaction(({ since, until }: Period) => {
      const period = { since, until };
      const [from, to] = [first().get(period), last().get(period)];
      return from && to && { first: from, last: to, runs: countRuns().get({ from: from.run, to: to.run }) ?? 0 };
    }),
    places: ({ from, to }, regions) => places().all({ from, to, regions: bindRegions(regions) }),
    countKinds: ({ from, to }, regions) => kinds().all({ from, to, regions: bindRegions(regions) }),
    lastSnapshots: ({ from, to }) => lastSnapshots().all({ from, to }),
    snapshotsOf: (videoId) => snapshotsOf().all({ videoId }),
    newestSnapshots: (videoId, count, to = Number.MAX_SAFE_INTEGER) => newest().all({ videoId, count, to }).toReversed(),
    placesOf: (videoId) => placesOf().all(videoId),
    chartRuns: ({ region, category }, { from, to }) => chartRuns().all({ region, category, from, to }),
    findVideos: (videoIds) => videos().all(JSON.stringify(videoIds)).map(readVideo),
  };
}

function bindRegions(regions: readonly string[] | undefined): string | null {
  return regions ? JSON.stringify(regions) : null;
}

function readVideo({ tags, ...video }: VideoRow): VideoRecord {
  return { ...video, tags: JSON.parse(tags) as string[] };
}
