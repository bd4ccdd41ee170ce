import { regionCodes, regionLanguage } from '../core/region.ts';
import { arabic } from './languages/arabic.ts';
import { dutch } from './languages/dutch.ts';
import { english } from './languages/english.ts';
import { french } from './languages/french.ts';
import { german } from './languages/german.ts';
import { japanese } from './languages/japanese.ts';
import { korean } from './languages/korean.ts';
import { norwegian } from './languages/norwegian.ts';
import { polish } from './languages/polish.ts';
import { portuguese } from './languages/portuguese.ts';
import { russian } from './languages/russian.ts';
import { sharedWords } from './languages/shared-words.ts';
import { spanish } from './languages/spanish.ts';
import { swedish } from './languages/swedish.ts';
import { thai } from './languages/thai.ts';

/** A title with gaps, such as `{team} – {rival} {score}`. */
export interface TitlePattern {
  readonly category: number;
  /** Whose title it is: a cook does not sing. */
  readonly channels: readonly string[];
  readonly tags: readonly string[];
  readonly text: string;
  /** A clip, such as a trailer, lasts a minute or two; a stream is live at first. */
  readonly form: 'video' | 'clip' | 'stream';
}

/** What the simulated uploaders of one language say. */
export interface Vocabulary {
  readonly language: string;
  readonly patterns: readonly TitlePattern[];
  /** What fills the gaps of titles; `in@GB` stands in for `in` in Great Britain. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  /** Lines of descriptions. */
  readonly lines: readonly string[];
}

const forms: Readonly<Record<string, TitlePattern['form']>> = { '!': 'stream', '~': 'clip' };

/**
 * Reads a vocabulary written as text, in which a line's first character says what it holds.
 *
 * `@10 a; b` opens a part for channels of category 10 and `#a; b` are its tags; the plain lines below are its titles, of which
 * `!` marks a stream and `~` a clip. `$in a; b` are words for the gap `{in}`. `>` is a line of descriptions.
 */
export function parseVocabulary(language: string, text: string): Vocabulary {
  const patterns: TitlePattern[] = [];
  const words = new Map<string, string[]>();
  const lines: string[] = [];
  let part: Pick<TitlePattern, 'category' | 'channels' | 'tags'> = { category: 0, channels: [], tags: [] };
  for (const line of text.split('\n').filter((each) => each !== '')) {
    const [mark, rest] = [line.charAt(0), line.slice(1)];
    const [name = ''] = rest.split(' ', 1);
    const list = rest.slice(name.length + 1).split('; ');
    if (mark === '@') part = { category: Number(name), channels: list, tags: [] };
    else if (mark === '#') part = { ...part, tags: rest.split('; ') };
    else if (mark === '$') words.set(name, list);
    else if (mark === '>') lines.push(rest);
    else patterns.push({ ...part, text: mark in forms ? rest : line, form: forms[mark] ?? 'video' });
  }
  return { language, patterns, words, lines };
}

const texts = {
  ar: arabic,
  de: german,
  en: english,
  es: spanish,
  fr: french,
  ja: japanese,
  ko: korean,
  nl: dutch,
  no: norwegian,
  pl: polish,
  pt: portuguese,
  ru: russian,
  sv: swedish,
  th: thai,
};

/** By language. A list of a vocabulary's own beats the shared one of the same name. */
export const vocabularies: ReadonlyMap<string, Vocabulary> = new Map(
  Object.entries(texts).map(([language, text]) => [language, parseVocabulary(language, `${sharedWords}\n${text}`)]),
);

const byRegion = new Map(regionCodes.map((region) => [region, vocabularies.get(regionLanguage(region))]));

/** What a region's uploaders say; English where the simulation does not speak their language. */
export function vocabularyOf(region: string): Vocabulary {
  return (byRegion.get(region) ?? vocabularies.get('en')) as Vocabulary;
}
