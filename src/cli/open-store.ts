import { VaultError } from '../core/errors.ts';
import type { Holder, Store } from '../core/ports.ts';
import { sleep } from '../core/sleep.ts';
import { openSqliteReader } from '../sqlite/reader.ts';
import { openSqliteStore } from '../sqlite/store.ts';
import type { Edges } from './edges.ts';
import { formatTime } from '../text/format.ts';
import { plain } from '../text/plain.ts';

/** How often a run that waits looks whether it may start. */
const pollMs = 200;

/**
 * Opens a vault to write runs. Another run that holds it is waited for, up to `waitMs`, and `waiting` hears who that is; then
 * rejects with `locked`, naming the holder.
 */
export async function openStore(
  database: string,
  { clock, interruption, timeZone }: Edges,
  { waitMs, waiting }: { waitMs: number; waiting: (message: string) => Promise<void> } = { waitMs: 0, waiting: async () => {} },
): Promise<Store> {
  const until = clock.monotonic() + waitMs;
  for (let attempt = 1; ; attempt += 1) {
    const store = await unlessLocked(openSqliteStore(database));
    if (!(store instanceof VaultError)) return store;
    const leftMs = until - clock.monotonic();
    if (leftMs <= 0 || attempt === 1) {
      const message = `another run holds ${database}${describeHolder(await findHolder(database), timeZone)}`;
      if (leftMs <= 0) throw new VaultError('locked', `${message}; try again when it has ended`, { cause: store });
      await waiting(message);
    }
    await sleep(clock, Math.min(leftMs, pollMs), interruption);
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
async function findHolder(database: string): Promise<Holder | undefined> {
  try {
    const reader = await openSqliteReader(database);
    return await reader?.holder().finally(() => reader.close());
  } catch (error) {
    if (error instanceof VaultError) return undefined;
    throw error;
  }
}
