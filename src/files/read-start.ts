import { closeSync, openSync, readSync } from 'node:fs';

/** The first bytes of a file, zeros where it is shorter. */
export function readStart(path: string, length: number): Buffer {
  const start = Buffer.alloc(length);
  const file = openSync(path, 'r');
  try {
    readSync(file, start, 0, length, 0);
  } finally {
    closeSync(file);
  }
  return start;
}
