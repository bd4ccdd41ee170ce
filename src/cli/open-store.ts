import { VaultError } from '../core/errors.ts';
import type { Holder, Store } from '../core/ports.ts';
import { sleep } from '../core/sleep.ts';
import type { Edges } from './edges.ts';
import { formatTime } from '../text/format.ts';
import { plain } from '../text/plain.ts';
import type { Vault } from './vault.ts';

/** How long to wait: for another run, of which `waiting` hears, and for a server that is lost. */
interface Patience {
  readonly waitMs?: number;
  readonly waiting?: (message: string) => Promise<void>;
  readonly retryMs?: number;
}

/**
 * Opens a vault to write runs. Another run that holds it is waited for, up to `waitMs`, and `waiting` hears who that is; then
 * rejects with `locked`, naming the holder.
 */
export async function openStore(
  vault: Vault,
  { clock, interruption, timeZone }: Pick<Edges, 'clock' | 'interruption' | 'timeZone'>,
  { waitMs = 0, waiting = async () => {}, retryMs = 30_000 }: Patience = {},
): Promise<Store> {
  const until = clock.monotonic() + waitMs;
  for (let attempt = 1; ; attempt += 1) {
    const store = await unlessLocked(vault.openStore({ clock, retryMs, signal: interruption }));
    if (!(store instanceof VaultError)) return store;
    const leftMs = until - clock.monotonic();
    if (leftMs <= 0 || attempt === 1) {
      const message = `another run holds ${vault.name}${describeHolder(await findHolder(vault), timeZone)}`;
      if (leftMs <= 0) throw new VaultError('locked', `${message}; try again when it has ended`, { cause: store });
      await waiting(message);
    }
    await sleep(clock, Math.min(leftMs, vault.pollMs), interruption);
  }
}

/** `: process 4711 on newsdesk, since 23 Nov 2026, 18:40`, or nothing in the moment in which that is not yet written down. */
export function describeHolder(holder: Holder | undefined, timeZone: string | undefined): string {
  const since = Date.parse(holder?.since ?? '');
  return holder && Number.isFinite(since) ? `: ${plain(holder.who)}, since ${formatTime(since, timeZone)}` : '';
}

/** The store that is being opened, or the error that says who holds its vault. */
export async function unlessLocked(opening: Promise<Store>): Promise<Store | VaultError> {
  try {
    return await opening;
  } catch (error) {
    if (error instanceof VaultError && error.code === 'locked') return error;
    throw error;
  }
}

/** A vault that its first run is just making cannot be read yet; that it is held is known all the same. */
async function findHolder(vault: Vault): Promise<Holder | undefined> {
  try {
    const reader = await vault.openReader();
    return await reader?.holder().finally(() => reader.close());
  } catch (error) {
    if (error instanceof VaultError) return undefined;
    throw error;
  }
}
