import type { output, ZodMiniType } from 'zod/mini';
import { allowedDays } from '../core/retention.ts';
import type * as schemas from './option-schemas.ts';

type Value = readonly [word: string, meaning: string];

/** Durations that somebody may want between two runs, for a shell to offer. */
export const paces = [
  ['1h', 'every hour'],
  ['6h', 'four times a day'],
  ['7h', 'as is usual'],
  ['12h', 'twice a day'],
  ['1d', 'once a day'],
] as const;

/** Ages that somebody may want to keep runs for, for a shell to offer. */
export const ages = [
  ['7d', 'a week'],
  [`${allowedDays}d`, "what YouTube's rules allow"],
] as const;

/** What option-schemas.ts has: loaded only when there is a value to read, for `--help` does without. */
export type Schemas = typeof schemas;

/** An option of one or more commands: how it is given, explained and read. */
export interface Option {
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
  /** Its type, its limits and its message. */
  readonly schema: (schemas: Schemas) => ZodMiniType;
}

/** What the schema of an option gives. */
export type ValueOf<One extends Option> = output<ReturnType<One['schema']>>;

/** `--limit`: how many to show of what `help` says. */
export function limit(usual: string, help: string) {
  return { flag: '--limit <n>', default: usual, help, schema: (s: Schemas) => s.wholeNumber(1, 10_000) } as const satisfies Option;
}

/** `--run`: one run, by its number. */
export function oneRun(help: string) {
  const schema = (s: Schemas) => s.optional(s.wholeNumber(1, Number.MAX_SAFE_INTEGER));
  return { flag: '--run <n>', help, schema } as const satisfies Option;
}

/** `--since`: where a period begins, and `otherwise` where it begins without it. */
export function since(otherwise = '') {
  const help = `runs from then on: an age such as 7d, or a day such as 2026-11-01, of UTC${otherwise}`;
  return { flag: '--since <when>', help, values: ages, schema: (s: Schemas) => s.optional(s.moment()) } as const satisfies Option;
}
