import type { SearchQuestion } from '../src/core/history.ts';
import { readSearchWords } from '../src/core/search-words.ts';
import { ago } from './period.ts';

/** A kind of search: what is looked for, and what narrows it down. */
export interface SearchKind {
  readonly words: string;
  readonly language?: string;
  readonly region?: string;
  readonly days?: number;
}

/** A rare word, common ones, two words, beginnings of words, scripts without spaces, and common words narrowed down. */
export const searchKinds: readonly SearchKind[] = [
  { words: 'badekaret' },
  { words: 'official' },
  { words: 'the' },
  { words: 'official video' },
  { words: 'a' },
  { words: 'st' },
  { words: '東京' },
  { words: '東' },
  { words: 'กา' },
  { words: 'official', language: 'pl' },
  { words: 'a', language: 'pl' },
  { words: 'official', region: 'PL', days: 30 },
  { words: 'a', region: 'PL', days: 30 },
  { words: 'the', region: 'PL', days: 30 },
];

/** As it is typed, but for the words themselves. */
export function flagsOf({ language, region, days }: SearchKind): string[] {
  return [
    ...(language === undefined ? [] : ['--language', language]),
    ...(region === undefined ? [] : ['--region', region]),
    ...(days === undefined ? [] : ['--since', `${days}d`]),
  ];
}

/** What the command asks of a vault. */
export function questionOf({ words, language, region, days }: SearchKind): SearchQuestion {
  return {
    words: readSearchWords(words),
    language,
    regions: region === undefined ? undefined : [region],
    since: days === undefined ? undefined : ago(days),
    until: undefined,
    limit: 21,
  };
}
