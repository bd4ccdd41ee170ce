import * as z from 'zod';

type Value = readonly [word: string, meaning: string];

/** How an option is given and explained. Its schema holds its type, its limits and its message. */
export interface OptionInfo {
  /** As commander reads it: `--max-results <n>`. None for what only the environment sets. */
  readonly flag?: string;
  /** For what stands without a flag, in the place of its command's argument: `<file>`. */
  readonly argument?: string;
  readonly variable?: string;
  /** As somebody would type it. */
  readonly default?: string;
  readonly help: string;
  /** What a shell offers for it: words and what they mean, or names of files or folders. */
  readonly values?: 'files' | 'folders' | readonly Value[] | (() => readonly Value[]);
  /** Whether several values, with commas between them, may stand together. */
  readonly list?: boolean;
  /** Never printed, not even in an error. */
  readonly secret?: boolean;
}

/** The flag, variable, default and help of each schema in `options`. */
export const optionInfo = z.registry<OptionInfo>();
