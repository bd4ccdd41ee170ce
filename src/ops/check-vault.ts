import type { VaultCondition, VaultPlace } from '../core/condition.ts';
import type { VaultError } from '../core/errors.ts';
import { type Check, failure, ok, splitMessage, warning } from './check.ts';

/** The vault's file, and the place it is in. */
export interface VaultFacts {
  readonly database: string;
  readonly place: VaultPlace;
  /** `undefined` where there is no vault yet; an error for a file that cannot be read as one. */
  readonly condition: VaultCondition | VaultError | undefined;
}

/** Checks of the vault's file: that it can be used, is sound, and lies where it can be kept. */
export function checkVault({ database, place, condition }: VaultFacts): Check[] {
  if (condition && 'code' in condition) return [checkReadable(condition), ...checkFileSystem(place)];
  if (place.folder === 'missing') {
    return [failure('vault', 'database', `${database}: its folder does not exist`, 'make the folder, or name another file with --db')];
  }
  if (condition === undefined) return [checkMissing(database, place), ...checkFileSystem(place)];
  const { brokenPages, orphans } = condition;
  return [
    checkAccess(database, place, condition),
    checkSound('integrity', brokenPages, 'its pages fit together'),
    checkSound('foreign keys', orphans, 'every row refers to rows that are there'),
    checkFormat(condition),
    checkJournal(condition),
    ...checkFileSystem(place),
  ];
}

/** What keeps a vault from being looked at. */
export function checkReadable(
  error: VaultError,
  { name = 'vault', otherwise = 'restore a backup: vault restore FILE' }: { name?: string; otherwise?: string } = {},
): Check {
  const { fact, remedy } = splitMessage(error);
  return failure(name, error.code, fact, remedy || otherwise);
}

function checkMissing(database: string, { folder }: VaultPlace): Check {
  if (folder === 'writable') return warning('vault', `${database}: no vault yet`, 'vault fetch makes it');
  return failure(
    'vault',
    'database',
    `${database}: no vault yet, and you may not write to its folder`,
    'let this user write to the folder',
  );
}

function checkAccess(database: string, { folder }: VaultPlace, { writable }: VaultCondition): Check {
  if (writable && folder === 'writable') return ok('vault', `${database} can be read and written`);
  const what = writable ? 'its folder cannot be written' : 'it cannot be written';
  return failure('vault', 'database', `${database} can be read, but ${what}`, 'let this user write the file and its folder');
}

function checkSound(name: string, damage: readonly string[], sound: string): Check {
  if (damage.length === 0) return ok(name, sound);
  return failure(name, 'database', `the vault is damaged: ${damage.join(', ')}`, 'restore a backup: vault restore FILE');
}

/** Whether this version knows the format of a vault, and has no newer one. */
export function checkFormat({ format, newestFormat }: Pick<VaultCondition, 'format' | 'newestFormat'>): Check {
  if (format === newestFormat) return ok('schema', `format ${format}, the newest`);
  if (format < newestFormat)
    return warning('schema', `format ${format}, and ${newestFormat} is the newest`, 'the next vault fetch brings it up to date');
  return failure('schema', 'configuration', `format ${format}, made by a newer version of this program`, 'install that version');
}

function checkJournal({ journalMode }: VaultCondition): Check {
  if (journalMode === undefined) return ok('journal mode', 'cannot be told of a vault that can only be read');
  if (journalMode === 'wal') return ok('journal mode', 'WAL: readers and a run do not wait for each other');
  return warning('journal mode', `${journalMode}, not WAL: readers and a run wait for each other`, 'the next vault fetch mends it');
}

function checkFileSystem({ folder, networkFileSystem }: VaultPlace): Check[] {
  if (folder === 'missing') return [];
  if (networkFileSystem === undefined) return [ok('file system', 'not known to be a network one: fit for WAL')];
  const fact = `the vault lies on ${networkFileSystem}, where two machines can damage an SQLite file in WAL mode`;
  return [failure('file system', 'database', fact, 'keep the vault on a local disk, and copies there: vault backup FILE')];
}
