import type { Database } from 'better-sqlite3';
import type { Row } from '../core/run-rows.ts';
import { bindable } from './bindable.ts';
import { createIndexer, type SearchedText } from './search-index.ts';

/** Everything that a run writes, row by row. */
export type RunStatements = ReturnType<typeof prepareStatements>;

/** Prepares, once, everything that a run writes. Rows are checked before they are bound. */
export function prepareStatements(db: Database) {
  const prepare = (sql: string) => {
    const statement = db.prepare<[Row]>(sql);
    return (row: Row) => statement.run(bindable(row));
  };
  return {
    start: prepare(`INSERT INTO runs (started_at, status, version) VALUES (@started_at, 'running', @version)`),
    end: prepare(endRunSql),
    chart: prepare(insert('charts', chartColumns)),
    videos: prepareVideos(db),
    snapshot: prepare(insert('snapshots', 'run_id, video_id, views, likes, comments')),
    appearance: prepare(insert('appearances', 'run_id, region, category, rank, video_id, views')),
    rejection: prepare(saveRejectionSql),
    quota: prepare(`${insert('quota', 'pacific_day, units')} ON CONFLICT (pacific_day) DO UPDATE SET units = units + excluded.units`),
    state: prepare(`${insert('state', 'name, value')} ON CONFLICT (name) DO UPDATE SET value = excluded.value`),
    forget: prepare('DELETE FROM state WHERE name = @name'),
  };
}

/** Keeps videos and their words. Those seldom change from run to run, and are long to write. */
function prepareVideos(db: Database): (rows: Iterable<Row>) => void {
  const save = db.prepare<[Row]>(saveVideoSql);
  const isIndexed = db.prepare<[Row]>(isIndexedSql);
  const index = createIndexer(db);
  return (rows) => {
    const unindexed: SearchedText[] = [];
    for (const row of rows) {
      const kept = bindable(row);
      if (isIndexed.get(kept) === undefined) unindexed.push(textOf(kept));
      save.run(kept);
    }
    index(unindexed);
  };
}

/** What of a row of videos can be searched. */
function textOf(row: Row): SearchedText {
  const { video_id, title, channel_title, tags, description } = row as unknown as SearchedText;
  return { video_id, title, channel_title, tags, description };
}

function insert(table: string, columns: string): string {
  return `INSERT INTO ${table} (${columns}) VALUES (${columns.replace(/\w+/g, '@$&')})`;
}

const endRunSql = `
  UPDATE runs SET status = @status, finished_at = @finished_at, requests = @requests, retries = @retries, quota_units = @requests
  WHERE run_id = @run_id AND status = 'running'`;

const chartColumns =
  'run_id, region, category, position, status, videos, rejected, requests, retries, waited_ms, duration_ms, error_code, error_message';

const videoColumns =
  'video_id, title, channel_id, channel_title, published_at, category_id, category_name, duration_seconds, live, ' +
  'declared_language, primary_language, description, tags, first_run, last_run, max_views';

/** The newest metadata wins. max_views never falls, and max() of anything and NULL is NULL. first_run stays. */
const saveVideoSql = `${insert('videos', videoColumns)}
  ON CONFLICT (video_id) DO UPDATE SET
    title = excluded.title, channel_id = excluded.channel_id, channel_title = excluded.channel_title,
    published_at = excluded.published_at, category_id = excluded.category_id, category_name = excluded.category_name,
    duration_seconds = excluded.duration_seconds, live = excluded.live, declared_language = excluded.declared_language,
    primary_language = excluded.primary_language, description = excluded.description, tags = excluded.tags,
    last_run = excluded.last_run, max_views = coalesce(max(max_views, excluded.max_views), max_views, excluded.max_views)`;

const isIndexedSql = `
  SELECT 1 FROM videos WHERE video_id = @video_id AND title = @title AND channel_title = @channel_title AND tags = @tags
    AND description = @description`;

/** SQLite's own JSON functions give up beyond 1000 levels, and one such row would fail every query that looks into items. */
const saveRejectionSql = `
  INSERT INTO rejections (run_id, region, category, position, reason, item)
  VALUES (@run_id, @region, @category, @position, @reason,
    CASE WHEN json_valid(@item) THEN @item ELSE '"nested too deeply to be kept"' END)`;
