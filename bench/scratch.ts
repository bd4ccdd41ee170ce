import { closeSync, constants, copyFileSync, fsyncSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** On the disk of the generated vaults: in a folder that is memory, a commit would cost nothing. */
const folder = resolve('node_modules/.cache/vault-bench/scratch');

/** A path for a file that one go writes; what an earlier go left there is gone. */
export function freshPath(name: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  for (const ending of ['', '-wal', '-shm', '.lock']) rmSync(`${path}${ending}`, { force: true });
  return path;
}

/** A copy of a closed vault for one go. On the disk already: else whoever commits first would pay for it. */
export function freshCopy(vault: string, name: string): string {
  const path = freshPath(name);
  copyFileSync(vault, path, constants.COPYFILE_FICLONE);
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
  return path;
}

/** Removes everything that was written. */
export function clearScratch(): void {
  rmSync(folder, { recursive: true, force: true });
}
