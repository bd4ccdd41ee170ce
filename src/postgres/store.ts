import type { Clock, Store } from '../core/ports.ts';

/** How long to look for the server again when the connection is lost: ms from now on, by `clock`. */
export interface Patience {
  readonly clock: Clock;
  readonly retryMs: number;
}

/**
 * Opens a vault in PostgreSQL to write runs, and holds it until closed; makes it where the database holds none, migrates an older one.
 * Rejects with `locked` while another process holds it, with `configuration` for a database that holds other tables of these names.
 */
export async function openPostgresStore(url: string, patience: Patience): Promise<Store> {
  throw new Error(`not written yet: ${url.length}${patience.retryMs}`);
}
