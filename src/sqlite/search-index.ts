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

/** Keeps the words of one video, in the place of those that it had. Inside the transaction that writes the video. */
export function createIndexer(db: Database): (video: SearchedText) => void {
  const known = db.prepare<[string], number>('SELECT document_id FROM search_documents WHERE video_id = ?').pluck();
  const add = db.prepare<[string]>(addSql);
  const forget = db.prepare<[number]>('DELETE FROM search WHERE rowid = ?');
  const write = db.prepare('INSERT INTO search (rowid, title, channel, tags, description) VALUES (?, ?, ?, ?, ?)');
  return ({ video_id: id, title, channel_title: channel, tags, description }) => {
    const old = known.get(id);
    if (old !== undefined) forget.run(old);
    const document = old ?? Number(add.run(id).lastInsertRowid);
    write.run(document, ...[title, channel, (JSON.parse(tags) as string[]).join(' '), description].map(indexText));
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
    for (const video of videos) index(video);
    const { firstRun, video_id } = videos.at(-1) as Place;
    videos = page.all({ firstRun, video_id });
  }
  db.prepare(`INSERT OR REPLACE INTO state (name, value) VALUES ('search_index', ?)`).run(searchRules);
}
