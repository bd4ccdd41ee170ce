import Database from 'better-sqlite3';
import { indexText } from '../src/core/search-words.ts';
import { timeOf } from './row.ts';

/** A row on its way into one table. */
export interface BareRow {
  readonly table: string;
  readonly values: readonly unknown[];
}

/** Whether a row is there for the search alone. */
export function isForSearch({ table }: BareRow): boolean {
  return table === 'search' || table === 'search_documents';
}

interface Text {
  readonly document_id: number;
  readonly video_id: string;
  readonly title: string;
  readonly channel_title: string;
  readonly tags: string;
  readonly description: string;
}

/** All rows of a vault's only run but the run's own, in the order in which the program writes them, the words for the search folded. */
export function readBareRows(vault: string): BareRow[] {
  const db = new Database(vault, { fileMustExist: true });
  const select = (table: string, rest: string) => db.prepare<unknown[], unknown[]>(`SELECT * FROM ${table} ${rest}`).raw();
  const texts = db.prepare<[], Text>(textsSql).all();
  const rows = select('charts', 'ORDER BY position')
    .all()
    .map((values): BareRow => ({ table: 'charts', values }));
  const addRows = (...tables: readonly string[]): void => {
    const found = tables.map((table) => ({ table, ofVideo: select(table, 'WHERE video_id = ?') }));
    for (const { video_id: id } of texts) {
      for (const { table, ofVideo } of found) for (const values of ofVideo.all(id)) rows.push({ table, values });
    }
  };
  addRows('videos');
  addRows('search_documents');
  for (const text of texts) rows.push({ table: 'search', values: [text.document_id, ...wordsOf(text)] });
  addRows('snapshots', 'appearances');
  db.close();
  return rows;
}

const textsSql = `
  SELECT document_id, video_id, title, channel_title, tags, description
  FROM videos JOIN search_documents USING (video_id) ORDER BY document_id`;

function wordsOf({ title, channel_title: channel, tags, description }: Text): string[] {
  return [title, channel, (JSON.parse(tags) as string[]).join(' '), description].map(indexText);
}

/** The milliseconds of writing rows into an empty vault, in one transaction, through statements that are prepared already. */
export async function timeBareInserts(vault: string, rows: readonly BareRow[]): Promise<number> {
  const db = new Database(vault, { fileMustExist: true });
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) db.pragma(pragma);
  db.exec(`INSERT INTO runs (started_at, status, version) VALUES ('2026-11-26T11:00:00.000Z', 'running', 'bench')`);
  const shapes = new Map(rows.map(({ table, values }) => [table, values.length]));
  const inserts = new Map([...shapes].map(([table, columns]) => [table, db.prepare(insertSql(table, columns))]));
  const insertAll = db.transaction(() => {
    for (const { table, values } of rows) inserts.get(table)?.run(values);
  });
  const tookMs = await timeOf(() => insertAll.immediate());
  db.close();
  return tookMs;
}

function insertSql(table: string, columns: number): string {
  const into = table === 'search' ? 'search (rowid, title, channel, tags, description)' : table;
  return `INSERT INTO ${into} VALUES (${Array.from({ length: columns }, () => '?').join()})`;
}
