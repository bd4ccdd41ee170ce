import type { Period } from '../core/period.ts';

/** What narrows a question down to runs of a period and to regions, as SQLite binds it: null where it does not. */
export interface Filter {
  readonly since: string | null;
  readonly until: string | null;
  /** A JSON array. */
  readonly regions: string | null;
}

export function bindFilter({ since, until, regions }: Period & { readonly regions?: readonly string[] | undefined }): Filter {
  return { since: since ?? null, until: until ?? null, regions: regions ? JSON.stringify(regions) : null };
}

/** For `started_at` of runs. Any time sorts after the empty text, and before a tilde. */
export const inPeriod = `started_at >= coalesce(@since, '') AND started_at < coalesce(@until, '~')`;

/**
 * For the runs that may have seen a video, which are looked for by their keys: every snapshot of a video lies between its first run and
 * its last, also where runs were deleted. No index knows the snapshots of a video.
 */
export const whileSeen = 'runs.run_id BETWEEN videos.first_run AND videos.last_run';

/** For `region` of charts or appearances. */
export const inRegions = `(@regions IS NULL OR region IN (SELECT value FROM json_each(@regions)))`;
