import { allCategories } from '../core/category.ts';
import type { ChartKey } from '../core/chart.ts';
import { createRandom, normal } from './random.ts';
import { writeTitle } from './title.ts';
import { createUploads, type Upload } from './upload.ts';
import { vocabularyOf } from './vocabulary.ts';

/** YouTube's charts end here. */
const chartLength = 200;

/** No video charts sooner: views have to be counted first. */
const leastAgeHours = 4;

/** The charts of a simulated world. */
export interface World {
  /** A region's chart at a moment, best first; a function of the world's seed and of `hours` since its epoch alone. */
  chart(key: ChartKey, hours: number): readonly Upload[];
}

/** The world that `seed` makes; worlds of one seed are alike. */
export function createWorld(seed: number): World {
  const uploads = createUploads(seed);
  return {
    chart({ region, category }, hours) {
      const best = [...uploads.local(region, hours), ...uploads.travelling(hours)]
        .filter(({ pattern }) => category === allCategories || pattern.category === category)
        .map((upload) => ({ upload, score: score(upload, { seed, region, hours }) }))
        .filter(({ score }) => score > -Infinity)
        .toSorted((a, b) => b.score - a.score)
        .map(({ upload }) => upload);
      return distinctTitles(best, seed);
    },
  };
}

/** Keeps the best of each saying: two parts of one playthrough, or one film talked about twice, seldom chart together. */
function distinctTitles(uploads: readonly Upload[], seed: number): Upload[] {
  const known = new Map<string, Upload>();
  for (const upload of uploads) {
    if (known.size === chartLength) break;
    const saying = [upload.pattern.text, ...writeTitle(upload, seed).words].join('/');
    if (!known.has(saying)) known.set(saying, upload);
  }
  return [...known.values()];
}

/** Categories that people seldom upload to have no chart in many regions; 29 has none anywhere. */
export function hasChart({ region, category }: ChartKey): boolean {
  if (category === 29) return false;
  return ![19, 27].includes(category) || createRandom('chart', region, category)() < 0.5;
}

/** Standing in a region's chart: up within a day, down over the next ones, with a slow tremble that swaps neighbours. */
function score(upload: Upload, { seed, region, hours }: { seed: number; region: string; hours: number }): number {
  const arrival = arrive(upload, seed, region);
  if (arrival === undefined) return -Infinity;
  const age = hours - upload.bornAt - arrival.delayHours;
  if (age < leastAgeHours) return -Infinity;

  const random = createRandom(seed, 'course', upload.key);
  const rise = 6 + 16 * random();
  const decay = 26 + 16 * random();
  const period = 11 + 24 * random();
  const tremble = 0.12 * Math.sin(2 * Math.PI * (hours / period + random()));
  return upload.strength + arrival.advantage + Math.log(1 - Math.exp(-age / rise)) - age / decay - (age / 90) ** 3 + tremble;
}

/** When and how well a video reaches a region; undefined where it never does. At home it is from the first hour. */
function arrive({ key, home, reach }: Upload, seed: number, region: string): { delayHours: number; advantage: number } | undefined {
  if (home === region) return { delayHours: 0, advantage: 0 };
  if (reach === 0) return undefined;
  const random = createRandom(seed, 'arrival', key, region);
  if (random() > (isUnderstood(home, region) ? Math.max(reach, 0.5) : reach)) return undefined;
  return { delayHours: 2 + 16 * random(), advantage: 0.3 * normal(random) - 0.2 };
}

/** Scandinavians understand each other. */
function isUnderstood(home: string, region: string): boolean {
  const languages = [home, region].map((each) => vocabularyOf(each).language);
  return languages[0] === languages[1] || languages.every((language) => language === 'sv' || language === 'no');
}
