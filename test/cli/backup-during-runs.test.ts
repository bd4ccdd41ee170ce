import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { startServer } from '../../src/demo/server.ts';
import { backupVault } from '../../src/sqlite/backup.ts';
import { page } from '../support/source.ts';

const bin = fileURLToPath(new URL('../../bin/vault.js', import.meta.url));
const signal = new AbortController().signal;
const copies = 50;

/** The built program, as a process of its own; gives its exit code. */
function fetchOnce(cwd: string, apiUrl: string): Promise<number> {
  return new Promise((resolve) => {
    const env = { PATH: process.env['PATH'], VAULT_API_URL: apiUrl, YOUTUBE_API_KEY: 'backup-test-key' };
    const child = execFile(process.execPath, [bin, 'fetch', '--quiet'], { cwd, env }, () => resolve(child.exitCode ?? -1));
  });
}

test(
  `each of ${copies} copies made while runs come and go is sound, and has every run whole or not at all`,
  { timeout: 120_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vault-copies-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const server = await startServer(({ region }) => ({ ...page(region), delayMs: 20 }));
    onTestFinished(() => server.close());
    expect(await fetchOnce(folder, server.url)).toBe(0);

    const enough = new AbortController();
    const exitCodes: number[] = [];
    const fetching = (async () => {
      while (!enough.signal.aborted) exitCodes.push(await fetchOnce(folder, server.url));
    })();
    let inTheMiddle = 0;
    for (let number = 1; number <= copies; number += 1) {
      // Not before the next request, so that copies spread over the time of the runs.
      await untilAsked(server, server.requests.length + 1);
      const file = join(folder, `copy-${number}.db`);
      await backupVault({ vault: join(folder, 'vault.db'), file, force: false, signal });
      inTheMiddle += expectWhole(file);
    }
    enough.abort();
    await fetching;
    expect(new Set(exitCodes)).toEqual(new Set([0]));
    expect(inTheMiddle).toBeGreaterThan(copies / 2);
    expect(readdirSync(folder).filter((name) => /partial|-wal|-shm|-journal/.test(name))).toEqual([]);
  },
);

async function untilAsked(server: { readonly requests: { readonly length: number } }, count: number): Promise<void> {
  while (server.requests.length < count) await new Promise((resolve) => setTimeout(resolve, 1));
}

/** Gives the number of runs in the copy that had not ended. */
function expectWhole(file: string): number {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
    const rows = db
      .prepare<[], { status: string; charts: number; snapshots: number; appearances: number }>(
        `SELECT status,
          (SELECT count(*) FROM charts WHERE run_id = runs.run_id) AS charts,
          (SELECT count(*) FROM snapshots WHERE run_id = runs.run_id) AS snapshots,
          (SELECT count(*) FROM appearances WHERE run_id = runs.run_id) AS appearances
        FROM runs ORDER BY run_id DESC`,
      )
      .all();
    const running = rows.filter(({ status }) => status === 'running');
    for (const row of rows) {
      const whole = row.status === 'running' ? { charts: 0, snapshots: 0, appearances: 0 } : { charts: 7, snapshots: 21, appearances: 21 };
      expect(row).toMatchObject(whole);
    }
    return running.length;
  } finally {
    db.close();
  }
}
