import { createRandom, pick } from './random.ts';
import type { Upload } from './upload.ts';
import { vocabularyOf } from './vocabulary.ts';

/** A finished title, with what its gaps were filled with. */
export interface Title {
  readonly text: string;
  readonly channel: string;
  readonly words: readonly string[];
}

/**
 * Fills the gaps of an upload's pattern.
 *
 * Every turn takes the next word of each list and the next channel, so that neighbours in a chart rarely name the same ones,
 * and lists of one length go together: with as many songs as artists, each artist sings one of them.
 */
export function writeTitle({ key, home, pattern, turn }: Upload, seed: number): Title {
  const vocabulary = vocabularyOf(home);
  const next = (name: string, list: readonly string[]): string => {
    const start = Math.floor(createRandom(seed, 'start', vocabulary.language, name)() * list.length);
    return list[(((start + turn) % list.length) + list.length) % list.length] ?? '';
  };
  const channel = next('channel', pattern.channels);
  const words: string[] = [];
  const text = pattern.text.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'channel') return channel;
    if (name === 'n') return String(pick(createRandom(seed, 'number', key), [2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 14, 17, 21, 26, 34, 48]));
    const word = next(name, vocabulary.words.get(`${name}@${home}`) ?? vocabulary.words.get(name) ?? []);
    words.push(word);
    return word;
  });
  return { text, channel, words };
}
