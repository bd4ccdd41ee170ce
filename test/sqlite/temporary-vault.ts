import { readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';

/** A path for a vault, in a folder of its own that goes when the test ends. */
export async function temporaryVault(): Promise<string> {
  return temporaryPath('vault.db');
}

/** A path in a folder that everybody may look into and that goes when the test ends. */
export async function temporaryPath(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vault-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  return join(folder, name);
}

/** The rows of a query, over a connection of its own, which leaves no file behind. */
export function queryFile(path: string, sql: string): Record<string, unknown>[] {
  const db = new Database(path, { fileMustExist: true });
  try {
    return db.prepare<[], Record<string, unknown>>(sql).all();
  } finally {
    db.close();
  }
}

/** The files of the vault's folder with their bytes, but for shared memory, where SQLite notes who reads. */
export function folderContent(path: string): Record<string, string> {
  const folder = dirname(path);
  const names = readdirSync(folder).filter((name) => !name.endsWith('-shm'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name)).toString('base64')]));
}

/** The names of the files in the vault's folder. */
export function folderNames(path: string): string[] {
  return readdirSync(dirname(path)).toSorted();
}
