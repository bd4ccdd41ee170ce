import { closeSync, fchmodSync, fsyncSync, openSync, statSync, writeSync } from 'node:fs';
import { VaultError } from '../core/errors.ts';
import type { DatasetRow } from '../core/dataset.ts';
import { nameAside, removeAside } from '../files/aside.ts';
import { putInPlace } from '../files/place.ts';
import type { Encoder } from './encoder.ts';

/** Rows on their way out, and what has come of them. */
export interface Sink {
  write(rows: readonly DatasetRow[]): void | Promise<void>;
  /** Puts what was written in its place, and gives how much that is; `undefined` where it has no place. */
  finish(): Written | Promise<undefined>;
  /** Leaves nothing of what is not in its place yet. */
  abandon(): void;
  /** Whether nobody wants the rest. */
  isOver(): boolean;
}

/** Files that are whole and in their place. */
interface Written {
  readonly files: number;
  readonly rows: number;
  readonly bytes: number;
}

/** Who may read a new file, as in `stat`, and whether it may replace another. */
export interface Placing {
  readonly mode: number;
  readonly force: boolean;
}

/** A file that is written aside and renamed when it is whole: whatever happens, `path` is the old file or the new one. */
export interface ExportFile extends Sink {
  write(rows: readonly DatasetRow[]): void;
  finish(): Written;
  /** How much text is held back, in characters. */
  readonly pending: number;
  flush(): void;
}

/** Begins a file, in a folder that is there. Throws VaultError `database` for what the disk refuses. */
export function openExportFile(path: string, encoder: Encoder, { mode, force }: Placing): ExportFile {
  const { aside, descriptor } = onDisk(path, () => {
    const aside = nameAside(path);
    removeAside(aside);
    // The old file's, where there is one: who may read it has been decided.
    const kept = statSync(path, { throwIfNoEntry: false })?.mode;
    const descriptor = openSync(aside, 'wx', mode & 0o666);
    if (kept !== undefined) fchmodSync(descriptor, kept & 0o777);
    return { aside, descriptor };
  });
  let [rows, bytes] = [0, 0];
  let isOpen = true;
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    closeSync(descriptor);
  };
  const append = (chunk: Uint8Array): void =>
    onDisk(path, () => {
      for (let written = 0; written < chunk.length;) written += writeSync(descriptor, chunk, written);
      bytes += chunk.length;
    });
  return {
    get pending() {
      return encoder.pending;
    },
    write(more) {
      append(encoder.encode(more));
      rows += more.length;
    },
    flush: () => append(encoder.flush()),
    finish() {
      append(encoder.end());
      onDisk(path, () => {
        fsyncSync(descriptor);
        close();
        putInPlace(aside, path, { force });
      });
      return { files: 1, rows, bytes };
    },
    abandon() {
      close();
      removeAside(aside);
    },
    isOver: () => false,
  };
}

/** What the file system refuses, as a sentence about this path. */
export function onDisk<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof VaultError || !(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error;
    const full = error.code === 'ENOSPC' || error.code === 'EDQUOT';
    const remedy = full
      ? 'the disk is full; make room, then export again'
      : `it cannot be written (${error.code}); name another place with --out`;
    throw new VaultError('database', `${path}: ${remedy}`, { cause: error });
  }
}
