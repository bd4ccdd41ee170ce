import type { Period } from './period.ts';

/** What a column holds: a `key` is a text that rows are joined by, a `time` ISO 8601 UTC text, a `list` texts in order. Any can be null. */
export type ColumnType = 'text' | 'key' | 'integer' | 'time' | 'boolean' | 'list';

export interface DatasetColumn {
  readonly name: string;
  readonly type: ColumnType;
}

/** A value by the type of its column; a boolean is `true` or `false`, never 0 or 1. */
export type DatasetValue = string | number | boolean | readonly string[] | null;

/** The values of one row, in the order of the dataset's columns. */
export type DatasetRow = readonly DatasetValue[];

export const datasetNames = ['videos', 'snapshots', 'appearances', 'charts'] as const;

export type DatasetName = (typeof datasetNames)[number];

/** Rows that can be taken out of a vault, with names and types that other programs rely on. */
export interface Dataset {
  readonly columns: readonly DatasetColumn[];
  /** The column that says when a row was true: the start of its run. */
  readonly timeColumn?: string;
  /** The column that says which region's chart a row is of. */
  readonly regionColumn?: string;
}

const text = (name: string): DatasetColumn => ({ name, type: 'text' });
const key = (name: string): DatasetColumn => ({ name, type: 'key' });
const integer = (name: string): DatasetColumn => ({ name, type: 'integer' });
const time = (name: string): DatasetColumn => ({ name, type: 'time' });
const boolean = (name: string): DatasetColumn => ({ name, type: 'boolean' });
const list = (name: string): DatasetColumn => ({ name, type: 'list' });

/**
 * The datasets, by name. `charts` has the columns of the public data sets of trending videos, region, chart and rank after them;
 * the others are as the tables of the same name, with the start of the run beside its number.
 */
export const datasets: Readonly<Record<DatasetName, Dataset>> = {
  videos: {
    columns: [
      key('video_id'),
      text('title'),
      key('channel_id'),
      text('channel_title'),
      time('published_at'),
      integer('category_id'),
      text('category_name'),
      integer('duration_seconds'),
      ...['live', 'declared_language', 'primary_language', 'description'].map(text),
      list('tags'),
      ...['first_run', 'last_run', 'max_views'].map(integer),
    ],
  },
  snapshots: {
    columns: [integer('run_id'), time('started_at'), key('video_id'), ...['views', 'likes', 'comments'].map(integer)],
    timeColumn: 'started_at',
  },
  appearances: {
    columns: [
      integer('run_id'),
      time('started_at'),
      text('region'),
      ...['category', 'rank'].map(integer),
      key('video_id'),
      integer('views'),
    ],
    timeColumn: 'started_at',
    regionColumn: 'region',
  },
  charts: {
    columns: [
      key('video_id'),
      text('title'),
      time('publishedAt'),
      key('channelId'),
      text('channelTitle'),
      integer('categoryId'),
      time('trending_date'),
      text('tags'),
      ...['view_count', 'likes', 'comment_count'].map(integer),
      text('thumbnail_link'),
      ...['comments_disabled', 'ratings_disabled'].map(boolean),
      ...['description', 'region'].map(text),
      ...['chart_category', 'rank'].map(integer),
    ],
    timeColumn: 'trending_date',
    regionColumn: 'region',
  },
};

/** Which rows: those of runs in the period and of charts of these regions; of videos, those that charted there and then. */
export interface DatasetQuestion extends Period {
  readonly dataset: DatasetName;
  readonly regions: readonly string[] | undefined;
}
