import { VaultError } from '../core/errors.ts';
import { readEnvFile } from './env-file.ts';
import type { Option, Schemas } from './option.ts';
import { type OptionName, options, type Settings } from './options.ts';

/** The flags of one call as commander gives them, by their camel-cased names. */
export type Flags = Readonly<Record<string, unknown>>;

/**
 * The settings a command works with: the flag beats the environment, which beats `.env` in the working directory, which beats
 * the default. Rejects with VaultError `usage` with the option's name, what was given and what is allowed, and `configuration` for a `.env`
 * that cannot be read.
 */
export async function readSettings<Name extends OptionName>(
  names: readonly Name[],
  flags: Flags,
  { env, cwd }: { env: Readonly<Record<string, string | undefined>>; cwd: string },
): Promise<Settings<Name>> {
  const schemas = await import('./option-schemas.ts');
  const file = readEnvFile(cwd);
  const read = (name: Name): unknown => readSetting(optionOf(name), findGiven(optionOf(name), flags, env, file), schemas);
  return Object.fromEntries(names.map((name) => [name, read(name)])) as Settings<Name>;
}

/** What was given for an option, and the name to call it by when it is wrong. */
export interface Given {
  readonly value: unknown;
  readonly source: string;
}

function findGiven(option: Option, flags: Flags, env: Readonly<Record<string, string | undefined>>, file: NodeJS.Dict<string>): Given {
  const { flag, argument, variable } = option;
  const typed = flag ?? argument;
  if (typed !== undefined) {
    const value = flags[attributeName(typed)];
    if (value !== undefined) return { value, source: flagName(typed) };
  }
  if (variable !== undefined) {
    // A variable that is set to nothing is how many tools write "unset".
    if (env[variable]?.trim()) return { value: env[variable].trim(), source: variable };
    if (file[variable]?.trim()) return { value: file[variable].trim(), source: `${variable} in .env` };
  }
  return { value: option.default, source: typed === undefined ? (variable ?? '') : flagName(typed) };
}

/** Reads what was given for an option. Throws VaultError `usage`, with what is allowed. */
export function readSetting({ schema, secret }: Option, { value, source }: Given, schemas: Schemas): unknown {
  const parsed = schema(schemas).safeParse(value);
  if (parsed.success) return parsed.data;
  const shown = secret ? '' : ` ${JSON.stringify(withoutPassword(value))}`;
  throw new VaultError('usage', `${source}${shown}: ${parsed.error.issues.map(({ message }) => message).join('; ')}`);
}

/** Of what may be meant as an address of PostgreSQL nothing is shown: where its password begins and ends, nobody can tell. */
function withoutPassword(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value
    .replace(/^(postgres\w*(?::|\/\/)).*$/is, '$1…')
    .replace(/\/\/.*@/s, '//…@')
    .replace(/(:\/\/[^?]*\?).*$/s, '$1…');
}

/** How an option is given, explained and read. */
export function optionOf(name: OptionName): Option {
  return options[name];
}

function flagName(flag: string): string {
  return flag.split(' ')[0] ?? flag;
}

/** As commander names it: `--max-results <n>` is `maxResults`, and the argument `<file>` is `file`. */
function attributeName(typed: string): string {
  return flagName(typed)
    .replace(/^--|[<>]|\.\.\./g, '')
    .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
