import type { Row } from '../core/run-rows.ts';
import { indexText, searchRules } from '../core/search-words.ts';
import type { Connection, Query } from './connection.ts';
import { arraysOf, selectRows } from './insert.ts';
import { configurationOf, readConfigurations } from './languages.ts';
import { codeOf } from './server-error.ts';

/** By which rules the index was made; absent in a vault that has none yet. */
export async function readRules(query: Query): Promise<string | undefined> {
  return (await query<{ value: string }>(`SELECT value FROM state WHERE name = 'search_index'`))[0]?.value;
}

/** Whether rules are those of this version, with the extension unaccent or without it. */
export function areOurs(rules: string | undefined): boolean {
  return rules === searchRules || rules === withUnaccent;
}

const withUnaccent = `${searchRules} unaccent`;

const textColumns = ['video_id', 'title', 'channel_title', 'tags', 'description', 'primary_language'];

/** Those of the videos whose words are not in the index as they are now. They seldom change from run to run, and are long to write. */
export async function findUnindexed(query: Query, videos: readonly Row[]): Promise<Row[]> {
  const rows = await query<{ id: string }>(unindexedSql, arraysOf(textColumns, videos));
  const ids = new Set(rows.map(({ id }) => id));
  return videos.filter((video) => ids.has(String(video['video_id'])));
}

const unindexedSql = `
  SELECT sent.video_id AS id FROM (${selectRows(textColumns)}) AS sent LEFT JOIN videos USING (video_id)
  WHERE (videos.title, videos.channel_title, videos.tags::text, videos.description, videos.primary_language)
    IS DISTINCT FROM (sent.title, sent.channel_title, sent.tags::text, sent.description, sent.primary_language)`;

/**
 * Keeps the words of videos, in the place of those that they had, inside the transaction that writes them; `regions` are where the videos
 * chart that are new to the index.
 */
export async function indexVideos(
  query: Query,
  videos: readonly Row[],
  regions: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<void> {
  if (videos.length === 0) return;
  const known = await readConfigurations(query);
  const documents = videos.map((video) => {
    const text = (column: string): string => String(video[column]);
    return {
      video_id: text('video_id'),
      configuration: configurationOf(text('primary_language'), known),
      title: indexText(text('title')),
      channel: indexText(text('channel_title')),
      words_of_tags: indexText((JSON.parse(text('tags')) as string[]).join(' ')),
      description: indexText(text('description')),
      regions: [...(regions.get(text('video_id')) ?? [])].join(),
    };
  });
  await query(indexSql, arraysOf(documentColumns, documents));
}

const documentColumns = ['video_id', 'configuration', 'title', 'channel', 'words_of_tags', 'description', 'regions'];

const indexSql = `
  INSERT INTO search_documents (video_id, configuration, title, channel, tags, description, regions)
  SELECT video_id, configuration, title, channel, words_of_tags, description, string_to_array(regions, ',') FROM (${selectRows(documentColumns)}) AS sent
  ON CONFLICT (video_id) DO UPDATE SET
    configuration = excluded.configuration, title = excluded.title, channel = excluded.channel, tags = excluded.tags,
    description = excluded.description`;

/** Notes where videos charted, as pairs of a video and a region. */
export async function noteRegions(query: Query, appearances: readonly Row[]): Promise<void> {
  await query(noteSql, arraysOf(['video_id', 'region'], appearances));
}

const noteSql = `
  UPDATE search_documents SET regions = (SELECT array_agg(DISTINCT region) FROM unnest(search_documents.regions || shown.regions) AS region)
  FROM (SELECT video_id, array_agg(DISTINCT region) AS regions FROM (${selectRows(['video_id', 'region'])}) AS sent GROUP BY video_id) AS shown
  WHERE shown.video_id = search_documents.video_id AND NOT search_documents.regions @> shown.regions`;

/** Makes the index anew where it was made by other rules, or never; a transaction of its own. */
export async function bringIndexUpToDate(connection: Connection): Promise<void> {
  const schema = await findUnaccent(connection);
  const rules = schema === undefined ? searchRules : withUnaccent;
  if ((await readRules(connection.query)) === rules) return;
  await connection.transaction(async (query) => {
    const fold = schema === undefined ? 'words' : `${schema}.unaccent('${schema}.unaccent'::regdictionary, words)`;
    await query(`CREATE OR REPLACE FUNCTION search_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN ${fold}`);
    await query('DELETE FROM search_documents');
    await indexAll(query);
    const remember = `INSERT INTO state (name, value) VALUES ('search_index', $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value`;
    await query(remember, [rules]);
  });
}

/** The schema of the extension unaccent, which is made where that is allowed; `undefined` where it cannot be had. */
async function findUnaccent({ query }: Connection): Promise<string | undefined> {
  const find = async () =>
    (await query<{ schema: string }>(`SELECT extnamespace::regnamespace::text AS schema FROM pg_extension WHERE extname = 'unaccent'`))[0]?.schema;
  const there = await find();
  if (there !== undefined) return there;
  try {
    await query('CREATE EXTENSION IF NOT EXISTS unaccent');
    return await find();
  } catch (error) {
    // Not allowed, not installed on the server, or not to be made there: our own folding has to do.
    if (/^(42|58|0A|22)/.test(codeOf(error instanceof Error ? error.cause : error) || codeOf(error))) return undefined;
    throw error;
  }
}

const videosAtATime = 1000;

async function indexAll(query: Query): Promise<void> {
  const sql = `SELECT ${textColumns.join(', ')} FROM videos WHERE video_id > $1 ORDER BY video_id LIMIT ${videosAtATime}`;
  let videos = await query<Row>(sql, ['']);
  while (videos.length > 0) {
    await indexVideos(query, videos, new Map());
    videos = await query<Row>(sql, [String(videos.at(-1)?.['video_id'])]);
  }
  await query(allRegionsSql);
}

const allRegionsSql = `
  UPDATE search_documents SET regions = shown.regions
  FROM (SELECT video_id, array_agg(DISTINCT region) AS regions FROM appearances GROUP BY video_id) AS shown
  WHERE shown.video_id = search_documents.video_id`;
