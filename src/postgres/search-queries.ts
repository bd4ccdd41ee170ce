import { VaultError } from '../core/errors.ts';
import type { MatchedField, SearchHit, SearchQuestion } from '../core/history.ts';
import type { SearchWord } from '../core/search-words.ts';
import { otherSearchIndex } from '../core/vault-refusals.ts';
import type { Bound } from './bindable.ts';
import type { Connection, Query } from './connection.ts';
import { configurationOf, readConfigurations } from './languages.ts';
import { inPeriod } from './run-queries.ts';
import { areOurs, isBeingMade, readRules } from './search-index.ts';

/** The fields of a document by their weights, the best place first; several, at last, is anywhere. */
const tiers: readonly { readonly match: MatchedField; readonly weights: readonly string[] }[] = [
  { match: 'title', weights: ['A'] },
  { match: 'channel', weights: ['B'] },
  { match: 'tags', weights: ['C'] },
  { match: 'description', weights: ['D'] },
  { match: 'several', weights: ['A', 'B', 'C', 'D'] },
];

/** How many finds of one kind are looked at, the newest first, unless more are wanted. */
const mostLookedAt = 1000;

/** The best finds of one kind, the most viewed first: `$1` is what is looked for, `$2` to `$6` narrow it down. */
const findSql = (from: string, limit: number) => `
  SELECT video_id AS id FROM (
    SELECT video_id, max_views FROM ${from} JOIN videos USING (video_id)
    WHERE last_run >= $2 AND first_run <= $3
      AND ($4::text IS NULL OR starts_with(lower(primary_language) || '-', $4 || '-'))
      AND ($5::text[] IS NULL OR search_documents.regions && $5)
    ORDER BY first_run DESC, video_id DESC LIMIT ${Math.max(mostLookedAt, limit)}
  ) AS found ORDER BY max_views DESC NULLS LAST, video_id`;

/** Words as they are written, the accents apart. */
const asWritten = `(SELECT * FROM search_documents WHERE words @@ to_tsquery('simple', $1) AND $6::text[] IS NOT NULL) AS search_documents`;

/** Words by their stems, which each language has its own of: `$6` are the configurations that are asked. */
const byStem = `
  unnest($6::text[]) AS asked (configuration)
  CROSS JOIN LATERAL (SELECT to_tsquery(asked.configuration::regconfig, $1) AS stems) AS wanted
  JOIN search_documents ON search_documents.configuration = asked.configuration AND search_documents.stems @@ wanted.stems`;

const reachSql = `SELECT min(run_id) AS "from", max(run_id) AS "to" FROM runs WHERE ${inPeriod}`;

const thereSql = `
  SELECT id FROM unnest($4::text[]) AS id WHERE EXISTS (
    SELECT FROM snapshots JOIN runs USING (run_id, month) JOIN appearances USING (run_id, month, video_id)
    WHERE video_id = id AND ${inPeriod} AND ($3::text[] IS NULL OR region = ANY ($3))
  )`;

/**
 * Prepares the search. What SQLite's finds comes first and in the same order; then the videos that have the words in other forms, as far as
 * the server knows their languages. Throws VaultError `configuration` where the index is that of another version.
 */
export function createSearch({ name, transaction }: Connection): (question: SearchQuestion) => Promise<SearchHit[]> {
  const find = async (query: Query, question: SearchQuestion): Promise<SearchHit[]> => {
    const rules = await readRules(query);
    if (!areOurs(rules)) throw otherSearchIndex(name);
    if (await isBeingMade(query))
      throw new VaultError('configuration', `${name}: its search index is not made yet; the next vault fetch goes on with it`);
    const { since, until, language, regions, limit } = question;
    const [reach] = await query<{ from: number | null; to: number | null }>(reachSql, [since ?? null, until ?? null]);
    const isWhole = since === undefined && until === undefined;
    if (!isWhole && reach?.from === null) return [];
    const range = isWhole ? [0, Number.MAX_SAFE_INTEGER] : [reach?.from ?? 0, reach?.to ?? 0];
    const words = await foldWords(query, question.words);
    const configurations = await readConfigurations(query);
    const asked =
      language === undefined ? [...configurations] : [configurationOf(language, configurations)].filter((one) => one !== 'simple');
    const filter = [...range, language ?? null, regions && regions.length > 0 ? regions : null, asked];
    const hits = new Map<string, SearchHit>();
    for (const { from, isStemmed } of [
      { from: asWritten, isStemmed: false },
      { from: byStem, isStemmed: true },
    ])
      for (const { match, weights } of tiers) {
        // A single word cannot be spread over several.
        if (hits.size >= limit || (match === 'several' && words.length === 1)) continue;
        const wanted = words.map((word) => phrase(isStemmed ? { ...word, prefix: false } : word, weights)).join(' & ');
        const found = await query<{ id: string }>(findSql(from, limit), [wanted, ...filter]);
        for (const id of await keepThere(
          query,
          found.map(({ id }) => id),
          question,
        ))
          if (hits.size < limit && !hits.has(id)) hits.set(id, { videoId: id, match });
      }
    return [...hits.values()];
  };
  return (question) => (question.words.length === 0 ? Promise.resolve([]) : transaction((query) => find(query, question), 'snapshot'));
}

/** As the index has folded them. */
async function foldWords(query: Query, words: readonly SearchWord[]): Promise<SearchWord[]> {
  const folded: SearchWord[] = [];
  for (const { pieces, prefix } of words) {
    const sql = 'SELECT search_fold(piece) AS piece FROM unnest($1::text[]) WITH ORDINALITY AS sent (piece, place) ORDER BY place';
    folded.push({ pieces: (await query<{ piece: string }>(sql, [pieces])).map(({ piece }) => piece), prefix });
  }
  return folded;
}

/** The pieces of a word side by side, all in the same field: one of the fields that have these weights. */
function phrase({ pieces, prefix }: SearchWord, weights: readonly string[]): string {
  const literals = pieces.map((piece) => `'${piece.replace(/['\\]/g, '$&$&')}'`);
  const inFields = (labels: string): string =>
    literals.map((literal, index) => `${literal}:${prefix && index === literals.length - 1 ? '*' : ''}${labels}`).join(' <-> ');
  if (literals.length === 1) return inFields(weights.join(''));
  return `(${weights.map((weight) => `(${inFields(weight)})`).join(' | ')})`;
}

/** Those that were in one of the charts asked about, in their order; what stands in the index may say too much. */
async function keepThere(query: Query, ids: readonly string[], { since, until, regions }: SearchQuestion): Promise<readonly string[]> {
  if (ids.length === 0 || (since === undefined && until === undefined && regions === undefined)) return ids;
  const values: Bound[] = [since ?? null, until ?? null, regions ?? null, ids];
  const there = new Set((await query<{ id: string }>(thereSql, values)).map(({ id }) => id));
  return ids.filter((id) => there.has(id));
}
