import type { Database } from 'better-sqlite3';
import type { MatchedField, SearchHit, SearchQuestion } from '../core/history.ts';
import { once } from '../core/once.ts';
import { searchRules, type SearchWord } from '../core/search-words.ts';
import { otherSearchIndex } from '../core/vault-refusals.ts';
import { bindFilter, inPeriod, inRegions } from './filter.ts';
import { rulesSql } from './search-index.ts';

/** Where words are looked for, the best place first. */
const tiers: readonly { readonly match: MatchedField; readonly columns: string }[] = [
  { match: 'title', columns: '{title}' },
  { match: 'channel', columns: '{channel}' },
  { match: 'tags', columns: '{tags}' },
  { match: 'description', columns: '{description}' },
  { match: 'several', columns: '{title channel tags description}' },
];

/** How many finds of one kind are looked at, newest videos first, unless more are wanted: a word that half of all titles have must not take seconds. */
const mostLookedAt = 1000;

/**
 * The best finds of one kind, the most viewed first: how rare a word is, by which full-text searches rank, says less about videos that
 * chart, and each database says it in its own way. What narrows them down is in the row that stands beside each find, which may say too much. Numbers
 * are cast, for better-sqlite3 gives all as REAL, and FTS5 takes such a limit for none.
 */
const searchSql = ({ language, regions = [], limit }: SearchQuestion) => `
  SELECT video_id FROM (
    SELECT video_id, max_views
    FROM search CROSS JOIN search_documents ON document_id = search.rowid
    WHERE search MATCH @words
      AND search.rowid BETWEEN CAST(@oldest AS INTEGER) AND CAST(@newest AS INTEGER) AND last_run >= @from AND first_run <= @to
      ${language === undefined ? '' : `AND language || '-' LIKE @language || '-%'`}
      ${regions.length === 0 ? '' : `AND (${regions.map((_, index) => `instr(regions, @region${index})`).join(' OR ')})`}
    ORDER BY search.rowid DESC LIMIT ${Math.max(mostLookedAt, limit)}
  ) ORDER BY max_views DESC, video_id`;

/** The runs of a period, and the videos between whose numbers all lie that these may have seen; a null where there are none. */
const reachSql = `
  SELECT "from", "to", min(document_id) AS oldest, max(document_id) AS newest
  FROM (SELECT min(run_id) AS "from", max(run_id) AS "to" FROM runs WHERE ${inPeriod})
  LEFT JOIN search_documents ON last_run >= "from" AND first_run <= "to"`;

/** NOT INDEXED: the runs of the video are fewer than those of the period. */
const wasThereSql = `
  SELECT 1 FROM videos CROSS JOIN runs NOT INDEXED CROSS JOIN appearances USING (run_id, video_id)
  WHERE videos.video_id = @videoId AND runs.run_id BETWEEN max(first_run, @from) AND min(last_run, @to) AND ${inPeriod} AND ${inRegions}`;

interface Reach {
  readonly from: number;
  readonly to: number;
  readonly oldest: number;
  readonly newest: number;
}

const everything: Reach = { from: 0, to: Number.MAX_SAFE_INTEGER, oldest: 0, newest: Number.MAX_SAFE_INTEGER };

/** Prepares the search. Throws VaultError `configuration` where the index is that of another version. */
export function createSearch(db: Database, path: string): (question: SearchQuestion) => SearchHit[] {
  const rules = db.prepare<[], string>(rulesSql).pluck();
  const reach = once(() => db.prepare<[Pick<SearchQuestion, 'since' | 'until'>], Reach | { oldest: null }>(reachSql));
  const find = db.transaction((question: SearchQuestion): SearchHit[] => {
    if (rules.get() !== searchRules) throw otherSearchIndex(path);
    const { since, until } = question;
    const within = since === undefined && until === undefined ? everything : reach().get({ since, until });
    return within === undefined || within.oldest === null ? [] : findWithin(db, question, within);
  });
  return (question) => (question.words.length === 0 ? [] : find(question));
}

function findWithin(db: Database, question: SearchQuestion, within: Reach): SearchHit[] {
  const { words, language, regions = [], limit } = question;
  const filter = { ...within, language, ...Object.fromEntries(regions.map((region, index) => [`region${index}`, region])) };
  const wasThere = prepareWasThere(db, question, within);
  const hits = new Map<string, SearchHit>();
  for (const { match, columns } of tiers) {
    // A single word cannot be spread over several.
    if (hits.size >= limit || (match === 'several' && words.length === 1)) break;
    const search = db.prepare<[Record<string, unknown>], string>(searchSql(question)).pluck();
    for (const videoId of search.all({ ...filter, words: `${columns} : (${words.map(phrase).join(' AND ')})` })) {
      if (hits.size >= limit) break;
      if (!hits.has(videoId) && wasThere(videoId)) hits.set(videoId, { videoId, match });
    }
  }
  return [...hits.values()];
}

/** Whether a video was in one of the charts asked about. Asked of the best finds only, for it takes long. */
function prepareWasThere(db: Database, question: SearchQuestion, { from, to }: Reach): (videoId: string) => boolean {
  const filter = { ...bindFilter(question), from, to };
  if (filter.since === null && filter.until === null && filter.regions === null) return () => true;
  const statement = db.prepare<[Record<string, unknown>]>(wasThereSql);
  return (videoId) => statement.get({ ...filter, videoId }) !== undefined;
}

/** Pieces are letters and digits only, so that nothing in them is an operator. */
function phrase({ pieces, prefix }: SearchWord): string {
  return `"${pieces.join(' ')}"${prefix ? ' *' : ''}`;
}
