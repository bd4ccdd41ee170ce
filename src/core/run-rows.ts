import type { ChartKey, Rejection } from './chart.ts';
import type { Appearance, Video } from './merge.ts';
import type { ChartOutcome } from './outcome.ts';

/** A row on its way into the database, keyed by column. */
export type Row = Readonly<Record<string, string | number | null>>;

/** A chart's row; `position` is the place, from 1, in which it was asked for. */
export function chartRow(run: number, outcome: ChartOutcome, position: number): Row {
  return {
    run_id: run,
    region: outcome.region,
    category: outcome.category,
    position,
    status: outcome.status,
    videos: outcome.videos.length,
    rejected: outcome.rejections.length,
    requests: outcome.requests,
    retries: outcome.retries,
    waited_ms: outcome.waitedMs,
    duration_ms: outcome.durationMs,
    error_code: outcome.error?.code ?? null,
    error_message: outcome.error?.message ?? null,
  };
}

/** A video's row as of this run, as if the video were new: what the vault knows of it already is the statement's concern. */
export function videoRow(run: number, video: Video): Row {
  return {
    video_id: video.id,
    title: video.title,
    channel_id: video.channelId,
    channel_title: video.channelTitle,
    published_at: video.publishedAt,
    category_id: video.categoryId,
    category_name: video.categoryName,
    duration_seconds: video.durationSeconds,
    live: video.live,
    declared_language: video.declaredLanguage,
    primary_language: video.primaryLanguage,
    description: video.description,
    tags: JSON.stringify(video.tags),
    first_run: run,
    last_run: run,
    max_views: video.views,
  };
}

/** A video's counters in this run. */
export function snapshotRow(run: number, { id, views, likes, comments }: Video): Row {
  return { run_id: run, video_id: id, views, likes, comments };
}

/** One place of a video in one chart of this run. */
export function appearanceRow(run: number, video: Video, { region, category, rank, views }: Appearance): Row {
  return { run_id: run, region, category, rank, video_id: video.id, views };
}

/** An item that could not be read; null for an item that JSON cannot hold. */
export function rejectionRow(run: number, { region, category }: ChartKey, { position, reason, item }: Rejection): Row {
  return { run_id: run, region, category, position, reason, item: itemJson(item) };
}

/** Nesting that is deep enough overflows the stack; one such item must not cost the run. */
function itemJson(item: unknown): string | null {
  try {
    return item === undefined ? null : JSON.stringify(item);
  } catch {
    return null;
  }
}
