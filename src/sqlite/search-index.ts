import type { Database } from 'better-sqlite3';
import { VaultError } from '../core/errors.ts';
import type { MatchedField, SearchHit, SearchQuestion } from '../core/history.ts';
import { indexText, searchRules, type SearchWord } from '../core/search-words.ts';

/** The text of a video that can be searched; tags as the JSON that they are kept as. */
export interface SearchedText {
  readonly video_id: string;
  readonly title: string;
  readonly channel_title: string;
  readonly tags: string;
  readonly description: string;
}

const rulesSql = `SELECT value FROM state WHERE name = 'search_index'`;

/** Keeps the words of one video, in the place of those that it had. Inside the transaction that writes the video. */
export function createIndexer(db: Database): (video: SearchedText) => void {
  const known = db.prepare<[string], number>('SELECT document_id FROM search_documents WHERE video_id = ?').pluck();
  const add = db.prepare<[string]>('INSERT INTO search_documents (video_id) VALUES (?)');
  const forget = db.prepare<[number]>('DELETE FROM search WHERE rowid = ?');
  const write = db.prepare('INSERT INTO search (rowid, title, channel, tags, description) VALUES (?, ?, ?, ?, ?)');
  return ({ video_id: id, title, channel_title: channel, tags, description }) => {
    const old = known.get(id);
    if (old !== undefined) forget.run(old);
    const document = old ?? Number(add.run(id).lastInsertRowid);
    write.run(document, ...[title, channel, (JSON.parse(tags) as string[]).join(' '), description].map(indexText));
  };
}

/** Makes the index anew where it was made by other rules, or never, as in a vault just migrated; inside the transaction that is open. */
export function bringIndexUpToDate(db: Database): void {
  if (db.prepare(rulesSql).pluck().get() === searchRules) return;
  const page = db.prepare<[string], SearchedText>(
    'SELECT video_id, title, channel_title, tags, description FROM videos WHERE video_id > ? ORDER BY video_id LIMIT 500',
  );
  const index = createIndexer(db);
  db.exec("DELETE FROM search_documents; INSERT INTO search (search) VALUES ('delete-all')");
  let videos = page.all('');
  while (videos.length > 0) {
    for (const video of videos) index(video);
    videos = page.all(videos.at(-1)?.video_id ?? '');
  }
  db.prepare(`INSERT OR REPLACE INTO state (name, value) VALUES ('search_index', ?)`).run(searchRules);
}

const tiers: readonly (readonly [MatchedField, columns: string])[] = [
  ['title', '{title}'],
  ['channel', '{channel}'],
  ['tags', '{tags}'],
  ['description', '{description}'],
  ['several', '{title channel tags description}'],
];

/** How many finds of one kind are looked at, newest videos first: a word that half of all titles have must not take seconds. */
const mostLookedAt = 2000;

const searchSql = `
  SELECT found.video_id FROM (
    SELECT search_documents.video_id, max_views, bm25(search, 10, 5, 2, 1) AS score
    FROM search
    JOIN search_documents ON document_id = search.rowid
    JOIN videos ON videos.video_id = search_documents.video_id
    WHERE search MATCH @words
      AND (@language IS NULL OR primary_language = @language OR primary_language LIKE @language || '-%')
      AND (@since IS NULL AND @until IS NULL AND @regions IS NULL OR EXISTS (
        SELECT 1 FROM snapshots JOIN runs USING (run_id) JOIN appearances USING (run_id, video_id)
        WHERE snapshots.video_id = videos.video_id
          AND started_at >= coalesce(@since, '') AND started_at < coalesce(@until, '~')
          AND (@regions IS NULL OR region IN (SELECT value FROM json_each(@regions)))
      ))
    ORDER BY search.rowid DESC LIMIT ${mostLookedAt}
  ) AS found ORDER BY score, max_views DESC, video_id LIMIT @limit`;

/** Prepares the search. Throws VaultError `configuration` where the index is that of another version. */
export function createSearch(db: Database, path: string): (question: SearchQuestion) => SearchHit[] {
  const rules = db.prepare<[], string>(rulesSql).pluck();
  const search = db.prepare<[Record<string, unknown>], string>(searchSql).pluck();
  const find = db.transaction(({ words, regions, ...filter }: SearchQuestion): SearchHit[] => {
    if (rules.get() !== searchRules) {
      throw new VaultError('configuration', `${path}: its search index is that of another version; the next vault fetch makes it anew`);
    }
    const hits = new Map<string, SearchHit>();
    for (const [match, columns] of tiers) {
      if (hits.size >= filter.limit) break;
      const question = {
        ...filter,
        words: `${columns} : (${words.map(phrase).join(' AND ')})`,
        regions: regions ? JSON.stringify(regions) : null,
      };
      // Those found already may be found once more.
      for (const videoId of search.all({ ...question, limit: filter.limit + hits.size })) {
        if (!hits.has(videoId)) hits.set(videoId, { videoId, match });
      }
    }
    return [...hits.values()].slice(0, filter.limit);
  });
  return (question) => (question.words.length === 0 ? [] : find(question));
}

/** Pieces are letters and digits only, so that nothing in them is an operator. */
function phrase({ pieces, prefix }: SearchWord): string {
  return `"${pieces.join(' ')}"${prefix ? ' *' : ''}`;
}
