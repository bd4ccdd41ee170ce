/** Names or lines, each with what it means, in the order in which they are shown. */
export type Meanings = readonly (readonly [name: string, meaning: string])[];

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
