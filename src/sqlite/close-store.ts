import type { Database } from 'better-sqlite3';
import type { Lock } from './lock.ts';
import { isDiskFull } from './sqlite-error.ts';

/**
 * What is not yet in the vault's own file goes there, so that the vault at rest is one file; and only then the lock goes.
 *
 * On a full disk it stays where it is, which is as safe: whoever opens the vault next brings it over. A run that was stored must
 * not end as if it were not.
 */
export function closeStore(db: Database, lock: Lock): void {
  if (!db.open) return;
  try {
    // Not waited for: a reader in the middle of a query leaves the rest to whoever closes last.
    db.pragma('busy_timeout = 0');
    db.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (!isDiskFull(error)) throw error;
  } finally {
    db.close();
    lock.close();
  }
}
