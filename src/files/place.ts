import { closeSync, existsSync, fsyncSync, lstatSync, openSync, readlinkSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { VaultError } from '../core/errors.ts';
import { requireFolder } from './folder.ts';

/** The one true path of a file, be it there or not, behind however many links: two names of one file must lead to the same place. */
export function canonicalPath(given: string): string {
  // better-sqlite3 trims names as well.
  const path = resolve(given.trim());
  // Throws for a link that leads to itself, where existsSync would say no.
  if (statSync(path, { throwIfNoEntry: false })) return realpathSync(path);
  // A link to a file that is not there yet: that file will be made, not another link.
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return canonicalPath(resolve(dirname(path), readlinkSync(path)));
  const folder = dirname(path);
  return existsSync(folder) ? join(realpathSync(folder), basename(path)) : path;
}

/** Throws VaultError for a path at which no file may be put: `usage` where something else is, or a file and no `force`. */
export function requirePlace(path: string, { force, remedy }: { force: boolean; remedy: string }): void {
  requireFolder(path, remedy);
  const there = statSync(path, { throwIfNoEntry: false });
  if (there && !there.isFile()) throw new VaultError('usage', `${path} is there and is no file; ${remedy}`);
  if (there && !force) throw new VaultError('usage', `${path} is there already; ${remedy}, or replace it with --force`);
}

/**
 * Gives a file that is whole its place, for good; what stands beside the old one under its name and one of `endings` goes with it. Throws
 * VaultError `usage` for a file that appeared there meanwhile, unless `force`.
 */
export function putInPlace(aside: string, path: string, { force, endings = [] }: { force: boolean; endings?: readonly string[] }): void {
  if (!force && statSync(path, { throwIfNoEntry: false }))
    throw new VaultError('usage', `${path} appeared meanwhile; nothing was replaced`);
  for (const ending of endings) rmSync(`${path}${ending}`, { force: true });
  renameSync(aside, path);
  flush(dirname(path));
}

/** Writes what the system still holds back, of a file or of a folder's names. */
export function flush(path: string): void {
  const onWindows = process.platform === 'win32';
  // There a folder cannot be flushed, and a file only by who may write it.
  if (onWindows && statSync(path).isDirectory()) return;
  const file = openSync(path, onWindows ? 'r+' : 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
