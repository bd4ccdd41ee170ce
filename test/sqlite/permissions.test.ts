import { chmodSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Store } from '../../src/core/ports.ts';
import { openSqliteStore } from '../../src/sqlite/store.ts';
import { sampleOutcome, sampleVideo, startRun, storeRun } from '../store/sample-run.ts';
import { lastWord, startProcess } from './other-process.ts';
import { folderNames, temporaryVault } from './temporary-vault.ts';

const readAll = `
  const reader = await openSqliteReader(path);
  const held = await reader.isHeld();
  const runs = await reader.listRuns(5);
  await reader.close();
  tell({ held, runs });
`;

const openStore = 'await openSqliteStore(path).then(() => tell("opened"), ({ code, message }) => tell({ code, message }));';

async function vaultWithRun(): Promise<{ path: string; store: Store; runs: unknown[] }> {
  const path = await temporaryVault();
  const store = await openSqliteStore(path);
  onTestFinished(() => store.close());
  return { path, store, runs: [await storeRun(store, [sampleOutcome('PL', [sampleVideo('a')])])] };
}

/** What a script tells that runs as somebody else, who finds the vault's file and folder with these modes, and the files then. */
async function asStranger(path: string, script: string, modes: { file: number; folder: number }) {
  const folder = dirname(path);
  onTestFinished(() => chmodSync(folder, 0o755));
  chmodSync(path, modes.file);
  chmodSync(folder, modes.folder);
  const told = await lastWord(await startProcess(path, script, { unprivileged: true }));
  chmodSync(folder, 0o755);
  return { told, files: folderNames(path) };
}

const atRest = ['vault.db', 'vault.db.lock'];
const readable = [
  { which: 'a file and folder', file: 0o444, folder: 0o555 },
  // Here SQLite alone would leave a -wal and a -shm that belong to the reader, and the next run could not open them.
  { which: 'a file in a folder', file: 0o444, folder: 0o777 },
  { which: 'a folder with a file', file: 0o666, folder: 0o555 },
];

test.each(readable)('$which that may only be read can be read at rest, and nothing is left behind', async ({ file, folder }) => {
  const { path, store, runs } = await vaultWithRun();
  await store.close();
  expect(await asStranger(path, readAll, { file, folder })).toEqual({ told: { held: false, runs }, files: atRest });
});

test.each(readable)('$which that may only be read can be read during a run', async ({ file, folder }) => {
  const { path, store, runs } = await vaultWithRun();
  const run = await startRun(store);
  const running = { run, status: 'running', startedAt: '2026-11-23T12:00:00.000Z' };
  const { told } = await asStranger(path, readAll, { file, folder });
  expect(told).toEqual({ held: true, runs: [running, ...runs] });
  await store.close();
  expect(folderNames(path)).toEqual(atRest);
});

test.each(readable)('a store refuses $which that may only be read', async ({ file, folder }) => {
  const { path, store } = await vaultWithRun();
  await store.close();
  const { told, files } = await asStranger(path, openStore, { file, folder });
  expect(told).toMatchObject({ code: 'database', message: expect.stringContaining('let this user read and write') as string });
  expect(files).toEqual(atRest);
});

test('a lock file that may only be read locks nothing, and is refused', async () => {
  const { path, store } = await vaultWithRun();
  await store.close();
  chmodSync(`${path}.lock`, 0o444);
  const { told } = await asStranger(path, openStore, { file: 0o666, folder: 0o777 });
  expect(told).toMatchObject({ code: 'database', message: expect.stringContaining(`${path}.lock: no permission`) as string });
});

test('a vault that may not be read is no empty vault', async () => {
  const { path, store } = await vaultWithRun();
  await store.close();
  const ask = 'await openSqliteReader(path).then(() => tell("opened"), ({ code }) => tell(code));';
  expect((await asStranger(path, ask, { file: 0o000, folder: 0o755 })).told).toBe('database');
  expect((await asStranger(path, ask, { file: 0o644, folder: 0o000 })).told).toBe('database');
});
