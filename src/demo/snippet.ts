import { createRandom, drawId, type Random, shuffle } from './random.ts';
import { type Title, writeTitle } from './title.ts';
import type { Upload, Viewpoint } from './upload.ts';
import { vocabularyOf } from './vocabulary.ts';

/** What a video says about itself, in the API's shape. */
export interface Snippet {
  readonly publishedAt: string;
  readonly channelId: string;
  readonly title: string;
  readonly description: string;
  readonly thumbnails: object;
  readonly channelTitle: string;
  readonly tags?: readonly string[];
  readonly categoryId: string;
  readonly liveBroadcastContent: 'none' | 'live';
  readonly defaultLanguage?: string;
  readonly localized: { readonly title: string; readonly description: string };
  readonly defaultAudioLanguage?: string;
}

/** A stream that has run so long has ended, and is an ordinary recording from then on. */
const streamHours = 30;

/** A video's texts, which no region and no hour changes, except that a live stream ends. */
export function snippetOf(upload: Upload, id: string, { seed, epochMs, hours }: Viewpoint): Snippet {
  const vocabulary = vocabularyOf(upload.home);
  const random = createRandom(seed, 'snippet', upload.key);
  const title = writeTitle(upload, seed);
  const tags = [title.channel, ...title.words, ...upload.pattern.tags].map((tag) => tag.toLowerCase());
  const description = describe(title, tags, { random, lines: vocabulary.lines });
  return {
    publishedAt: publishedAt(upload, epochMs, random),
    channelId: `UC${drawId(createRandom(seed, 'channel', vocabulary.language, title.channel), 22)}`,
    title: title.text,
    description,
    thumbnails: thumbnails(id),
    channelTitle: title.channel,
    ...(random() >= 0.12 && { tags }),
    categoryId: String(upload.pattern.category),
    liveBroadcastContent: upload.pattern.form === 'stream' && hours - upload.bornAt < streamHours ? 'live' : 'none',
    ...(random() < 0.5 && { defaultLanguage: vocabulary.language }),
    localized: { title: title.text, description },
    ...(random() < 0.79 && { defaultAudioLanguage: audioLanguage(upload, vocabulary.language, random) }),
  };
}

function describe({ text }: Title, tags: readonly string[], { random, lines }: { random: Random; lines: readonly string[] }): string {
  const [first, second, third, ...rest] = shuffle(random, lines).slice(0, 7);
  const hashtags = tags.slice(-2).map((tag) => `#${tag.replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')}`);
  return [`${text}\n`, first, second, `${third}\n`, ...rest, `\n${hashtags.join(' ')}`].join('\n');
}

/** Six in ten go up on a schedule, a few seconds after a quarter of an hour. */
function publishedAt({ bornAt }: Upload, epochMs: number, random: Random): string {
  const bornMs = epochMs + bornAt * 3_600_000;
  const ms = random() < 0.6 ? bornMs - (bornMs % 900_000) + 8000 * random() : bornMs;
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** Music and animals may have no words at all; English and a few others are often declared with their country. */
function audioLanguage({ home, pattern }: Upload, language: string, random: Random): string {
  if ((pattern.category === 10 || pattern.category === 15) && random() < 0.1) return 'zxx';
  const declaresCountry = /^(US|GB|AU|CA|IN|BR|MX|ES|AT|CH)$/.test(home) && random() < 0.4;
  return declaresCountry ? `${language}-${home}` : language;
}

function thumbnails(id: string): object {
  const sizes = { default: ['default', 120, 90], medium: ['mqdefault', 320, 180], high: ['hqdefault', 480, 360] } as const;
  const entries = Object.entries(sizes).map(([name, [file, width, height]]) => {
    return [name, { url: `https://i.ytimg.com/vi/${id}/${file}.jpg`, width, height }];
  });
  return Object.fromEntries(entries);
}
