import { once } from 'node:events';
import { expect, test } from 'vitest';
import { lastWord, startProcess } from '../sqlite/other-process.ts';
import { temporaryVault } from '../sqlite/temporary-vault.ts';

/** Makes garbage, a turn of the event loop after the other, until all that is garbage has been collected some times. */
const script = `
  await openSqliteStore(path).then((store) => store.close());
  for (let time = 0; time < 5; time += 1) await openSqliteReader(path).then((reader) => reader.close());
  // One that nothing was asked of, as where the file turns out to be read-only.
  for (let time = 0; time < 5; time += 1) new (require('better-sqlite3'))(':memory:').close();
  for (let turn = 0, junk; turn < 300; turn += 1) {
    junk = Array.from({ length: 20_000 }, (_, place) => ({ place }));
    await new Promise((resolve) => setImmediate(resolve, junk));
  }
  tell('whole');
`;

// Node 24 is the one that it ended.
test('a process outlives the collection of what SQLite left it', async () => {
  const child = await startProcess(await temporaryVault(), script);
  const ended = once(child, 'exit');
  expect([await lastWord(child), await ended]).toEqual(['whole', [0, null]]);
});
