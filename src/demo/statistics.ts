import { createRandom } from './random.ts';
import type { Upload, Viewpoint } from './upload.ts';

/** How a region's usual video ends, in thousands of views; 80 where nothing is said. */
const audiences: ReadonlyMap<string, number> = new Map(
  'US 900 IN 1500 BR 700 MX 600 RU 600 JP 500 KR 400 DE 350 GB 300 FR 300 TH 300 EG 300 ES 250 PL 180 NL 90 SE 60 NO 40 AT 35'
    .match(/\w+ \d+/g)
    ?.map((entry) => [entry.slice(0, 2), Number(entry.slice(3))]),
);

/** Counters as the API writes them; one that is missing is hidden by the uploader. */
export interface Statistics {
  readonly viewCount: string;
  readonly likeCount?: string;
  readonly favoriteCount: '0';
  readonly commentCount?: string;
}

/**
 * A video's counters as one region shows them.
 *
 * They approach a limit and never fall. Each region is behind by a time of its own, up to three hours, and always by the
 * same one: a lag that wandered could show an older count after a newer one.
 */
export function countersOf(upload: Upload, { seed, region, hours }: Viewpoint): Statistics {
  const random = createRandom(seed, 'counters', upload.key);
  const limit = 1000 * (audiences.get(upload.home) ?? 80) * Math.exp(upload.strength) * (1 + 3 * upload.reach);
  const pace = 20 + 30 * random();
  const [likes, comments] = [0.015 + 0.05 * random(), 0.0008 + 0.005 * random()];
  const [likesHidden, commentsOff] = [random() < 0.03, random() < 0.05];

  const age = hours - upload.bornAt - 3 * createRandom(seed, 'lag', upload.key, region)();
  const views = Math.floor(limit * (1 - Math.exp(-Math.max(age, 0) / pace)));
  return {
    viewCount: String(views),
    ...(!likesHidden && { likeCount: String(Math.floor(views * likes)) }),
    favoriteCount: '0',
    ...(!commentsOff && { commentCount: String(Math.floor(views * comments)) }),
  };
}
