import Database from 'better-sqlite3';

/** Every rule of the vault's format that its own CHECKs leave to the program, and the rows that break it. */
const rules: Readonly<Record<string, string>> = {
  'a time that is not ISO 8601 UTC in milliseconds': `
    SELECT published_at FROM videos WHERE published_at NOT GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'`,
  'a video without an id, or with one that is too long': `SELECT video_id FROM videos WHERE length(video_id) NOT BETWEEN 1 AND 64`,
  'a channel without an id': `SELECT video_id FROM videos WHERE channel_id = ''`,
  'a state that is neither none nor live nor upcoming': `SELECT live FROM videos WHERE live NOT IN ('none', 'live', 'upcoming')`,
  'a language that is no BCP 47 tag': `
    SELECT tag FROM (SELECT declared_language AS tag FROM videos UNION SELECT primary_language FROM videos)
    WHERE tag = '' OR tag GLOB '*[^A-Za-z0-9-]*'`,
  'tags that are no array of texts': `
    SELECT tags FROM videos WHERE json_type(tags) <> 'array' OR EXISTS (SELECT 1 FROM json_each(videos.tags) WHERE type <> 'text')`,
  'a count below zero': `
    SELECT video_id FROM videos WHERE min(ifnull(category_id, 0), ifnull(duration_seconds, 0), ifnull(max_views, 0)) < 0
    UNION SELECT video_id FROM snapshots WHERE min(ifnull(views, 0), ifnull(likes, 0), ifnull(comments, 0)) < 0`,
  'a count that no number holds': `
    SELECT video_id FROM snapshots WHERE max(ifnull(views, 0), ifnull(likes, 0), ifnull(comments, 0)) > 9007199254740991`,
  'two videos at one rank': `
    SELECT region || category || rank FROM appearances GROUP BY run_id, region, category, rank HAVING count(*) > 1`,
  'a rejection without a reason': `SELECT item FROM rejections WHERE reason = ''`,
};

/** What of the vault at `path` breaks which rule; nothing where all is as the migrations describe it. */
export function findBrokenRows(path: string): string[] {
  const db = new Database(path, { fileMustExist: true });
  try {
    db.pragma('query_only = ON');
    return Object.entries(rules).flatMap(([rule, sql]) =>
      db
        .prepare<[]>(sql)
        .pluck()
        .all()
        .map((value) => `${rule}: ${JSON.stringify(value).slice(0, 80)}`),
    );
  } finally {
    db.close();
  }
}
