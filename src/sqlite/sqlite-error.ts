import { type ErrorCode, VaultError } from '../core/errors.ts';

type Sentence = readonly [codes: RegExp, code: ErrorCode, sentence: (path: string) => string];

const diskFull = /^(SQLITE_FULL|ENOSPC|EDQUOT)/;

/** SQLite gives this for a disk quota and for a broken disk alike, and the second one for a full disk too. */
const unwritten = /^SQLITE_IOERR_(WRITE|SHMSIZE)/;

const sentences: readonly Sentence[] = [
  [
    /^(MODULE_NOT_FOUND|ERR_DLOPEN_FAILED)/,
    'configuration',
    () =>
      'SQLite cannot be loaded: better-sqlite3 was not built, or for another version of Node; install the program again, with npm 12 or newer so: ' +
      'npm install --global --allow-scripts=better-sqlite3, or in a project: npm install-scripts approve better-sqlite3',
  ],
  [diskFull, 'database', (path) => `${path}: the disk is full; make room, then run again`],
  [unwritten, 'database', (path) => `${path}: the disk is full, or it failed to write; make room or check the disk, then run again`],
  [
    /^(SQLITE_READONLY|SQLITE_PERM|EACCES|EPERM|EROFS)/,
    'database',
    (path) =>
      `${path}: no permission to use it as a vault; let this user read and write the file, its folder, and the -wal and -shm files beside it, if any`,
  ],
  [
    /^(SQLITE_CANTOPEN|ELOOP|ENOTDIR|ENAMETOOLONG|EISDIR)/,
    'database',
    (path) => `${path} cannot be opened; check that it is a file, and that this user may write it and its folder`,
  ],
  [/^SQLITE_NOTADB/, 'configuration', (path) => `${path} is not a vault; name another file`],
  [/^SQLITE_CORRUPT/, 'database', (path) => `${path} is damaged; restore a backup, or save what is left with: sqlite3 ${path} .recover`],
  [/^SQLITE_(BUSY|LOCKED)/, 'database', (path) => `${path} is kept locked by another program; end that program, then run again`],
  [/^(SQLITE_IOERR|EIO)/, 'database', (path) => `${path}: the disk failed while it was read or written; check the disk, then run again`],
];

/** Does some work on the file at `path`, and turns what SQLite and the file system throw into a VaultError about that file. */
export function translating<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw translate(error, path);
  }
}

/** The same for work that ends later. */
export async function translatingLater<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw translate(error, path);
  }
}

/** Whether an error says that another connection holds the lock which was asked for. */
export function isBusy(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_BUSY');
}

/** Whether an error says that pages of the database do not fit together. */
export function isCorrupt(error: unknown): error is Error {
  return codeOf(error).startsWith('SQLITE_CORRUPT');
}

/** Whether an error says, or may say, that there is no room left. */
export function isDiskFull(error: unknown): boolean {
  return diskFull.test(codeOf(error)) || unwritten.test(codeOf(error));
}

/** A broken constraint or a value of another type is a bug of ours, not a failure of the disk: it and everything unknown pass unchanged. */
function translate(error: unknown, path: string): unknown {
  const code = codeOf(error);
  const known = sentences.find(([codes]) => codes.test(code));
  if (known) return new VaultError(known[1], known[2](path), { cause: error });
  if (!isSqliteError(error) || /^SQLITE_(CONSTRAINT|MISMATCH)/.test(code)) return error;
  return new VaultError('database', `${path}: ${error.message}; check the file with: sqlite3 ${path} 'pragma integrity_check'`, {
    cause: error,
  });
}

/** By name: the native library makes its errors with the class of whichever copy of better-sqlite3 the process loaded last. */
function isSqliteError(error: unknown): error is Error {
  return error instanceof Error && error.name === 'SqliteError';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
