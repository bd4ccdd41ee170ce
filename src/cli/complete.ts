import type { CommandSpec } from './command.ts';
import { commands } from './commands.ts';
import type { Edges } from './edges.ts';
import type { Option } from './option.ts';
import { optionOf } from './settings.ts';

/** A word that fits, and what it means. */
type Candidate = readonly [word: string, meaning: string];

/** What a shell is to complete: words, or names of files or folders, which it knows better. */
type Completion = readonly Candidate[] | 'files' | 'folders';

/**
 * `vault complete -- WORD...`, which the scripts of `vault completion` ask: what may stand in the place of the last word. Never fails:
 * an error would be written into the line that somebody is typing.
 */
export function completeCommand(argv: readonly string[], { stdout }: Edges): number {
  const words = argv[0] === '--' ? argv.slice(1) : argv;
  const completion = complete(words);
  if (typeof completion === 'string') stdout.write(`:${completion}\n`);
  else stdout.write(completion.map(([word, meaning]) => `${word}\t${meaning}\n`).join(''));
  return 0;
}

/** What may stand in the place of the last of `words`, which is being typed. */
export function complete(words: readonly string[]): Completion {
  const typed = words.at(-1) ?? '';
  // bash takes an equals sign for a word of its own, so that `--regions=PL` is three.
  const current = typed === '=' ? '' : typed;
  const before = words.slice(0, -1).filter((word) => word !== '=');
  const [name, ...given] = before;
  if (name === undefined) return starting(current, [...commands.map(commandCandidate), ...general]);
  const spec = commands.find((command) => command.name === name);
  if (!spec) return name === 'help' ? starting(current, commands.map(commandCandidate)) : [];
  return completeIn(spec, given, current);
}

const general: readonly Candidate[] = [
  ['help', 'show the help of a command'],
  ['--help', 'show the help'],
  ['--version', 'show the version'],
];

function commandCandidate({ name, description }: CommandSpec): Candidate {
  return [name, description];
}

function completeIn(spec: CommandSpec, given: readonly string[], current: string): Completion {
  const options = spec.options.map(optionOf);
  const [, flag, value] = /^(--[^=]+)=(.*)$/.exec(current) ?? [];
  if (flag !== undefined) return prefixed(`${flag}=`, valuesOf(findTaker(options, flag), value ?? ''));
  const taker = findTaker(options, given.at(-1));
  if (taker) return valuesOf(taker, current);
  const flags = starting(current, [...flagCandidates(options, given), ['--help', 'show the help of this command']]);
  const argument = options.find((option) => option.argument !== undefined);
  if (current.startsWith('-') || argument === undefined || hasArgument(options, given)) return flags;
  return valuesOf(argument, current);
}

/** The option that a flag gives a value to. */
function findTaker(options: readonly Option[], flag: string | undefined): Option | undefined {
  return options.find((option) => option.flag?.includes('<') && option.flag.split(' ')[0] === flag);
}

/** A flag is given once. */
function flagCandidates(options: readonly Option[], given: readonly string[]): readonly Candidate[] {
  return options.flatMap(({ flag, help }): Candidate[] => {
    const [name = ''] = flag?.split(' ') ?? [];
    return name === '' || given.includes(name) ? [] : [[name, help]];
  });
}

function hasArgument(options: readonly Option[], given: readonly string[]): boolean {
  return given.some((word, index) => !word.startsWith('-') && findTaker(options, given[index - 1]) === undefined);
}

/** Of a list, what follows the last comma is being typed, and nothing is offered twice. */
function valuesOf(option: Option | undefined, current: string): Completion {
  const values = option?.values ?? [];
  if (typeof values === 'string') return values;
  const candidates = typeof values === 'function' ? values() : values;
  const comma = option?.list ? current.lastIndexOf(',') + 1 : 0;
  const before = current.slice(0, comma);
  const fresh = candidates.filter(([word]) => !before.split(',').includes(word));
  return prefixed(before, starting(current.slice(comma), fresh));
}

function prefixed(prefix: string, completion: Completion): Completion {
  return typeof completion === 'string' ? completion : completion.map(([word, meaning]) => [`${prefix}${word}`, meaning] as const);
}

/** Codes and levels are found in small letters as well. */
function starting(typed: string, candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter(([word]) => word.toLowerCase().startsWith(typed.toLowerCase()));
}
