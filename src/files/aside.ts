import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Does some work on a file of its own beside `target`, which has its place when it is whole, and is gone afterwards. What a process that
 * was killed left there goes as well.
 */
export async function withAside<Result>(target: string, work: (aside: string) => Promise<Result>): Promise<Result> {
  const aside = nameAside(target);
  try {
    return await work(aside);
  } finally {
    removeAside(aside);
  }
}

/**
 * A name of this process's own beside `target`, free to use: what a process that was killed left there goes. It begins with a dot, for
 * programs that read whole folders pass over such names.
 */
export function nameAside(target: string): string {
  for (const path of leftovers(target)) removeAside(path);
  return join(dirname(target), `.${basename(target)}.${process.pid}.partial`);
}

function leftovers(target: string): string[] {
  const [folder, name] = [dirname(target), basename(target)];
  return readdirSync(folder).flatMap((other) => {
    const pid = other.startsWith(`.${name}.`) ? /^(\d+)\.partial$/.exec(other.slice(name.length + 2))?.[1] : undefined;
    return pid === undefined || isAlive(Number(pid)) ? [] : [join(folder, other)];
  });
}

function isAlive(pid: number): boolean {
  // A process of ours that was killed may have had the number that this one has now.
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Removes a file aside, and what SQLite keeps beside one. */
export function removeAside(path: string): void {
  for (const part of ['', '-journal', '-wal', '-shm']) rmSync(`${path}${part}`, { force: true });
}
