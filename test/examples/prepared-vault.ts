import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openShell } from '../support/cli.ts';
import { createEagerClock } from '../support/test-clock.ts';

/** When the examples are run: processes have no other clock than the machine's. */
export const now = Date.now();

/** Runs that are old enough to be deleted, and two videos under the ids that examples ask for. */
const changes = `
  UPDATE runs SET started_at = strftime('%Y-%m-%dT%H:%M:%fZ', started_at, '-40 days') WHERE run_id < 4;
  CREATE TEMP TABLE named AS
    SELECT video_id, CASE row_number() OVER (ORDER BY video_id) WHEN 1 THEN 'dQw4w9WgXcQ' ELSE '-xQw4w9WgXc' END AS name
    FROM latest_videos ORDER BY video_id LIMIT 2;
  ${['videos', 'snapshots', 'appearances', 'search_documents']
    .map(
      (table) => `UPDATE ${table} SET video_id = (SELECT name FROM named WHERE named.video_id = ${table}.video_id)
      WHERE video_id IN (SELECT video_id FROM named);`,
    )
    .join('\n')}
`;

/** A vault of twelve runs of the demo, the last of them now, and three of more than a month ago. */
async function makeVault(): Promise<Buffer> {
  const shell = openShell();
  await shell.vault('demo --runs 12 --json', { clock: createEagerClock(now) });
  const path = join(shell.folder, 'vault-demo.db');
  const db = new Database(path);
  db.pragma('foreign_keys = OFF');
  db.exec(changes);
  db.close();
  return readFileSync(path);
}

let made: Promise<Buffer> | undefined;

/** Its bytes, made once a file of tests. */
export function prepareVault(): Promise<Buffer> {
  return (made ??= makeVault());
}
