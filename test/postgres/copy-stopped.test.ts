import { expect, test } from 'vitest';
import type { TableWriter } from '../../src/core/tables.ts';
import { openPostgresReader } from '../../src/postgres/reader.ts';
import { openPostgresStore } from '../../src/postgres/store.ts';
import { openPostgresTableReader } from '../../src/postgres/table-reader.ts';
import { openSqliteStore } from '../../src/sqlite/store.ts';
import { firstWord, startProcess } from '../sqlite/other-process.ts';
import { sampleOutcome, sampleVideo, storeRun } from '../store/sample-run.ts';
import { dumpDatabase, dumpFile, openFile, openTarget, toServer } from './copied.ts';
import { describeWithServer, lookOnce, type TestDatabase } from './server.ts';

const unfinished = { code: 'configuration', message: expect.stringMatching(/into it is not finished; run the same vault copy again$/) };

/** A writer that ends before the nth batch that it is given. */
const stoppingAt =
  (batch: number) =>
  (target: TableWriter): TableWriter => {
    let left = batch;
    return {
      ...target,
      append: async (table, rows) => {
        left -= 1;
        if (left < 0) throw new Error('stopped');
        await target.append(table, rows);
      },
    };
  };

describeWithServer('a copy to a server that was stopped', () => {
  test('is finished by the same copy, wherever it was', async () => {
    const from = await openFile();
    const expected = await dumpFile(from);
    const target = await openTarget();
    for (let batch = 0; batch < 9; batch += 1) {
      await expect(toServer(from, target, stoppingAt(1))).rejects.toThrow('stopped');
      await expect(openPostgresTableReader(target.url)).rejects.toMatchObject(unfinished);
    }
    expect(await toServer(from, target)).toMatchObject({ resumed: true });
    expect(await dumpDatabase(target)).toEqual(expected);
  });

  test('is finished after its process was killed', async () => {
    const from = await openFile();
    const target = await openTarget();
    for (const batch of [1, 3, 5]) {
      const child = await startProcess(from, copyingScript(target.url, batch));
      expect(await firstWord(child)).toBe(batch);
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
      await untilFree(target);
    }
    expect(await toServer(from, target)).toMatchObject({ resumed: true });
    expect(await dumpDatabase(target)).toEqual(await dumpFile(from));
  });

  test('opens for nobody, as Reader or as Store', async () => {
    const target = await openTarget();
    await expect(toServer(await openFile(), target, stoppingAt(4))).rejects.toThrow('stopped');
    await expect(openPostgresReader(target.url)).rejects.toMatchObject(unfinished);
    await expect(openPostgresStore(target.url, lookOnce())).rejects.toMatchObject(unfinished);
  });

  test('in the middle of the search index goes on there, and finds what was added meanwhile', async () => {
    const from = await openFile();
    const target = await openTarget();
    const stopping = toServer(from, target, (writer) => ({ ...writer, finish: (lastRun) => writer.finish(lastRun, signalAt(2)) }));
    await expect(stopping).rejects.toThrow('told to end');
    const indexed = await target.query<{ video_id: string }>('SELECT video_id FROM search_documents');
    expect(indexed).toHaveLength(500);
    const id = indexed[0]?.video_id ?? '';
    const source = await openSqliteStore(from);
    await storeRun(source, [sampleOutcome('SE', [sampleVideo(id, { likes: null }), sampleVideo('new')])]);
    await source.close();
    expect(await toServer(from, target)).toMatchObject({ resumed: true });
    const rows = await target.query<{ regions: string[] }>('SELECT regions FROM search_documents WHERE video_id = ANY ($1)', [[id, 'new']]);
    expect(rows.map(({ regions }) => regions.join())).toEqual(expect.arrayContaining(['PL,SE', 'SE']));
    expect(await target.query('SELECT name FROM state')).toEqual([{ name: 'search_index' }]);
  });

  test('is made anew where runs of the source were pruned meanwhile', async () => {
    const from = await openFile();
    const target = await openTarget();
    await expect(toServer(from, target, stoppingAt(6))).rejects.toThrow('stopped');
    const store = await openSqliteStore(from);
    await store.prune([1]);
    await store.close();
    expect(await toServer(from, target)).toMatchObject({ resumed: false });
    expect(await dumpDatabase(target)).toEqual(await dumpFile(from));
  });

  test('says in a sentence that the server is lost, and goes on later', async () => {
    const from = await openFile();
    const target = await openTarget();
    const losing = toServer(from, target, (writer) => ({
      ...writer,
      append: async (table, rows) => {
        if (table.name === 'snapshots')
          await target.query(
            'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
          );
        await writer.append(table, rows);
      },
    }));
    await expect(losing).rejects.toMatchObject({ code: 'database', message: expect.stringMatching(/no connection to the server/) });
    expect(await toServer(from, target)).toMatchObject({ resumed: true });
    expect(await dumpDatabase(target)).toEqual(await dumpFile(from));
  });
});

/** A signal that comes when it is looked for the nth time. */
function signalAt(look: number): AbortSignal {
  let looks = 0;
  return Object.defineProperties(new AbortController().signal, {
    aborted: { get: () => (looks += 1) >= look },
    reason: { value: new Error('told to end') },
  });
}

/** Copies, tells when so many batches are written, and then waits to be killed. */
function copyingScript(url: string, batches: number): string {
  return `
    const { copyVault } = await import('../core/copy-vault.ts');
    const { openSqliteTableReader } = await import('./table-reader.ts');
    const { openPostgresTableWriter } = await import('../postgres/table-writer.ts');
    const { edges } = await import('../../test/core/copy-vault-tables.ts');
    const target = await openPostgresTableWriter(${JSON.stringify(url)});
    let left = ${batches};
    const append = async (...batch) => {
      await target.append(...batch);
      left -= 1;
      if (left > 0) return;
      tell(${batches});
      await new Promise((resolve) => setInterval(resolve, 2 ** 30));
    };
    await copyVault(await openSqliteTableReader(path), { ...target, append }, edges);`;
}

/** The server takes a moment to notice that a process is gone. */
async function untilFree({ query }: TestDatabase): Promise<void> {
  const sql = 'SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()';
  while ((await query(sql)).length > 0);
}
