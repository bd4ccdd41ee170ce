import { chmodSync, statSync } from 'node:fs';
import { VaultError } from '../core/errors.ts';
import { withAside } from '../files/aside.ts';
import { canonicalPath, putInPlace, requirePlace } from '../files/place.ts';
import { type Copy, copyVaultFile } from './copy.ts';
import { translating, translatingLater } from './sqlite-error.ts';
import { belongsToVault, logNames } from './database-files.ts';

/** What to copy, where to, and whether what is there already may be replaced. */
export interface BackupOrder {
  readonly vault: string;
  readonly file: string;
  readonly force: boolean;
  /** Ends the copying; then nothing is left of it. */
  readonly signal: AbortSignal;
}

const remedy = 'give the copy another name';

/**
 * Copies a vault into a file, as it is at one moment, also while a run writes. The copy is made and checked aside and renamed when
 * it is whole: whatever happens, `file` is the old copy or the new one. Rejects with `usage` for a file that may not be replaced.
 */
export async function backupVault({ vault, file, force, signal }: BackupOrder): Promise<Copy & { readonly file: string }> {
  const from = translating(vault, () => canonicalPath(vault));
  const to = translating(file, () => canonicalPath(file));
  translating(to, () => {
    if (belongsToVault(to, from)) throw new VaultError('usage', `${to} belongs to the vault itself; ${remedy}`);
    requirePlace(to, { force, remedy });
  });
  return translatingLater(to, () =>
    withAside(to, async (aside) => {
      const copy = await copyVaultFile(from, aside, signal);
      // Whom the vault is hidden from, its copies are hidden from.
      chmodSync(aside, statSync(from).mode);
      // What was left beside an old copy would be played into the new one.
      putInPlace(aside, to, { force, endings: logNames });
      return { ...copy, file: to };
    }),
  );
}
