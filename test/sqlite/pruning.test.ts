import { once } from 'node:events';
import type Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { ownMigrations } from '../../src/files/migrations.ts';
import { openWritable } from '../../src/sqlite/open.ts';
import { createPruner } from '../../src/sqlite/pruning.ts';
import { createRunWriter } from '../../src/sqlite/run-writer.ts';
import { finishedRun, sampleOutcome, sampleVideo } from '../store/sample-run.ts';
import { firstWord, startProcess } from './other-process.ts';
import { queryFile, temporaryVault } from './temporary-vault.ts';

const rejections = [{ position: 9, reason: 'no title', item: {} }];

/** A vault in which each run saw the videos of these numbers. */
async function vaultOf(runs: readonly (readonly number[])[]): Promise<{ path: string; db: Database.Database }> {
  const path = await temporaryVault();
  const db = openWritable(path, ownMigrations('sqlite'));
  onTestFinished(() => void db.close());
  const writer = createRunWriter(db);
  for (const numbers of runs) {
    const run = writer.start({ startedAt: '2026-11-23T12:00:00.000Z', version: '1.2.3' });
    const videos = numbers.map((number) => sampleVideo(`v${number}`));
    writer.finish(finishedRun(run, [sampleOutcome('PL', videos, { rejections }), sampleOutcome('US', videos)]));
  }
  return { path, db };
}

const content = (path: string): unknown =>
  ['runs', 'charts', 'videos', 'snapshots', 'appearances', 'rejections', 'search_documents'].map((name) =>
    queryFile(path, `SELECT * FROM ${name}`),
  );

test('whichever runs go, no row refers to one that is gone, and every video is searched that is there', async () => {
  const numbers = fc.uniqueArray(fc.nat(5), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(numbers, fc.nat(2)), { maxLength: 8 }), async (runs) => {
      const { path, db } = await vaultOf(runs.map(([videos]) => videos));
      const pruner = createPruner(db);
      // In two parts: the second finds videos whose first run is gone.
      for (const part of [1, 2]) pruner.prune(runs.flatMap(([, goesIn], index) => (goesIn === part ? [index + 1] : [])));
      expect(db.pragma('foreign_key_check')).toEqual([]);
      const left = queryFile(path, 'SELECT DISTINCT video_id FROM snapshots ORDER BY 1');
      expect(queryFile(path, 'SELECT video_id FROM videos ORDER BY 1')).toEqual(left);
      expect(queryFile(path, 'SELECT video_id FROM search_documents ORDER BY 1')).toEqual(left);
      expect(queryFile(path, 'SELECT rowid FROM search')).toHaveLength(left.length);
      db.close();
    }),
    { numRuns: 40 },
  );
});

test('references are checked again when runs are gone', async () => {
  const { db } = await vaultOf([[1], [2]]);
  createPruner(db).prune([1]);
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(() => db.exec(`DELETE FROM videos WHERE video_id = 'v2'`)).toThrow(/FOREIGN KEY/);
});

test('pruning that fails at its last table leaves everything as it was, and references are checked again', async () => {
  const { path, db } = await vaultOf([[1], [1, 2]]);
  db.exec(`CREATE TRIGGER full BEFORE DELETE ON videos BEGIN SELECT RAISE(ABORT, 'no room'); END`);
  const before = content(path);
  expect(() => createPruner(db).prune([1, 2])).toThrow(/no room/);
  expect(content(path)).toEqual(before);
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
});

test('pruning that is killed in its middle leaves everything as it was', async () => {
  const { path, db } = await vaultOf([[1], [1, 2]]);
  db.exec(`CREATE TRIGGER endless BEFORE DELETE ON videos BEGIN
    SELECT count(*) FROM (WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted) SELECT n FROM counted);
  END`);
  const before = content(path);
  const child = await startProcess(path, 'const store = await openSqliteStore(path); tell(1); await store.prune([1, 2]);');
  await firstWord(child);
  // Once nobody else may write, rows are being deleted.
  db.pragma('busy_timeout = 0');
  await vi.waitFor(() => expect(() => db.exec('BEGIN IMMEDIATE; ROLLBACK')).toThrow(/locked/), { timeout: 5000 });
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  db.exec('BEGIN IMMEDIATE; ROLLBACK');
  expect(content(path)).toEqual(before);
});
