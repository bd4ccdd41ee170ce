import { VaultError } from './errors.ts';

/** Only who writes migrates a vault: whoever reads it gets this. */
export function madeByOlder(name: string): VaultError {
  return new VaultError('configuration', `${name} was made by an older version of this program; the next vault fetch brings it up to date`);
}

/** For a vault of a format beyond `newest`, the newest that this version knows. */
export function madeByNewer(name: string, { format, newest }: { format: number; newest: number }): VaultError {
  const known = `format ${format}, known up to ${newest}`;
  return new VaultError('configuration', `${name} was made by a newer version of this program (${known}); install that version`);
}

/** For everybody while the copy of `source` into the vault is not finished. */
export function unfinishedCopy(name: string, source: string): VaultError {
  return new VaultError('configuration', `${name}: the copy of ${source} into it is not finished; run the same vault copy again`);
}

/** For a copy whose source is empty, or not there. */
export function nothingToCopy(name: string): VaultError {
  return new VaultError('configuration', `${name}: no vault is there; name another with --from`);
}

/** For a search by other rules than those that the index was made by. */
export function otherSearchIndex(name: string): VaultError {
  return new VaultError('configuration', `${name}: its search index is that of another version; the next vault fetch makes it anew`);
}

/** For whoever wants to write while another does. */
export function heldByAnother(name: string, cause?: unknown): VaultError {
  return new VaultError('locked', `another run holds ${name}; try again when it has ended`, { cause });
}
