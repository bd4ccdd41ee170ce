import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of a size of its own. */
export interface Disk {
  readonly folder: string;
  grow(kib: number): void;
}

/** Why no disk can be made here; `undefined` where it can. */
export function missingTmpfs(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'vault-disk-'));
  try {
    const { error, status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]);
    if (error || status !== 0) return 'no tmpfs can be mounted (root may, or a container with the capability SYS_ADMIN)';
    execFileSync('umount', [folder]);
    return undefined;
  } finally {
    rmdirSync(folder);
  }
}

/** Does some work on a new disk of `kib` KiB, and takes it away again whatever comes of the work. */
export async function onDisk<Done>(kib: number, work: (disk: Disk) => Promise<Done>): Promise<Done> {
  const folder = mkdtempSync(join(tmpdir(), 'vault-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kib}k`, 'tmpfs', folder]);
  // Lazily: a process that the check gave up on may still hold a file.
  const unmount = (): void => {
    execFileSync('umount', ['--lazy', folder]);
    rmdirSync(folder);
  };
  process.once('exit', unmount);
  try {
    return await work({ folder, grow: (more) => void execFileSync('mount', ['-o', `remount,size=${more}k`, folder]) });
  } finally {
    process.off('exit', unmount);
    unmount();
  }
}
