import type { Reader } from '../core/ports.ts';

/**
 * Opens a vault in PostgreSQL to ask about it, or gives `undefined` where the database holds none yet. Rejects a vault older than the
 * program: only a run may migrate it.
 */
export async function openPostgresReader(url: string): Promise<Reader | undefined> {
  throw new Error(`not written yet: ${url.length}`);
}
