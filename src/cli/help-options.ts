import { limitsOf } from './help-limits.ts';
import type { Meanings } from './help-page.ts';
import type { Option } from './option.ts';

/** An argument, with the words that may stand there, where these are few. */
export function describeArgument({ argument, help, values }: Option): Meanings {
  if (argument === undefined) return [];
  const words = Array.isArray(values) ? values.map(([word, meaning]) => [`  ${word}`, meaning] as const) : [];
  return [[argument, help], ...words];
}

/** A flag, with the variable that it beats. */
export function describeFlag(option: Option): Meanings {
  return option.flag === undefined ? [] : [[option.flag, describe(option, option.variable)]];
}

/** A variable; nothing for an option that has none. */
export function describeVariable(option: Option): Meanings {
  return option.variable === undefined ? [] : [[option.variable, describe(option)]];
}

/** Whether only the environment sets an option. */
export function isOnlyVariable({ flag, argument }: Option): boolean {
  return (flag ?? argument) === undefined;
}

/** What an option is for, its limits, its default, and where else it may be set. */
function describe(option: Option, variable?: string): string {
  const { help, default: usual } = option;
  const facts = [limitsOf(option), usual === undefined ? undefined : `default ${usual}`, variable].filter((fact) => fact !== undefined);
  return facts.length === 0 ? help : `${help} (${facts.join('; ')})`;
}
