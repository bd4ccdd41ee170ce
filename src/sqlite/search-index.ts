import type { Database } from 'better-sqlite3';
import { indexText, searchRules } from '../core/search-words.ts';
import { whileSeen } from './filter.ts';

/** The text of a video that can be searched; tags as the JSON that they are kept as. */
export interface SearchedText {
  readonly video_id: string;
  readonly title: string;
  readonly channel_title: string;
  readonly tags: string;
  readonly description: string;
}

/** By which rules the index was made; absent in a vault that has none yet. */
export const rulesSql = `SELECT value FROM state WHERE name = 'search_index'`;

/**
 * Keeps the words of some videos, in the place of those that they had. Inside the transaction that writes the videos.
 *
 * All words at the end, for FTS5 writes a part of its index whenever a statement that could fail half-way comes between.
 */
export function createIndexer(db: Database): (videos: readonly SearchedText[]) => void {
  const known = db.prepare<[string], number>('SELECT document_id FROM search_documents WHERE video_id = ?').pluck();
  const add = db.prepare<[string]>(addSql);
  const forget = db.prepare<[number]>('DELETE FROM search WHERE rowid = ?');
  const write = db.prepare('INSERT INTO search (rowid, title, channel, tags, description) VALUES (?, ?, ?, ?, ?)');
  return (videos) => {
    const documents = videos.map((video) => {
      const old = known.get(video.video_id);
      return { video, old, document: old ?? Number(add.run(video.video_id).lastInsertRowid) };
    });
    for (const { video, old, document } of documents) {
      if (old !== undefined) forget.run(old);
      const { title, channel_title: channel, tags, description } = video;
      write.run(document, ...[title, channel, (JSON.parse(tags) as string[]).join(' '), description].map(indexText));
    }
  };
}

/** A video that is indexed anew may have been in charts before. */
const addSql = `
  INSERT INTO search_documents (video_id, language, first_run, last_run, max_views, regions)
  SELECT video_id, primary_language, first_run, last_run, max_views, coalesce((
    SELECT group_concat(DISTINCT region) FROM runs CROSS JOIN appearances USING (run_id)
    WHERE ${whileSeen} AND appearances.video_id = videos.video_id
  ), '')
  FROM videos WHERE video_id = ?`;

/** By age, as videos are numbered when they come. */
const pageSql = `
  SELECT first_run AS firstRun, video_id, title, channel_title, tags, description
  FROM videos WHERE (first_run, video_id) > (@firstRun, @video_id) ORDER BY first_run, video_id LIMIT 500`;

interface Place {
  readonly firstRun: number;
  readonly video_id: string;
}

/** Makes the index anew where it was made by other rules, or never, as in a vault just migrated; inside the transaction that is open. */
export function bringIndexUpToDate(db: Database): void {
  if (db.prepare(rulesSql).pluck().get() === searchRules) return;
  const page = db.prepare<[Place], SearchedText & Place>(pageSql);
  const index = createIndexer(db);
  db.exec("DELETE FROM search_documents; INSERT INTO search (search) VALUES ('delete-all')");
  let videos = page.all({ firstRun: 0, video_id: '' });
  while (videos.length > 0) {
    index(videos);
    const { firstRun, video_id } = videos.at(-1) as Place;
    videos = page.all({ firstRun, video_id });
  }
  db.prepare(`INSERT OR REPLACE INTO state (name, value) VALUES ('search_index', ?)`).run(searchRules);
}
