import type { Reader, Store } from '../core/ports.ts';
import { systemClock } from '../cli/edges.ts';
import { openStore as openVault } from '../cli/open-store.ts';
import { findVault, type Vault } from '../cli/vault.ts';
import { interruptionBy } from './interruption.ts';
import { readOption } from './read-option.ts';

/** Answers questions about a vault; what others write meanwhile is seen, and keeps nobody waiting. */
export type VaultReader = Pick<
  Reader,
  | 'latestRun'
  | 'findRun'
  | 'listRuns'
  | 'outcomes'
  | 'recentCounts'
  | 'lastStoredAt'
  | 'notBefore'
  | 'quotaUsed'
  | 'storedRange'
  | 'places'
  | 'snapshotsOf'
  | 'placesOf'
  | 'findVideos'
  | 'rows'
  | 'countRows'
  | 'close'
>;

/** A vault, held to write runs until it is closed. */
export type VaultStore = VaultReader & Pick<Store, 'startRun' | 'spend' | 'finishRun'>;

/** How long to wait for a vault. */
export interface OpenOptions {
  /** Milliseconds to wait while another run holds the vault; 0 unless given. */
  readonly waitMs?: number;
  /** Ends the waiting, for another run and for a server that is lost. */
  readonly signal?: AbortSignal;
}

/**
 * Opens a vault to write runs, and holds it until it is closed; makes it where there is none, and brings one of an older version up to date.
 *
 * @param address - The path of a file of SQLite, or a database as `postgres://user:password@host/database`.
 * @throws VaultError `usage` for what is neither, `locked` while another run holds the vault, `configuration` for a file that is no vault
 * or one of a newer version, `database` where the disk or the server fails.
 */
export async function openStore(address: string, { waitMs = 0, signal }: OpenOptions = {}): Promise<VaultStore> {
  const vault = await vaultAt(address);
  const { interruption, forget } = interruptionBy(signal);
  // A server that is lost later is looked for again until the signal, too.
  const store = await openVault(vault, { clock: systemClock, interruption, timeZone: undefined }, { waitMs }).catch((error: unknown) => {
    forget();
    throw error;
  });
  return { ...store, close: () => store.close().finally(forget) };
}

/**
 * Opens a vault to ask it questions; `undefined` where there is none yet.
 *
 * @param address - As for `openStore`.
 * @throws VaultError as `openStore`, but never `locked`; `configuration` also for a vault of an older version, until a run has brought it
 * up to date.
 */
export async function openReader(address: string): Promise<VaultReader | undefined> {
  return (await vaultAt(address)).openReader();
}

async function vaultAt(address: string): Promise<Vault> {
  return findVault(await readOption('db', 'address', address), process.cwd());
}
