import { isDeepStrictEqual } from 'node:util';
import { queryFile } from '../../sqlite/temporary-vault.ts';
import { apiItem } from '../../support/items.ts';

/** A body that a chart was answered with, and the items that it is made of. */
export interface Served {
  /** What was done to it, so that it can be made again. */
  readonly name: string;
  readonly status: number;
  readonly body: Uint8Array;
  readonly items: readonly GoodItem[];
}

/** An item that nobody has touched, and what a vault has to hold of it. */
export interface GoodItem {
  readonly id: string;
  readonly title: string;
  readonly views: number;
  readonly item: object;
}

export function goodItem(id: string, place: number): GoodItem {
  const [title, views] = [`Odcinek ${place} 🎵 „${id}”`, 1000 + place];
  const snippet = { title, tags: ['pierwszy', 'drugi'], defaultAudioLanguage: 'pl' };
  return { id, title, views, item: apiItem(id, { snippet, statistics: { viewCount: String(views), likeCount: '7' } }) };
}

/** What a vault holds of one chart. */
export interface StoredChart {
  readonly status: string;
  readonly errorCode: string | null;
  /** By rank. */
  readonly videos: ReadonlyMap<number, StoredVideo>;
  /** Positions. */
  readonly rejected: ReadonlySet<number>;
}

interface StoredVideo {
  readonly id: string;
  readonly title: string;
  readonly views: number | null;
}

/** The charts of the newest run, in the order in which they were asked for. */
export function readNewestCharts(path: string): StoredChart[] {
  const newest = 'run_id = (SELECT max(run_id) FROM runs)';
  const charts = queryFile(path, `SELECT category, status, error_code FROM charts WHERE ${newest} ORDER BY position`);
  const videos = queryFile(
    path,
    `SELECT category, rank, video_id, title, views FROM appearances JOIN videos USING (video_id) WHERE ${newest}`,
  );
  const rejections = queryFile(path, `SELECT category, position FROM rejections WHERE ${newest}`);
  return charts.map(({ category, status, error_code: errorCode }) => {
    const isHere = (row: Readonly<Record<string, unknown>>): boolean => row['category'] === category;
    return {
      status: String(status),
      errorCode: errorCode as string | null,
      videos: new Map(videos.filter(isHere).map((row) => [Number(row['rank']), readVideo(row)])),
      rejected: new Set(rejections.filter(isHere).map((row) => Number(row['position']))),
    };
  });
}

function readVideo({ video_id: id, title, views }: Readonly<Record<string, unknown>>): StoredVideo {
  return { id: String(id), title: String(title), views: views as number | null };
}

/** What went wrong between an answer and the vault, in words; and how many items that nobody had touched are in the vault. */
export function compareChart({ body, status, items: good }: Served, stored: StoredChart): { wrong: string[]; untouched: number } {
  const page = status === 200 ? readPage(body) : undefined;
  if (page === undefined) {
    const isFailed = stored.status === 'failed' && (status !== 200 || stored.errorCode === 'unreadable');
    const isEmpty = stored.videos.size === 0 && stored.rejected.size === 0;
    return { wrong: isFailed && isEmpty ? [] : [`no page, and yet: ${stored.status}, ${stored.videos.size} videos`], untouched: 0 };
  }
  // The page that a nasty token asks for may well be refused.
  const isStored = stored.status !== 'failed' || (page.hasToken && stored.errorCode === 'refused');
  const wrong = isStored ? [] : [`a page, and yet: ${stored.status}, ${stored.errorCode}`];
  const seen = new Set<string>();
  let untouched = 0;
  for (const [index, item] of page.items.slice(0, 50).entries()) {
    const rank = index + 1;
    const video = stored.videos.get(rank);
    const id = idOf(item);
    // A repeated video counts once.
    if (id !== undefined && seen.has(id)) continue;
    if (video) seen.add(video.id);
    const original = good.find((one) => isDeepStrictEqual(one.item, item));
    if (original && isKept(original, video)) untouched += 1;
    else if (original) wrong.push(`item ${rank} is good, and stored is: ${JSON.stringify(video)}`);
    else if (!video && !stored.rejected.has(rank)) wrong.push(`item ${rank} is neither stored nor rejected`);
  }
  return { wrong, untouched };
}

function isKept(good: GoodItem, video: StoredVideo | undefined): boolean {
  return video !== undefined && video.id === good.id && video.title === good.title && video.views === good.views;
}

function idOf(item: unknown): string | undefined {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
  return typeof id === 'string' ? id.toWellFormed() : undefined;
}

/** A body that is a page of a chart, by JavaScript's own parser; `undefined` where it is none. */
function readPage(body: Uint8Array): { readonly items: readonly unknown[]; readonly hasToken: boolean } | undefined {
  const page = parse(new TextDecoder().decode(body));
  if (typeof page !== 'object' || page === null || Array.isArray(page)) return undefined;
  const { kind, items = [], nextPageToken } = page as Readonly<Record<string, unknown>>;
  const isText = (value: unknown): boolean => value === undefined || typeof value === 'string';
  if (!Array.isArray(items) || !isText(kind) || !isText(nextPageToken ?? undefined)) return undefined;
  if (!('items' in page) && kind !== 'youtube#videoListResponse') return undefined;
  return { items, hasToken: Boolean(nextPageToken) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
