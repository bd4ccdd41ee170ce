import { createHash } from 'node:crypto';
import { keptText } from '../core/kept-text.ts';
import type { Row } from '../core/run-rows.ts';
import type { Query } from './connection.ts';
import { arraysOf, insertRows, selectRows } from './insert.ts';
import { fallBehind } from './search-index.ts';

/** What is told of a video, beside when and how often it was seen. */
const told = [
  'title',
  'channel_id',
  'channel_title',
  'published_at',
  'category_id',
  'category_name',
  'duration_seconds',
  'live',
  'declared_language',
  'primary_language',
  'description',
  'tags',
];

/**
 * Keeps videos as a run saw them. What is told of a video seldom changes and is long: only where its hash is another one is it sent. The
 * search index follows when that is done.
 */
export async function saveVideos(query: Query, run: number, videos: readonly Row[]): Promise<void> {
  const known = await findKnown(query, videos);
  const isKnown = ({ video_id: id }: Row): boolean => known.has(String(id));
  const seen = videos.filter(isKnown);
  if (seen.length > 0) await query(seenSql, arraysOf(seenColumns, seen));
  await insertRows(
    query,
    'videos',
    videos.filter((video) => !isKnown(video)),
    newestWins,
  );
  await fallBehind(query, run);
}

/** The ids of those of whom all is kept that is told of them. */
async function findKnown(query: Query, videos: readonly Row[]): Promise<ReadonlySet<string>> {
  const ids = videos.map(({ video_id: id }) => String(id));
  return new Set((await query<{ id: string }>(knownSql, [ids, videos.map(hashOf)])).map(({ id }) => id));
}

/** Of each value its length, in bytes of UTF-8, and itself; of none -1. The server takes the same of what it keeps. */
function hashOf(video: Row): string {
  const hash = createHash('sha256');
  for (const column of told) {
    const value = video[column] ?? null;
    const text = keptText(String(value ?? ''));
    hash.update(`${value === null ? -1 : Buffer.byteLength(text)}:${text}`);
  }
  return hash.digest('hex');
}

const hashed = told.map((column) => `coalesce(octet_length(${column}::text), -1) || ':' || coalesce(${column}::text, '')`).join(' || ');

const knownSql = `
  SELECT videos.video_id AS id FROM unnest($1::text[], $2::text[]) AS sent (video_id, hash) JOIN videos USING (video_id)
  WHERE encode(sha256(convert_to(${hashed}, 'UTF8')), 'hex') = hash`;

const seenColumns = ['video_id', 'last_run', 'max_views'];

/** max_views never falls: greatest() leaves NULLs out. */
const seenSql = `
  UPDATE videos SET last_run = sent.last_run, max_views = greatest(videos.max_views, sent.max_views)
  FROM (${selectRows(seenColumns)}) AS sent WHERE sent.video_id = videos.video_id`;

/** The newest metadata wins; first_run stays. */
const newestWins = `
  ON CONFLICT (video_id) DO UPDATE SET ${told.map((column) => `${column} = excluded.${column}`).join(', ')},
    last_run = excluded.last_run, max_views = greatest(videos.max_views, excluded.max_views)`;
