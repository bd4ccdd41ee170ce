import { askPages } from './ask-pages.ts';
import { elsewherePages } from './elsewhere-pages.ts';
import { fetchPages } from './fetch-pages.ts';
import type { Meanings } from './layout.ts';
import { shellPages } from './shell-pages.ts';
import { upkeepPages } from './upkeep-pages.ts';

/** What the help of a command tells beyond its line in the list and its options. */
export interface HelpPage {
  /** What it does, in paragraphs. */
  readonly about: readonly string[];
  /** Variables that are no options of this program. */
  readonly variables?: Meanings;
  /** What it reads and writes. */
  readonly files?: Meanings;
  /** Meanings by their codes, of which several may stand in one key. */
  readonly exitCodes: Readonly<Record<string, string>>;
  /** Command lines, each with what it is for. */
  readonly examples: Meanings;
  /** Commands as `vault NAME`, and documents. */
  readonly seeAlso: readonly string[];
}

/** Commands with one purpose: the heading above them in the help of the program, and their pages by their names. */
export interface HelpGroup {
  readonly heading: string;
  readonly pages: Readonly<Record<string, HelpPage>>;
}

/** Every command once, in the order in which the help of the program and docs/commands.md show them. */
export const helpGroups: readonly HelpGroup[] = [fetchPages, askPages, elsewherePages, upkeepPages, shellPages];

/** The page of every command, by its name and in the same order. */
export const helpPages: Readonly<Record<string, HelpPage>> = Object.fromEntries(helpGroups.flatMap(({ pages }) => Object.entries(pages)));
