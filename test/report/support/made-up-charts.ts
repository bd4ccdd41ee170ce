import type { RegionalVideo } from '../../../src/core/chart.ts';
import type { ChartOutcome } from '../../../src/core/outcome.ts';
import { sampleOutcome, sampleVideo } from '../../store/sample-run.ts';
import { madeUpTitle } from './made-up-titles.ts';

const hourMs = 3_600_000;

/** A video every hour, and none charts for longer than this. */
const longestLifeHours = 160;

const categories = [1, 10, 10, 17, 20, 20, 22, 24, 24, 24, 25, 28];
const languages = ['en', 'pl', 'es', 'hi', 'ja', 'pt-BR', null, null, 'de', 'ko', 'zh-Hant', 'ar'];

/**
 * A chart, given as `PL` or `PL/10`, as it stood at a moment (ISO 8601) in a world that is the same every time: videos come, climb,
 * reach one region after the other, and fade.
 */
export function madeUpChart(chart: string, startedAt: string, count = 25): ChartOutcome {
  const hour = Date.parse(startedAt) / hourMs;
  const born = Array.from({ length: longestLifeHours }, (_, age) => Math.floor(hour) - age);
  const shown = born
    .map((video) => ({ video, score: scoreOf(video, chart, hour) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  return sampleOutcome(
    chart,
    shown.slice(0, count).map(({ video }) => madeUpVideo(video, hour)),
  );
}

/** How well a video does in a chart: nothing before it gets there and after it is old, the most in between. */
function scoreOf(video: number, chart: string, hour: number): number {
  const delay = chance(video, chart) * 40;
  const life = 20 + chance(video, 'life') * (longestLifeHours - 60);
  const age = (hour - video - delay) / life;
  const isLocal = chance(video, 'fame') < 0.6 && chance(video, chart) > 0.3;
  return age <= 0 || age >= 1 || isLocal ? 0 : Math.sin(Math.sqrt(age) * Math.PI) * (0.3 + chance(video, 'fame'));
}

function madeUpVideo(video: number, hour: number): RegionalVideo {
  const pace = 10 ** (2 + 3.5 * chance(video, 'fame'));
  return sampleVideo(`v${video.toString(36).padStart(10, '0')}`, {
    title: madeUpTitle(video),
    channelTitle: `${madeUpTitle(video % 97)
      .slice(0, 18)
      .trim()} Channel`,
    publishedAt: new Date(video * hourMs).toISOString(),
    categoryId: categories[video % categories.length] ?? null,
    declaredLanguage: languages[video % languages.length] ?? null,
    views: Math.round(pace * (hour - video + 1)),
  });
}

/** From 0 to 1, always the same for the same video and matter. */
function chance(video: number, matter: string): number {
  let hash = video;
  for (const letter of matter) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x9e_37_79_b1) ^ (hash >>> 15);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
