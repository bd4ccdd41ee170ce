import { chmodSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { VaultError } from '../core/errors.ts';
import { withAside } from '../files/aside.ts';
import { type Copy, copyVault, flush } from './copy.ts';
import { requireFolder } from '../files/folder.ts';
import { translating, translatingLater } from './sqlite-error.ts';
import { belongsToVault, canonicalPath, logNames } from './vault-file.ts';

/** What to copy, where to, and whether what is there already may be replaced. */
export interface BackupOrder {
  readonly vault: string;
  readonly file: string;
  readonly force: boolean;
  /** Ends the copying; then nothing is left of it. */
  readonly signal: AbortSignal;
}

/**
 * Copies a vault into a file, as it is at one moment, also while a run writes. The copy is made and checked aside and renamed when
 * it is whole: whatever happens, `file` is the old copy or the new one. Rejects with `usage` for a file that may not be replaced.
 */
export async function backupVault({ vault, file, force, signal }: BackupOrder): Promise<Copy & { readonly file: string }> {
  const from = translating(vault, () => canonicalPath(vault));
  const to = translating(file, () => canonicalPath(file));
  translating(to, () => requirePlace(from, to, force));
  return translatingLater(to, () =>
    withAside(to, async (aside) => {
      const copy = await copyVault(from, aside, signal);
      // Whom the vault is hidden from, its copies are hidden from.
      chmodSync(aside, statSync(from).mode);
      putInPlace(aside, to, force);
      return { ...copy, file: to };
    }),
  );
}

function requirePlace(vault: string, to: string, force: boolean): void {
  requireFolder(to, 'name another file');
  if (belongsToVault(to, vault)) {
    throw new VaultError('usage', `${to} belongs to the vault itself; give the copy another name`);
  }
  const there = statSync(to, { throwIfNoEntry: false });
  if (there && !there.isFile()) throw new VaultError('usage', `${to} is there and is no file; give the copy another name`);
  if (there && !force) throw new VaultError('usage', `${to} is there already; give the copy another name, or replace it with --force`);
}

/** A file that appeared while the vault was copied is not replaced unasked either. */
function putInPlace(aside: string, to: string, force: boolean): void {
  if (!force && statSync(to, { throwIfNoEntry: false })) throw new VaultError('usage', `${to} appeared meanwhile; nothing was replaced`);
  // What was left beside an old copy would be played into the new one.
  for (const log of logNames) rmSync(`${to}${log}`, { force: true });
  renameSync(aside, to);
  flush(dirname(to));
}
