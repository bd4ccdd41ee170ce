import { type ColumnType, type DatasetName, type DatasetQuestion, type DatasetRow, type DatasetValue, datasets } from '../core/dataset.ts';
import type { Bound } from './bindable.ts';
import type { Connection, Query } from './connection.ts';
import { readCursor } from './cursor.ts';
import { inPeriod, inRegions } from './run-queries.ts';

/** Reads whole datasets, however large. */
export interface DatasetQueries {
  /** In batches, oldest first, all of one moment of the vault. */
  rows(question: DatasetQuestion): AsyncIterable<DatasetRow[]>;
  count(question: DatasetQuestion): Promise<number>;
}

/** By the start of the runs and not by their numbers: a clock that was set back gives a later run an earlier day. */
const byRun = 'started_at, runs.run_id';

interface Source {
  readonly from: string;
  readonly order: string;
  /** What a column is where that is not its name. */
  readonly columns?: Readonly<Record<string, string>>;
  /** How a column is read where its type does not say it. */
  readonly readers?: Readonly<Record<string, (value: unknown) => DatasetValue>>;
}

const sources: Record<DatasetName, Source> = {
  videos: {
    from: `FROM videos WHERE ($1::text IS NULL AND $2::text IS NULL AND $3::text[] IS NULL) OR EXISTS (
      SELECT FROM snapshots JOIN runs USING (run_id, month) JOIN appearances USING (run_id, month, video_id)
      WHERE snapshots.video_id = videos.video_id AND ${inPeriod} AND ${inRegions})`,
    order: 'first_run, videos.video_id',
  },
  snapshots: {
    from: `FROM runs JOIN snapshots USING (run_id, month) WHERE ${inPeriod} AND ($3::text[] IS NULL OR EXISTS (
      SELECT FROM appearances WHERE appearances.run_id = runs.run_id AND appearances.month = runs.month
        AND appearances.video_id = snapshots.video_id AND ${inRegions}))`,
    order: `${byRun}, snapshots.video_id`,
  },
  appearances: {
    from: `FROM runs JOIN appearances USING (run_id, month) WHERE ${inPeriod} AND ${inRegions}`,
    order: `${byRun}, region, category, rank, video_id`,
  },
  charts: {
    from: `FROM runs JOIN appearances USING (run_id, month) JOIN snapshots USING (run_id, month, video_id) JOIN videos USING (video_id)
      WHERE ${inPeriod} AND ${inRegions}`,
    order: `${byRun}, region, category, rank, video_id`,
    columns: {
      publishedAt: 'published_at',
      channelId: 'channel_id',
      channelTitle: 'channel_title',
      categoryId: 'category_id',
      trending_date: 'started_at',
      view_count: 'appearances.views',
      comment_count: 'comments',
      thumbnail_link: `'https://i.ytimg.com/vi/' || video_id || '/default.jpg'`,
      // The API leaves a counter out where the uploader switched it off.
      comments_disabled: 'comments IS NULL',
      ratings_disabled: 'likes IS NULL',
      chart_category: 'category',
    },
    // Not by the server, whose functions refuse the JSON of a text with U+0000 in it.
    readers: { tags: (value) => readList(value).join('|') },
  },
};

function readList(json: unknown): string[] {
  return JSON.parse(json as string) as string[];
}

const asItIs = (value: unknown): DatasetValue => value as DatasetValue;

/** JSON comes as text. */
const readAs: Record<ColumnType, (value: unknown) => DatasetValue> = {
  text: asItIs,
  key: asItIs,
  time: asItIs,
  integer: asItIs,
  boolean: asItIs,
  list: readList,
};

/** `openAside` opens a connection that an answer has to itself: what is asked meanwhile must not be a part of its transaction. */
export function createDatasetQueries(query: Query, openAside: () => Promise<Connection>): DatasetQueries {
  return {
    async *rows({ dataset, ...filter }) {
      const { columns } = datasets[dataset];
      const readers = columns.map(({ name, type }) => sources[dataset].readers?.[name] ?? readAs[type]);
      const aside = await openAside();
      try {
        for await (const rows of readCursor(aside, selectSql(dataset), bind(filter)))
          yield rows.map((row) => readers.map((read, column) => read(row[columns[column]?.name ?? ''])));
      } finally {
        await aside.close();
      }
    },
    count: async ({ dataset, ...filter }) => {
      const { from } = dataset === 'charts' ? sources.appearances : sources[dataset];
      return (await query<{ rows: number }>(`SELECT count(*) AS rows ${from}`, bind(filter)))[0]?.rows ?? 0;
    },
  };
}

function bind({ since, until, regions }: Omit<DatasetQuestion, 'dataset'>): Bound[] {
  return [since ?? null, until ?? null, regions ?? null];
}

function selectSql(name: DatasetName): string {
  const { columns } = datasets[name];
  const source = sources[name];
  const list = columns.map((column) => `${source.columns?.[column.name] ?? column.name} AS "${column.name}"`);
  return `SELECT ${list.join(', ')} ${source.from} ORDER BY ${source.order}`;
}
