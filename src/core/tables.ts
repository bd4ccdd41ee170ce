/** A value of a row; JSON is a text. */
export type Cell = string | number | null;

/** The values of one row, in the order of its table's columns. */
export type TableRow = readonly Cell[];

interface TableColumn {
  readonly name: string;
  readonly type: 'integer' | 'text' | 'json';
}

/** One table of a vault as every store has it: without what a store derives, such as months and the search index. */
export interface Table {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  /** What a row is found by; empty where rows may be alike, which then are told apart by when they came. */
  readonly key: readonly string[];
  /** The columns by which rows are in order, in every store the same. A table without a key has its rows as they came, after these. */
  readonly order: readonly string[];
  /**
   * What runs do to it: they `append` rows at the end of its order, or `update` rows to which others refer as well, or `replace` and
   * delete rows to which nothing refers.
   */
  readonly change: 'append' | 'update' | 'replace';
  /** Enough that a batch costs little, few enough that long texts fit into memory. */
  readonly rowsAtATime: number;
  /** Rows that are of one store only, by the value of a column. */
  readonly ownRows?: { readonly column: string; readonly values: readonly string[] };
}

/** The name, in the table state, of the mark that a copy into this vault is not finished. */
export const copyMark = 'copying';

const integers = (...names: readonly string[]): TableColumn[] => names.map((name) => ({ name, type: 'integer' }));
const texts = (...names: readonly string[]): TableColumn[] => names.map((name) => ({ name, type: 'text' }));
const json = (name: string): TableColumn => ({ name, type: 'json' });

const narrow = 4000;
const wide = 500;

/** Every table, in an order in which they can be written: what a row refers to is in a table before it. */
export const tables: readonly Table[] = [
  {
    name: 'runs',
    columns: [
      ...integers('run_id'),
      ...texts('started_at', 'finished_at', 'status'),
      ...integers('requests', 'retries', 'quota_units'),
      ...texts('version'),
    ],
    key: ['run_id'],
    order: ['run_id'],
    change: 'update',
    rowsAtATime: narrow,
  },
  {
    name: 'charts',
    columns: [
      ...integers('run_id'),
      ...texts('region'),
      ...integers('category', 'position'),
      ...texts('status'),
      ...integers('videos', 'rejected', 'requests', 'retries', 'waited_ms', 'duration_ms'),
      ...texts('error_code', 'error_message'),
    ],
    key: ['run_id', 'region', 'category'],
    order: ['run_id', 'region', 'category'],
    change: 'append',
    rowsAtATime: narrow,
  },
  {
    name: 'videos',
    columns: [
      ...texts('video_id', 'title', 'channel_id', 'channel_title', 'published_at'),
      ...integers('category_id'),
      ...texts('category_name'),
      ...integers('duration_seconds'),
      ...texts('live', 'declared_language', 'primary_language', 'description'),
      json('tags'),
      ...integers('first_run', 'last_run', 'max_views'),
    ],
    key: ['video_id'],
    // By age, for SQLite numbers rows as they come, and gives the videos of an export by these numbers.
    order: ['first_run', 'video_id'],
    change: 'update',
    rowsAtATime: wide,
  },
  {
    name: 'snapshots',
    columns: [...integers('run_id'), ...texts('video_id'), ...integers('views', 'likes', 'comments')],
    key: ['run_id', 'video_id'],
    order: ['run_id', 'video_id'],
    change: 'append',
    rowsAtATime: narrow,
  },
  {
    name: 'appearances',
    columns: [...integers('run_id'), ...texts('region'), ...integers('category', 'rank'), ...texts('video_id'), ...integers('views')],
    key: ['run_id', 'video_id', 'region', 'category'],
    order: ['run_id', 'video_id', 'region', 'category'],
    change: 'append',
    rowsAtATime: narrow,
  },
  {
    name: 'rejections',
    columns: [...integers('run_id'), ...texts('region'), ...integers('category', 'position'), ...texts('reason'), json('item')],
    key: [],
    order: ['run_id', 'region', 'category', 'position'],
    change: 'append',
    rowsAtATime: wide,
  },
  {
    name: 'quota',
    columns: [...texts('pacific_day'), ...integers('units')],
    key: ['pacific_day'],
    order: ['pacific_day'],
    change: 'replace',
    rowsAtATime: narrow,
  },
  {
    name: 'state',
    columns: texts('name', 'value'),
    key: ['name'],
    order: ['name'],
    change: 'replace',
    rowsAtATime: narrow,
    ownRows: { column: 'name', values: [copyMark, 'holder', 'holder_since', 'search_behind', 'search_index'] },
  },
];

/** Reads whole tables, in their order. */
export interface TableReader {
  /** The vault, as people may see it. */
  readonly name: string;
  count(table: Table): Promise<number>;
  /** In batches; what a reader gives is all of one moment of the vault. */
  rows(table: Table): AsyncIterable<readonly TableRow[]>;
  /** The greatest number that a run was ever given here, be it kept or not; 0 where none was. */
  lastRun(): Promise<number>;
  close(): Promise<void>;
}

/**
 * Fills the tables of a vault, and holds it until closed. From `mark` until `finish` nobody can open the vault as Reader or Store, also
 * where the process dies in between.
 */
export interface TableWriter extends TableReader {
  /** Whether a copy into this vault was begun and is not finished. */
  isMarked(): Promise<boolean>;
  /** Marks the vault as one that is being filled from `source`. */
  mark(source: string): Promise<void>;
  /** Writes rows in one transaction. In a table that runs update, a row takes the place of the one with its key. */
  append(table: Table, rows: readonly TableRow[]): Promise<void>;
  /** Deletes all rows of some tables in one transaction, and keeps the mark. */
  clear(some: readonly Table[]): Promise<void>;
  /**
   * Makes what is derived from the tables, gives runs numbers greater than `lastRun` from now on, and last of all takes the mark off. Rejects
   * with the reason of `signal` where that aborts meanwhile; what is made by then need not be made again.
   */
  finish(lastRun: number, signal: AbortSignal): Promise<void>;
}
