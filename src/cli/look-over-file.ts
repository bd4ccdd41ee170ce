import type { VaultPlace } from '../core/condition.ts';
import { orVaultError, VaultError } from '../core/errors.ts';
import { checkVault, type VaultFacts } from '../ops/check-vault.ts';
import { inspectPlace, inspectVault, sqliteVersion } from '../sqlite/inspect.ts';
import type { VaultView } from './look-over.ts';

/** Looks over a vault in a file, page by page. */
export function lookOverFile(file: string): VaultView {
  const facts = lookAt(file);
  const { place, condition } = facts;
  const read = condition instanceof VaultError ? undefined : condition;
  return {
    sqlite: sqliteVersion(),
    checks: checkVault(facts),
    isThere: condition !== undefined,
    // A damaged one may give wrong answers.
    isSound: read !== undefined && read.brokenPages.length === 0 && read.format === read.newestFormat,
    room: place.folder === 'missing' ? undefined : { usedBytes: read ? read.bytes - read.freeBytes : 0, freeBytes: place.diskFreeBytes },
  };
}

function lookAt(database: string): VaultFacts {
  const place = orError(() => inspectPlace(database));
  if (place instanceof VaultError) return { database, place: nowhere, condition: place };
  return { database, place, condition: orError(() => inspectVault(database)) };
}

const nowhere: VaultPlace = { folder: 'missing', networkFileSystem: undefined, diskFreeBytes: 0 };

function orError<Result>(work: () => Result): Result | VaultError {
  try {
    return work();
  } catch (error) {
    return orVaultError(error);
  }
}
