import type { OptionName, Settings } from '../cli/options.ts';
import { optionOf, readSetting } from '../cli/settings.ts';

/**
 * The value of an option that a program gave, or its default: within the limits of the command line, for it is read as that would read it.
 * Rejects with VaultError `usage`, which calls it by `name`.
 */
export async function readOption<Name extends OptionName>(
  option: Name,
  name: string,
  given: string | undefined,
): Promise<Settings<Name>[Name]> {
  const schemas = await import('../cli/option-schemas.ts');
  return readSetting(optionOf(option), { value: given ?? optionOf(option).default, source: name }, schemas) as Settings<Name>[Name];
}

/** Milliseconds, as the command line writes them. */
export function inMs(ms: number | undefined): string | undefined {
  return typeof ms === 'number' ? `${ms}ms` : ms;
}
