import { VaultError } from '../core/errors.ts';
import type { Row } from '../core/run-rows.ts';
import { indexText, searchRules } from '../core/search-words.ts';
import type { Connection, Query } from './connection.ts';
import { arraysOf, selectRows } from './insert.ts';
import { configurationOf, readConfigurations } from './languages.ts';
import { codeOf } from './server-error.ts';
import { forget, readState, remember } from './state.ts';

/** By which rules the index was made; absent in a vault that has none yet. */
export function readRules(query: Query): Promise<string | undefined> {
  return readState(query, 'search_index');
}

/** Whether rules are those of this version, with the extension unaccent or without it. */
export function areOurs(rules: string | undefined): boolean {
  return rules === searchRules || rules === withUnaccent;
}

const withUnaccent = `${searchRules} unaccent`;

/** A hash of all that goes into a document. */
const sourceSql = `md5(json_build_array(videos.primary_language, videos.title, videos.channel_title, videos.tags, videos.description)::text)`;

/** Videos of runs from the first value on, or all where that is 0, whose words are not those that the index has. */
const staleSql = `
  SELECT video_id AS id FROM videos LEFT JOIN search_documents USING (video_id)
  WHERE ($1 = 0 OR video_id IN (SELECT video_id FROM snapshots WHERE run_id >= $1)) AND source IS DISTINCT FROM ${sourceSql}
  ORDER BY first_run, video_id`;

/** Of videos that the index has: the regions that they charted in for the first time. */
const regionsSql = `
  UPDATE search_documents SET regions = (SELECT array_agg(DISTINCT region) FROM unnest(search_documents.regions || shown.regions) AS region)
  FROM (SELECT video_id, array_agg(DISTINCT region) AS regions FROM appearances WHERE run_id >= $1 GROUP BY video_id) AS shown
  WHERE shown.video_id = search_documents.video_id AND NOT search_documents.regions @> shown.regions`;

/** Notes, inside the transaction that writes the videos of a run, that the index has yet to follow. */
export async function fallBehind(query: Query, run: number): Promise<void> {
  await query(behindSql, [String(run)]);
}

const behindSql = `
  INSERT INTO state (name, value) VALUES ('search_behind', $1)
  ON CONFLICT (name) DO UPDATE SET value = least(state.value::bigint, excluded.value::bigint)::text`;

const videosAtATime = 500;

/**
 * Brings into the index what is stored and not in it yet, in many small transactions, until `isOver`. Words take longer to write than a
 * run: what cannot be fetched again is to be safe before.
 */
export async function catchUp({ query, transaction }: Connection, isOver: () => boolean): Promise<void> {
  const behind = await readState(query, 'search_behind');
  if (behind === undefined) return;
  const known = await readConfigurations(query);
  await query(regionsSql, [Number(behind)]);
  const ids = (await query<{ id: string }>(staleSql, [Number(behind)])).map(({ id }) => id);
  for (let first = 0; first < ids.length; first += videosAtATime) {
    if (isOver()) return;
    await transaction((ask) => indexVideos(ask, ids.slice(first, first + videosAtATime), known));
  }
  for (const column of indexed) await query(`CREATE INDEX IF NOT EXISTS ${indexName(column)} ON search_documents USING gin (${column})`);
  await forget(query, 'search_behind');
}

const indexed = ['words', 'stems'];

function indexName(column: string): string {
  return `search_documents_by_${column}`;
}

interface Text extends Row {
  readonly video_id: string;
  readonly source: string;
  readonly title: string;
  readonly channel_title: string;
  readonly tags: string;
  readonly description: string;
  readonly primary_language: string;
}

async function indexVideos(query: Query, ids: readonly string[], known: ReadonlySet<string>): Promise<void> {
  const documents = (await query<Text>(textsSql, [ids])).map((text) => ({
    video_id: text.video_id,
    source: text.source,
    configuration: configurationOf(text.primary_language, known),
    title: indexText(text.title),
    channel: indexText(text.channel_title),
    words_of_tags: indexText((JSON.parse(text.tags) as string[]).join(' ')),
    description: indexText(text.description),
  }));
  await query(indexSql, arraysOf(documentColumns, documents));
}

const textsSql = `
  SELECT video_id, ${sourceSql} AS source, title, channel_title, tags, description, primary_language FROM videos WHERE video_id = ANY ($1)`;

const documentColumns = ['video_id', 'source', 'configuration', 'title', 'channel', 'words_of_tags', 'description'];

/**
 * A video that is new to the index may have been in charts before. OFFSET keeps the server from joining whole tables, as it would where it
 * has not counted them yet.
 */
const indexSql = `
  INSERT INTO search_documents (video_id, source, configuration, title, channel, tags, description, regions)
  SELECT video_id, source, configuration, title, channel, words_of_tags, description, coalesce((
    SELECT array_agg(DISTINCT region) FROM snapshots CROSS JOIN LATERAL (
      SELECT region FROM appearances WHERE appearances.run_id = snapshots.run_id AND appearances.month = snapshots.month
        AND appearances.video_id = snapshots.video_id OFFSET 0
    ) AS shown WHERE snapshots.video_id = sent.video_id
  ), '{}')
  FROM (${selectRows(documentColumns)}) AS sent
  ON CONFLICT (video_id) DO UPDATE SET
    source = excluded.source, configuration = excluded.configuration, title = excluded.title, channel = excluded.channel,
    tags = excluded.tags, description = excluded.description`;

/** Whether there is no index to speak of yet: it was never made, or is being made by other rules. */
export async function isBeingMade(query: Query): Promise<boolean> {
  return (await readState(query, 'search_behind')) === '0';
}

/** Has the index made anew where it was made by other rules, or never: then it is behind from the first run on. */
export async function followRules(connection: Connection): Promise<void> {
  const schema = await findUnaccent(connection);
  const rules = schema === undefined ? searchRules : withUnaccent;
  if ((await readRules(connection.query)) === rules) return;
  await connection.transaction(async (query) => {
    const fold = schema === undefined ? 'words' : `${schema}.unaccent('${schema}.unaccent'::regdictionary, words)`;
    await query(
      `CREATE OR REPLACE FUNCTION search_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN ${fold}`,
    );
    // Made again when all is in: to fill them row by row takes more than twice as long.
    await query(`DROP INDEX IF EXISTS ${indexed.map(indexName).join(', ')}`);
    await query('TRUNCATE search_documents');
    await remember(query, { search_index: rules });
    await fallBehind(query, 0);
  });
}

/**
 * The schema of the extension unaccent; `undefined` where it cannot be had. It is made where that is allowed, in the schema that all share: a
 * vault's own may be renamed, or go.
 */
async function findUnaccent({ query }: Connection): Promise<string | undefined> {
  const [found] = await query<{ schema: string | null; mayBeMade: boolean }>(findUnaccentSql);
  if (!found?.mayBeMade) return found?.schema ?? undefined;
  try {
    await query('CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA public');
    return (await query<{ schema: string | null }>(findUnaccentSql))[0]?.schema ?? undefined;
  } catch (error) {
    // The server has rules of its own about extensions: our own folding has to do.
    if (codeOf(error instanceof VaultError ? error.cause : error) === '42501') return undefined;
    throw error;
  }
}

const findUnaccentSql = `
  SELECT
    (SELECT quote_ident(nspname) FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace
      WHERE extname = 'unaccent' AND has_schema_privilege(extnamespace, 'USAGE')) AS schema,
    EXISTS (SELECT FROM pg_available_extensions WHERE name = 'unaccent' AND installed_version IS NULL)
      AND has_database_privilege(current_database(), 'CREATE')
      AND EXISTS (SELECT FROM pg_namespace WHERE nspname = 'public' AND has_schema_privilege(oid, 'CREATE')) AS "mayBeMade"`;
