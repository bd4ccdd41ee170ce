import english from 'zod/v4/locales/en.js';
import * as z from 'zod/mini';
import { readCounter, readDurationSeconds } from './counters.ts';
import { once } from './once.ts';

/** Which chart: a region's ISO 3166-1 alpha-2 code, and a category id, 0 for all of them. */
export interface ChartKey {
  readonly region: string;
  readonly category: number;
}

/** `PL/0`: to tell charts apart, also as a key. */
export function chartName({ region, category }: ChartKey): string {
  return `${region}/${category}`;
}

export function isSameChart(one: ChartKey, other: ChartKey): boolean {
  return one.region === other.region && one.category === other.category;
}

/** One video as one region's chart shows it. A null counter is hidden, which is not 0. */
export interface RegionalVideo {
  /** Place in the chart, from 1. */
  readonly rank: number;
  readonly id: string;
  readonly title: string;
  readonly channelId: string;
  readonly channelTitle: string;
  /** ISO 8601 UTC with milliseconds. */
  readonly publishedAt: string;
  readonly categoryId: number | null;
  /** 0 while a video is live or upcoming. */
  readonly durationSeconds: number | null;
  /** `none`, `live` or `upcoming`. */
  readonly live: string;
  /** BCP 47; null when the uploader declared none, or none that is a language (`zxx`, `und`). */
  readonly declaredLanguage: string | null;
  readonly description: string;
  readonly tags: readonly string[];
  readonly views: number | null;
  readonly likes: number | null;
  readonly comments: number | null;
}

/** An item of a chart that could not be read, or a field of one; kept with the item so that a later program can try again. */
export interface Rejection {
  /** Place in the chart, from 1. */
  readonly position: number;
  readonly reason: string;
  readonly item: unknown;
}

/**
 * One page of an answer, its items still unread so that a bad one cannot cost its neighbours.
 *
 * A page without items counts as empty only when it says that it is a video list: any other JSON object is not an answer.
 */
export const pageSchema = z.pipe(
  z
    .object({
      kind: z.optional(z.string()),
      items: z.optional(z.array(z.unknown())),
      nextPageToken: z.nullish(z.string()),
    })
    .check(z.refine((page) => page.items !== undefined || page.kind === 'youtube#videoListResponse', 'neither items nor a video list')),
  z.transform((page) => ({ items: page.items ?? [], nextPageToken: page.nextPageToken || undefined })),
);

/** Made at the first item that is read, when requests are on their way. */
const itemSchema = once(() => {
  // The reasons of rejections are zod's own words.
  z.config(english());
  // Half of a surrogate pair would read back changed from SQLite.
  const text = z.string().check(z.overwrite((value) => value.toWellFormed()));
  const optionalText = z.pipe(
    z.nullish(text),
    z.transform((value) => value ?? ''),
  );
  const publishedAt = z.pipe(
    z.pipe(
      z.iso.datetime({ offset: true }),
      z.transform((value) => new Date(value).toISOString()),
    ),
    // A year beyond 9999, which an offset can reach, has more characters and would not sort as text.
    z.string().check(z.length(24, 'expected a year from 0000 to 9999')),
  );
  const anything = z.optional(z.unknown());
  return z.object({
    // Printable ASCII: it is a key, stands in addresses, and SQLite's own functions end a text at a NUL.
    id: z.string().check(z.regex(/^[!-~]{1,64}$/, 'expected an id of 1 to 64 characters')),
    snippet: z.object({
      publishedAt,
      channelId: text.check(z.minLength(1)),
      channelTitle: optionalText,
      title: text,
      description: optionalText,
      categoryId: z.nullish(z.string()),
      liveBroadcastContent: optionalText,
      tags: z.nullish(z.array(text)),
      defaultLanguage: optionalText,
      defaultAudioLanguage: optionalText,
    }),
    contentDetails: z.nullish(z.object({ duration: anything })),
    statistics: z.nullish(z.object({ viewCount: anything, likeCount: anything, commentCount: anything })),
  });
});

/** What the items of one chart come to. */
export interface ReadItems {
  readonly videos: readonly RegionalVideo[];
  readonly rejections: readonly Rejection[];
}

/** Reads the items of one chart, page after page. */
export interface ItemReader {
  /** The next items, in chart order. */
  readonly take: (items: readonly unknown[]) => void;
  readonly result: () => ReadItems;
}

/**
 * Makes a reader of one chart's items, which become videos and rejections as soon as they arrive: as YouTube sends them they take several
 * times as much memory.
 *
 * An unreadable item becomes a Rejection and its neighbours keep their ranks. An unreadable counter, duration, language or
 * live state costs that field alone, and becomes a Rejection of it. An item that the chart repeats, as pages that move do,
 * counts once, at its best rank.
 */
export function createItemReader(): ItemReader {
  const videos = new Map<string, RegionalVideo>();
  const rejections: Rejection[] = [];
  let position = 0;
  const readItem = (item: unknown): void => {
    position += 1;
    const parsed = itemSchema().safeParse(item);
    const reject = (reason: string): void => void rejections.push({ position, reason, item });
    if (!parsed.success) reject(reasonOf(parsed.error));
    else if (!videos.has(parsed.data.id)) videos.set(parsed.data.id, toVideo(parsed.data, position, reject));
  };
  return {
    take: (items) => items.forEach(readItem),
    result: () => ({ videos: [...videos.values()], rejections }),
  };
}

/** Items that are all there at once. */
export function readItems(items: readonly unknown[]): ReadItems {
  const reader = createItemReader();
  reader.take(items);
  return reader.result();
}

function toVideo(item: z.output<ReturnType<typeof itemSchema>>, rank: number, reject: (reason: string) => void): RegionalVideo {
  const { snippet, statistics } = item;
  return {
    rank,
    id: item.id,
    title: snippet.title,
    channelId: snippet.channelId,
    channelTitle: snippet.channelTitle,
    publishedAt: snippet.publishedAt,
    categoryId: readCounter(snippet.categoryId, 'snippet.categoryId', reject),
    durationSeconds: readDurationSeconds(item.contentDetails?.duration, 'contentDetails.duration', reject),
    live: readLive(snippet.liveBroadcastContent, reject),
    declaredLanguage:
      readLanguage(snippet.defaultAudioLanguage, 'snippet.defaultAudioLanguage', reject) ??
      readLanguage(snippet.defaultLanguage, 'snippet.defaultLanguage', reject),
    description: snippet.description,
    tags: snippet.tags ?? [],
    views: readCounter(statistics?.viewCount, 'statistics.viewCount', reject),
    likes: readCounter(statistics?.likeCount, 'statistics.likeCount', reject),
    comments: readCounter(statistics?.commentCount, 'statistics.commentCount', reject),
  };
}

function readLive(value: string, reject: (reason: string) => void): string {
  if (value === '') return 'none';
  if (value === 'none' || value === 'live' || value === 'upcoming') return value;
  reject('snippet.liveBroadcastContent: expected none, live or upcoming');
  return 'none';
}

/** `zxx` says that a video has no words and `und` that nobody knows: neither is a language. */
function readLanguage(tag: string, field: string, reject: (reason: string) => void): string | null {
  if (tag === '' || /^(zxx|und)\b/i.test(tag)) return null;
  if (/^[a-z]{1,8}(-[a-z\d]{1,8})*$/i.test(tag)) return tag;
  reject(`${field}: expected a BCP 47 language tag`);
  return null;
}

function reasonOf(error: z.core.$ZodError): string {
  const [issue] = error.issues;
  return issue ? `${issue.path.join('.') || 'item'}: ${issue.message}` : 'unreadable';
}
