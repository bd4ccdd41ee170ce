import type { Database } from 'better-sqlite3';
import type { Store } from '../core/ports.ts';
import { inParts } from '../core/retention.ts';
import { isEnded } from '../core/summary.ts';
import { requireFolder } from '../files/folder.ts';
import { canonicalPath } from '../files/place.ts';
import { closeStore } from './close-store.ts';
import { type Lock, takeLock } from './lock.ts';
import { ownMigrations } from '../files/migrations.ts';
import { openWritable } from './open.ts';
import { requireFinished } from './open-whole.ts';
import { once } from '../core/once.ts';
import { orClose } from './or-close.ts';
import { createPruner } from './pruning.ts';
import { createSqliteReader } from './reader.ts';
import { createRereadWriter } from './reread-writer.ts';
import { createRunWriter } from './run-writer.ts';
import { translating } from './sqlite-error.ts';
import { isVault } from './vault-file.ts';

/**
 * Opens a vault to write runs, and holds it until closed; makes it where the file is missing or empty, migrates an older one.
 * Rejects with `locked` while another process holds it, with `configuration` for a file that is no vault of ours, or that a copy has only
 * begun to fill.
 */
export async function openSqliteStore(given: string, { migrations = ownMigrations('sqlite') } = {}): Promise<Store> {
  const path = translating(given, () => canonicalPath(given));
  return translating(path, () => {
    requireFolder(path, 'name another file with --db');
    // Before the lock, so that no file appears beside one that is not ours.
    isVault(path, migrations.length);
    const lock = takeLock(path);
    return orClose(lock, () => {
      const db = openWritable(path, migrations);
      return orClose(db, () => {
        requireFinished(db, path);
        return createSqliteStore(db, { path, lock });
      });
    });
  });
}

function createSqliteStore(db: Database, { path, lock }: { path: string; lock: Lock }): Store {
  const reader = createSqliteReader(db, path);
  const writer = createRunWriter(db);
  const pruner = createPruner(db);
  const saveReread = once(() => createRereadWriter(db));
  writer.letGo();
  return {
    ...reader,
    startRun: async (start) => translating(path, () => writer.start(start)),
    spend: async (day, units) => translating(path, () => writer.spend(day, units)),
    finishRun: async (finished) => {
      translating(path, () => writer.finish(finished));
      const record = await reader.findRun(finished.run);
      if (!isEnded(record)) throw new Error(`run ${finished.run} was finished and is not kept`);
      return record;
    },
    saveReread: async (run, items) => translating(path, () => saveReread()(run, items)),
    partsToPrune: async (runs) => inParts(runs),
    prune: async (runs) => translating(path, () => pruner.prune(runs)),
    compact: async () => translating(path, () => pruner.compact()),
    clear: async () => translating(path, () => writer.clear()),
    isHeld: async () => db.open || reader.isHeld(),
    close: async () => translating(path, () => closeStore(db, lock)),
  };
}
