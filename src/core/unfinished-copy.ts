import { VaultError } from './errors.ts';

/** What whoever opens the vault called `name` gets to hear while the copy of `source` into it is not finished. */
export function unfinishedCopy(name: string, source: string): VaultError {
  return new VaultError('configuration', `${name}: the copy of ${source} into it is not finished; run the same vault copy again`);
}
