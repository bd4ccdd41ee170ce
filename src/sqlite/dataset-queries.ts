import type { Database } from 'better-sqlite3';
import { type ColumnType, type DatasetName, type DatasetQuestion, type DatasetRow, type DatasetValue, datasets } from '../core/dataset.ts';
import { bindFilter, type Filter, inPeriod, inRegions, whileSeen } from './filter.ts';

/** Reads whole datasets, however large. */
export interface DatasetQueries {
  /** In batches, oldest first, all of one moment of the vault. */
  rows(question: DatasetQuestion): IterableIterator<DatasetRow[]>;
  count(question: DatasetQuestion): number;
}

/** Few enough to be small, many enough that a batch costs little. */
const rowsAtATime = 200;

/** By the start of the runs and not by their numbers: a clock that was set back gives a later run an earlier day. */
const byRun = 'started_at, runs.run_id';

interface Source {
  readonly from: string;
  readonly order: string;
  /** What a column is where that is not its name. */
  readonly columns?: Readonly<Record<string, string>>;
}

/**
 * CROSS JOIN keeps the runs in front, whose order then needs no sorting. NOT INDEXED looks for the runs of a video by their keys, and not
 * among all runs of the period.
 */
const sources: Record<DatasetName, Source> = {
  videos: {
    from: `FROM videos WHERE @since IS NULL AND @until IS NULL AND @regions IS NULL OR EXISTS (
      SELECT 1 FROM runs NOT INDEXED CROSS JOIN appearances USING (run_id)
      WHERE ${whileSeen} AND appearances.video_id = videos.video_id AND ${inPeriod} AND ${inRegions})`,
    order: 'first_run, video_id',
  },
  snapshots: {
    from: `FROM runs CROSS JOIN snapshots USING (run_id) WHERE ${inPeriod} AND (@regions IS NULL OR EXISTS (
      SELECT 1 FROM appearances WHERE appearances.run_id = runs.run_id AND appearances.video_id = snapshots.video_id AND ${inRegions}))`,
    order: `${byRun}, snapshots.video_id`,
  },
  appearances: {
    from: `FROM runs CROSS JOIN appearances USING (run_id) WHERE ${inPeriod} AND ${inRegions}`,
    order: `${byRun}, region, category, rank, video_id`,
  },
  charts: {
    from: `FROM runs CROSS JOIN appearances USING (run_id) JOIN snapshots USING (run_id, video_id) JOIN videos USING (video_id)
      WHERE ${inPeriod} AND ${inRegions}`,
    order: `${byRun}, region, category, rank, video_id`,
    columns: {
      publishedAt: 'published_at',
      channelId: 'channel_id',
      channelTitle: 'channel_title',
      categoryId: 'category_id',
      trending_date: 'started_at',
      tags: `(SELECT coalesce(group_concat(value, '|'), '') FROM json_each(videos.tags))`,
      view_count: 'appearances.views',
      comment_count: 'comments',
      thumbnail_link: `'https://i.ytimg.com/vi/' || video_id || '/default.jpg'`,
      // The API leaves a counter out where the uploader switched it off.
      comments_disabled: 'comments IS NULL',
      ratings_disabled: 'likes IS NULL',
      chart_category: 'category',
    },
  },
};

/** SQLite knows neither booleans nor lists. */
const readAs: Record<ColumnType, (value: unknown) => DatasetValue> = {
  text: (value) => value as string | null,
  key: (value) => value as string | null,
  time: (value) => value as string | null,
  integer: (value) => value as number | null,
  boolean: (value) => value === 1,
  list: (value) => JSON.parse(value as string) as string[],
};

/** Prepares nothing before it is asked: an export asks for one dataset. */
export function createDatasetQueries(db: Database): DatasetQueries {
  return {
    *rows({ dataset, ...filter }) {
      const { columns } = datasets[dataset];
      const readers = columns.map(({ type }) => readAs[type]);
      const statement = db.prepare<[Filter], unknown[]>(selectSql(dataset)).raw();
      let batch: DatasetRow[] = [];
      for (const values of statement.iterate(bindFilter(filter))) {
        batch.push(readers.map((read, index) => read(values[index])));
        if (batch.length === rowsAtATime) {
          yield batch;
          batch = [];
        }
      }
      if (batch.length > 0) yield batch;
    },
    count: ({ dataset, ...filter }) =>
      db
        .prepare<[Filter], number>(`SELECT count(*) ${(dataset === 'charts' ? sources.appearances : sources[dataset]).from}`)
        .pluck()
        .get(bindFilter(filter)) ?? 0,
  };
}

function selectSql(name: DatasetName): string {
  const { columns } = datasets[name];
  const source = sources[name];
  const list = columns.map((column) => `${source.columns?.[column.name] ?? column.name} AS "${column.name}"`);
  return `SELECT ${list.join(', ')} ${source.from} ORDER BY ${source.order}`;
}
