import english from 'zod/v4/locales/en.js';
import * as z from 'zod/mini';
import { VaultError } from '../core/errors.ts';
import { chartName } from '../core/chart.ts';
import { regionCodes } from '../core/region.ts';
import type { NewRun } from './open-store.ts';

const time = z.iso.datetime({ precision: 3 });
const count = z.int().check(z.nonnegative());
const hidden = z.nullable(count);

const outcome = z.object({
  region: z.enum(regionCodes),
  category: count,
  status: z.enum(['stored', 'sparse', 'no-chart', 'failed']),
  requests: count,
  retries: count,
  waitedMs: count,
  durationMs: count,
  error: z.nullable(z.object({ code: z.string(), message: z.string() })),
  rejections: z.array(z.object({ position: z.int().check(z.positive()), reason: z.string() })),
  videos: z.array(
    z.object({
      rank: z.int().check(z.positive()),
      id: z.string().check(z.regex(/^[!-~]{1,64}$/)),
      title: z.string(),
      channelId: z.string(),
      channelTitle: z.string(),
      publishedAt: time,
      categoryId: hidden,
      durationSeconds: hidden,
      live: z.string(),
      declaredLanguage: z.nullable(z.string()),
      description: z.string(),
      tags: z.array(z.string()),
      views: hidden,
      likes: hidden,
      comments: hidden,
    }),
  ),
});

const newRun = z.object({
  startedAt: time,
  finishedAt: z.optional(time),
  version: z.string().check(z.minLength(1)),
  outcomes: z.array(outcome).check(
    z.minLength(1),
    z.refine((outcomes) => new Set(outcomes.map(chartName)).size === outcomes.length, 'each chart once'),
  ),
});

/** Throws VaultError `usage` for a run that `vault fetch` could not have made: later questions rely on what is stored. */
export function checkRun(run: NewRun): void {
  z.config(english());
  const { error } = newRun.safeParse(run);
  const [issue] = error?.issues ?? [];
  if (issue) throw new VaultError('usage', `saveRun: ${[...issue.path, issue.message].join(': ')}; nothing of the run is stored`);
}
