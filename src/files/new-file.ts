import { closeSync, fchmodSync, fsyncSync, openSync, statSync, writeSync } from 'node:fs';
import { VaultError } from '../core/errors.ts';
import { nameAside, removeAside } from './aside.ts';
import { putInPlace } from './place.ts';

/** Who may read a new file, as in `stat`, whether it may replace another, and what to do where it cannot be written. */
export interface Placing {
  readonly mode: number;
  readonly force: boolean;
  readonly remedy: string;
}

/** A file that is written aside and renamed when it is whole: whatever happens, its path is the old file or the new one. */
export interface NewFile {
  append(chunk: Uint8Array): void;
  /** Puts it in its place, and gives its bytes. */
  finish(): number;
  /** Leaves nothing of what is not in its place yet. */
  abandon(): void;
}

/** Begins a file, in a folder that is there. Throws VaultError `database` for what the disk refuses. */
export function openNewFile(path: string, { mode, force, remedy }: Placing): NewFile {
  const { aside, descriptor } = onDisk({ path, remedy }, () => {
    const aside = nameAside(path);
    removeAside(aside);
    // The old file's, where there is one: who may read it has been decided.
    const kept = statSync(path, { throwIfNoEntry: false })?.mode;
    const descriptor = openSync(aside, 'wx', mode & 0o666);
    if (kept !== undefined) fchmodSync(descriptor, kept & 0o777);
    return { aside, descriptor };
  });
  let bytes = 0;
  let isOpen = true;
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    closeSync(descriptor);
  };
  return {
    append: (chunk) =>
      onDisk({ path, remedy }, () => {
        for (let written = 0; written < chunk.length;) written += writeSync(descriptor, chunk, written);
        bytes += chunk.length;
      }),
    finish: () =>
      onDisk({ path, remedy }, () => {
        fsyncSync(descriptor);
        close();
        putInPlace(aside, path, { force });
        return bytes;
      }),
    abandon() {
      close();
      removeAside(aside);
    },
  };
}

/** What the file system refuses, as a sentence about this path; a full disk has its own remedy. */
export function onDisk<Result>({ path, remedy }: { path: string; remedy: string }, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof VaultError || !(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error;
    const full = error.code === 'ENOSPC' || error.code === 'EDQUOT';
    const reason = full ? 'the disk is full; make room, then try again' : `it cannot be written (${error.code}); ${remedy}`;
    throw new VaultError('database', `${path}: ${reason}`, { cause: error });
  }
}
