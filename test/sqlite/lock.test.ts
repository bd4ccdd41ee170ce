import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { takeLock } from '../../src/sqlite/lock.ts';
import { openSqliteReader } from '../../src/sqlite/reader.ts';
import { openSqliteStore } from '../../src/sqlite/store.ts';
import { firstWord, startProcess } from './other-process.ts';
import { folderNames, queryFile, temporaryVault } from './temporary-vault.ts';

/** A process that ended one run, started another, and holds the vault until it is killed. */
const runForever = `
  const store = await openSqliteStore(path);
  const start = { startedAt: '2026-11-23T12:00:00.000Z', version: '1.2.3' };
  const run = await store.startRun(start);
  const finishedAt = '2026-11-23T12:00:01.000Z';
  const record = await store.finishRun({ run, finishedAt, outcomes: [], videos: [] });
  await store.startRun(start);
  await store.spend('2026-11-23', 3);
  tell(record);
  // A store that nothing refers to any more is collected, and its lock with it; a bundler drops what only names it.
  setInterval(() => store.isHeld(), 1000);
`;

test('a run in another process holds the vault, and lets readers in', async () => {
  const path = await temporaryVault();
  const record = await firstWord(await startProcess(path, runForever));
  await expect(openSqliteStore(path)).rejects.toMatchObject({
    code: 'locked',
    message: `another run holds ${path}; try again when it has ended`,
  });
  const reader = await openSqliteReader(path);
  onTestFinished(() => reader?.close());
  expect(await reader?.isHeld()).toBe(true);
  expect(await reader?.latestRun()).toEqual(record);
});

test('a killed process frees the vault at once, its run stays running, and what it was told is kept', async () => {
  const path = await temporaryVault();
  const child = await startProcess(path, runForever);
  const record = await firstWord(child);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const reader = await openSqliteReader(path);
  expect(await reader?.isHeld()).toBe(false);
  const running = { run: 2, status: 'running', startedAt: '2026-11-23T12:00:00.000Z' };
  expect(await reader?.listRuns(5)).toEqual([running, record]);
  expect(await reader?.quotaUsed('2026-11-23')).toBe(3);
  await reader?.close();
  expect(folderNames(path)).toEqual(['vault.db', 'vault.db.lock']);
  expect(queryFile(path, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  const store = await openSqliteStore(path);
  onTestFinished(() => store.close());
  expect(await store.startRun({ startedAt: '2026-11-23T19:00:00.000Z', version: '1.2.3' })).toBe(3);
});

test('asking without end whether the vault is held never refuses it to a run', async () => {
  const path = await temporaryVault();
  await (await openSqliteStore(path)).close();
  const ask = 'const reader = await openSqliteReader(path); tell("asking"); for (;;) await reader.isHeld();';
  expect(await firstWord(await startProcess(path, ask))).toBe('asking');
  for (let attempt = 0; attempt < 200; attempt += 1) takeLock(path).close();
});
