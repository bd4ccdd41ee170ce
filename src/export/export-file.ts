import type { DatasetRow } from '../core/dataset.ts';
import { openNewFile, type Placing } from '../files/new-file.ts';
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

/** Rows in a file that has its place when it is whole. */
export interface ExportFile extends Sink {
  write(rows: readonly DatasetRow[]): void;
  finish(): Written;
  /** How much text is held back, in characters. */
  readonly pending: number;
  flush(): void;
}

/** Begins a file, in a folder that is there. Throws VaultError `database` for what the disk refuses. */
export function openExportFile(path: string, encoder: Encoder, placing: Placing): ExportFile {
  const file = openNewFile(path, placing);
  let rows = 0;
  return {
    get pending() {
      return encoder.pending;
    },
    write(more) {
      file.append(encoder.encode(more));
      rows += more.length;
    },
    flush: () => file.append(encoder.flush()),
    finish() {
      file.append(encoder.end());
      return { files: 1, rows, bytes: file.finish() };
    },
    abandon: () => file.abandon(),
    isOver: () => false,
  };
}
