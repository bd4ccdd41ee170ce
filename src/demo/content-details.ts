import { between, createRandom } from './random.ts';
import type { Snippet } from './snippet.ts';
import type { Upload } from './upload.ts';

/** Least and most minutes of a category's usual video. */
const usualMinutes: Readonly<Record<number, readonly [number, number]>> = {
  1: [4, 22],
  2: [8, 40],
  10: [2.2, 5],
  15: [1, 12],
  17: [3, 14],
  19: [10, 45],
  20: [9, 75],
  22: [8, 35],
  23: [2, 25],
  24: [8, 55],
  25: [1.5, 12],
  26: [4, 25],
  27: [8.5, 11.5],
  28: [7, 30],
};

/** Length and technical facts in the API's shape. */
export function contentDetailsOf(upload: Upload, snippet: Snippet, seed: number): object {
  const random = createRandom(seed, 'length', upload.key);
  const { form, category } = upload.pattern;
  const [least, most] = (form === 'clip' ? [0.8, 2.6] : usualMinutes[category]) ?? [3, 30];
  // Lengths spread evenly on a logarithmic scale: many short, some very long.
  const usual = Math.round(60 * least * (most / least) ** random());
  const seconds = form === 'stream' ? between(random, 18_000, 40_000) : usual;
  const shorts = snippet.title.includes('#shorts');
  return {
    duration: snippet.liveBroadcastContent === 'live' ? 'P0D' : isoDuration(shorts ? between(random, 12, 59) : seconds),
    dimension: '2d',
    definition: random() < 0.97 ? 'hd' : 'sd',
    caption: String(random() < 0.4),
    licensedContent: random() < 0.75,
    contentRating: {},
    projection: 'rectangular',
  };
}

function isoDuration(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), 'H'],
    [Math.floor(seconds / 60) % 60, 'M'],
    [seconds % 60, 'S'],
  ] as const;
  return `PT${parts.map(([count, unit]) => (count === 0 ? '' : `${count}${unit}`)).join('')}`;
}
