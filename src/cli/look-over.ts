import type { Check } from '../ops/check.ts';
import type { Edges } from './edges.ts';
import { findVault } from './vault.ts';

/** What doctor saw of a vault, whatever keeps it. */
export interface VaultView {
  /** The version of what is built in to keep it, where anything is. */
  readonly sqlite: string | undefined;
  readonly checks: readonly Check[];
  /** Whether there is a vault, or something in its place that cannot be read as one. */
  readonly isThere: boolean;
  /** Whether this version can read it, and trust what it reads. */
  readonly isSound: boolean;
  /** Bytes of it, without what the next runs can fill again, and those left on its disk; `undefined` where nobody can tell. */
  readonly room: { readonly usedBytes: number; readonly freeBytes: number } | undefined;
}

/** Looks over the vault that `--db` names, and changes nothing. */
export async function lookOver(db: string, { cwd, clock }: Edges): Promise<VaultView> {
  const { file } = findVault(db, cwd);
  if (file !== undefined) return (await import('./look-over-file.ts')).lookOverFile(file);
  return (await import('./look-over-server.ts')).lookOverServer(db, clock.now);
}
