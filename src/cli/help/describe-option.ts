import type { Option, Schemas } from '../option.ts';
import type { Meanings } from './layout.ts';

/**
 * What an option is for, its limits and its default, for each of the ways in which it is given; nothing for those that it has not. An
 * argument comes with the words that may stand there, where these are few, and a flag with the variable that it beats.
 */
export function describeOption(option: Option): Readonly<Record<'argument' | 'flag' | 'variable', Meanings>> {
  const { argument, flag, variable, help, values } = option;
  const words = Array.isArray(values) ? values.map(([word, meaning]) => [`  ${word}`, meaning] as const) : [];
  return {
    argument: argument === undefined ? [] : [[argument, help], ...words],
    flag: flag === undefined ? [] : [[flag, describe(option, variable)]],
    variable: variable === undefined ? [] : [[variable, describe(option)]],
  };
}

function describe(option: Option, variable?: string): string {
  const { help, default: usual } = option;
  const facts = [limitsOf(option), usual === undefined ? undefined : `default ${usual}`, variable].filter((fact) => fact !== undefined);
  return facts.length === 0 ? help : `${help} (${facts.join('; ')})`;
}

type Limits = string | undefined;

const within = (least: number | string, most: number | string): Limits => `${least} to ${most}`;
const none = (): Limits => undefined;

/** In the place of what reads values: it tells their limits, and needs none of what takes long to load. */
const described = {
  optional: (limits: Limits) => limits,
  wholeNumber: (least: number, most: number) => (most === Number.MAX_SAFE_INTEGER ? undefined : within(least, most)),
  duration: within,
  wholeMinutes: within,
  durationOr: (_usual: string, least: string, most: string) => within(least, most),
  anyText: none,
  apiKey: none,
  categoryList: none,
  filePath: none,
  flag: none,
  languageTag: none,
  moment: none,
  oneOf: none,
  origin: none,
  partitionKeys: none,
  pingAddress: none,
  regionList: none,
  vaultAddress: none,
  vaultPath: none,
  videoId: none,
} satisfies Readonly<Record<keyof Schemas, (...given: never[]) => Limits>>;

/** `1 to 50`, or `undefined` for an option whose values are no numbers. */
function limitsOf({ schema }: Option): string | undefined {
  return schema(described as unknown as Schemas) as unknown as Limits;
}
