import type { RegionalChart } from '../src/core/merge.ts';
import { regionCodes, regionLanguage } from '../src/core/region.ts';
import { createRandom, drawId, type Random } from '../src/demo/random.ts';
import { snippetOf } from '../src/demo/snippet.ts';
import { vocabularyOf } from '../src/demo/vocabulary.ts';

/** The program knows 106 regions; these stand for those that YouTube has added. */
export const regions: readonly string[] = [...regionCodes, 'XA', 'XB', 'XC', 'XD'];
export const chartLength = 200;
export const runsADay = 3.4;
export const hoursApart = 24 / runsADay;

/** What the number of rows depends on. */
export interface Habits {
  /** Days that a video stays in a chart, on average. */
  readonly stayDays: number;
  /** Of the newcomers to a chart, so many come from another region's. */
  readonly elsewhere: number;
}

export const likely: Habits = { stayDays: 4, elsewhere: 0.75 };

/** From few videos that stay long, in many regions each, to many that do not. */
export const worlds: readonly Habits[] = [{ stayDays: 8, elsewhere: 0.9 }, likely, { stayDays: 2, elsewhere: 0.15 }];

/** A video in the making. */
export interface Hit {
  readonly number: number;
  readonly home: string;
  readonly bornRun: number;
  views: number;
}

/** Plays one run after another of charts that keep most of their videos; the same each time. Gives the charts in the order of `regions`. */
export function createWorld({ stayDays, elsewhere }: Habits): () => readonly (readonly Hit[])[] {
  const random = createRandom('scale', stayDays, elsewhere);
  const charts = regions.map((): Hit[] => []);
  let [run, number] = [0, 0];
  const arrive = (chart: readonly Hit[], home: string): Hit => {
    const others = charts[Math.floor(random() * charts.length)] ?? [];
    const candidate = random() < elsewhere ? others[Math.floor(random() * others.length)] : undefined;
    if (candidate !== undefined && !chart.includes(candidate)) return candidate;
    return { number: (number += 1), home, bornRun: run, views: Math.round(1_000_000 * random() ** 3) };
  };
  return () => {
    run += 1;
    for (const [index, home] of regions.entries()) {
      const chart = (charts[index] ?? []).filter(() => random() >= 1 / (runsADay * stayDays));
      while (chart.length < chartLength) chart.splice(Math.floor(random() * (chart.length + 1)), 0, arrive(chart, home));
      charts[index] = chart;
    }
    for (const hit of new Set(charts.flat())) hit.views = Math.round(hit.views * (1 + 0.2 * random()));
    return charts;
  };
}

/** The charts as the program reads them. */
export function readCharts(charts: readonly (readonly Hit[])[], epochMs: number): RegionalChart[] {
  return charts.map((chart, index) => ({
    region: regions[index] ?? '',
    category: 0,
    videos: chart.map((hit, place) => {
      const { views } = hit;
      return { ...textOf(hit, epochMs), rank: place + 1, views, likes: Math.round(views / 30), comments: Math.round(views / 400) };
    }),
  }));
}

const texts = new WeakMap<Hit, ReturnType<typeof writeText>>();

function textOf(hit: Hit, epochMs: number): ReturnType<typeof writeText> {
  const text = texts.get(hit) ?? writeText(hit, epochMs);
  texts.set(hit, text);
  return text;
}

/** The demo's texts, several in one: its descriptions are half as long as those of recorded charts, and its tags a fifth. */
function writeText({ number, home, bornRun }: Hit, epochMs: number) {
  const random = createRandom('scale', number);
  const id = drawId(random, 11);
  const snippets = [0, 1, 2, 3, 4].map((part) => write(`${number}/${part}`, id, { home, bornRun, epochMs, random }));
  const [first, second, third] = snippets;
  if (!first || !second || !third) throw new Error('there are five snippets');
  return {
    id,
    title: first.title,
    channelId: first.channelId,
    channelTitle: first.channelTitle,
    publishedAt: `${first.publishedAt.slice(0, 19)}.000Z`,
    categoryId: Number(first.categoryId),
    durationSeconds: 300,
    live: 'none',
    declaredLanguage: random() < 0.5 ? regionLanguage(home) : null,
    description: [first.description, second.description, third.title].join('\n'),
    tags: [...new Set(snippets.flatMap(({ tags = [] }) => tags))],
  };
}

function write(
  key: string,
  id: string,
  { home, bornRun, epochMs, random }: Pick<Hit, 'home' | 'bornRun'> & { epochMs: number; random: Random },
) {
  const { patterns } = vocabularyOf(home);
  const pattern = patterns[Math.floor(random() * patterns.length)];
  if (!pattern) throw new Error(`${home} has no titles`);
  const hours = bornRun * hoursApart;
  const card = { key, home, bornAt: hours - 10, strength: 1, reach: 0, pattern, turn: Math.floor(random() * 10_000) };
  return snippetOf(card, id, { seed: 7, epochMs, region: home, hours });
}
