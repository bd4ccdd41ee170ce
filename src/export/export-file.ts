import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { VaultError } from '../core/errors.ts';
import type { DatasetRow } from '../core/dataset.ts';
import { nameAside, removeAside } from '../files/aside.ts';
import type { Encoder } from './encoder.ts';

/** Rows on their way out, and what has come of them. */
export interface Sink {
  write(rows: readonly DatasetRow[]): void | Promise<void>;
  /** Puts what was written in its place, and gives how much that is. */
  finish(): Written | Promise<Written>;
  /** Leaves nothing of what is not in its place yet. */
  abandon(): void;
  /** Whether nobody wants the rest. */
  isOver?(): boolean;
}

/** Files that are whole and in their place. */
interface Written {
  readonly files: number;
  readonly bytes: number;
}

/** A file that is written aside and renamed when it is whole: whatever happens, `path` is the old file or the new one. */
export interface ExportFile extends Sink {
  write(rows: readonly DatasetRow[]): void;
  finish(): Written;
  readonly encoder: Encoder;
  flush(): void;
}

/** Begins a file, and its folders. Throws VaultError `database` for what the disk refuses. */
export function openExportFile(path: string, encoder: Encoder): ExportFile {
  const aside = onDisk(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    return nameAside(path);
  });
  const descriptor = onDisk(path, () => openSync(aside, 'w'));
  let bytes = 0;
  let isOpen = true;
  const close = (): void => {
    if (isOpen) closeSync(descriptor);
    isOpen = false;
  };
  const append = (chunk: Uint8Array): void =>
    onDisk(path, () => {
      for (let written = 0; written < chunk.length;) written += writeSync(descriptor, chunk, written);
      bytes += chunk.length;
    });
  return {
    encoder,
    write: (rows) => append(encoder.encode(rows)),
    flush: () => append(encoder.flush()),
    finish() {
      append(encoder.end());
      onDisk(path, () => {
        fsyncSync(descriptor);
        close();
        renameSync(aside, path);
      });
      return { files: 1, bytes };
    },
    abandon() {
      close();
      removeAside(aside);
    },
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
