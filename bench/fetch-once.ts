import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { type Ended, runProcess } from './process.ts';
import type { Youtube } from './youtube/start.ts';

/** The program, wherever a process is started. */
export const vaultScript = resolve('bin/vault.js');

/** What a fetch is told of the stand-in, and that no number of runs is too much. */
export function fetchSettings({ url }: Youtube): Record<string, string> {
  return { VAULT_API_URL: url, YOUTUBE_API_KEY: 'bench', VAULT_QUOTA_PER_DAY: '1000000000' };
}

/** One `vault fetch` of the default regions as people run it, whole; throws where it did not store every chart. */
export function fetchOnce(youtube: Youtube, vault: string): Ended {
  // Not where a developer may have a .env.
  const ended = runProcess(process.execPath, [vaultScript, 'fetch', '--db', vault], { cwd: dirname(vault), env: fetchSettings(youtube) });
  requireStored(vault, 7 * 25);
  return ended;
}

/** Throws unless the last run of a vault is complete and has so many appearances. */
export function requireStored(vault: string, appearances: number): void {
  const db = new Database(vault, { fileMustExist: true });
  const last = db.prepare<[], { run_id: number; status: string }>('SELECT run_id, status FROM runs ORDER BY run_id DESC LIMIT 1').get();
  const stored = db
    .prepare<[number], number>('SELECT count(*) FROM appearances WHERE run_id = ?')
    .pluck()
    .get(last?.run_id ?? 0);
  db.close();
  if (last?.status === 'complete' && stored === appearances) return;
  throw new Error(`a fetch is ${last?.status} and stored ${stored} appearances instead of ${appearances}`);
}
