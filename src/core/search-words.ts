import { once } from './once.ts';

/** One word of a search, as the index holds it: its pieces stand side by side. */
export interface SearchWord {
  readonly pieces: readonly string[];
  /** Whether the last piece is only the beginning of what is looked for. */
  readonly prefix: boolean;
}

/** Changes with every change below: an index that was made by other rules is made anew. */
export const searchRules = '2';

/** Letters that are no letter with a mark, to Unicode, but are to people who type without them. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ŋ: 'n',
  ς: 'σ',
};
const plainLetter = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g');

/**
 * Marks that people leave out when they type: accents of Latin, Greek and Cyrillic, vowel points of Hebrew and Arabic. The
 * vowel signs of Thai or Hindi are marks too, but no word is the same without them.
 */
const marks = /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g;

/** Scripts that put no space between words, and Hangul, which writes a word's particles onto it. */
const unspacedScripts = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((name) => `\\p{scx=${name}}`)
  .join('');
const anyUnspaced = once(() => new RegExp(`[${unspacedScripts}]`, 'u'));
const unspacedRun = once(() => new RegExp(`^[${unspacedScripts}]+$`, 'u'));
const anyRun = once(() => new RegExp(`[${unspacedScripts}]+|[^${unspacedScripts}]+`, 'gu'));

/**
 * Text as it is indexed: words in small letters without accents (`Łódź` is `lodz`, `Straße` `strasse`), parted by spaces; and where
 * a script puts no spaces, each pair of neighbours, so that `東京` is found in `東京タワー` without a dictionary.
 */
export function indexText(text: string): string {
  const words = wordsOf(text);
  const joined = words.join(' ');
  // Most texts have nothing to be taken apart, and are long.
  return isAscii(joined) || !anyUnspaced().test(joined) ? joined : words.flatMap((word) => runsOf(word).flatMap(piecesOf)).join(' ');
}

/** What to look for: every word of the text; empty where there is no letter and no digit in it. */
export function readSearchWords(text: string): SearchWord[] {
  const words = wordsOf(text);
  return words.map((word, index) => {
    const runs = runsOf(word);
    const last = runs.at(-1) ?? '';
    const pieces = piecesOf(last);
    const isPaired = isUnspaced(last);
    return {
      // The last neighbour stands alone in the index only where the run ends, which a search cannot know.
      pieces: [...runs.slice(0, -1).flatMap(piecesOf), ...(isPaired && pieces.length > 1 ? pieces.slice(0, -1) : pieces)],
      prefix: isPaired ? pieces.length === 1 : index === words.length - 1,
    };
  });
}

function wordsOf(text: string): string[] {
  if (isAscii(text)) return text.toLowerCase().match(/[a-z\d]{1,500}/g) ?? [];
  const folded = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(marks, '')
    // Hangul and the voiced kana, taken apart above, are put together again.
    .normalize('NFC')
    .replace(plainLetter, (letter) => plainLetters[letter] ?? letter);
  return folded.match(/[\p{L}\p{N}\p{M}]{1,500}/gu) ?? [];
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

function runsOf(word: string): string[] {
  return word.match(anyRun()) ?? [];
}

function isUnspaced(run: string): boolean {
  return unspacedRun().test(run);
}

/** A spaced word is one piece; any other is its pairs of neighbours and then the last one alone. */
function piecesOf(run: string): string[] {
  if (!isUnspaced(run)) return [run];
  const letters = Array.from(run);
  return letters.map((letter, index) => letter + (letters[index + 1] ?? ''));
}
