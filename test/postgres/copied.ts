import { onTestFinished } from 'vitest';
import type { Store } from '../../src/core/ports.ts';
import type { VaultCopy } from '../../src/core/copy-vault.ts';
import type { TableWriter } from '../../src/core/tables.ts';
import { openPostgresTableReader } from '../../src/postgres/table-reader.ts';
import { openPostgresTableWriter } from '../../src/postgres/table-writer.ts';
import { openSqliteStore } from '../../src/sqlite/store.ts';
import { openSqliteTableReader } from '../../src/sqlite/table-reader.ts';
import { openSqliteTableWriter } from '../../src/sqlite/table-writer.ts';
import { queryFile, temporaryVault } from '../sqlite/temporary-vault.ts';
import { failedOutcome, finishedRun, sampleOutcome, sampleVideo, startRun, storeRun } from '../store/sample-run.ts';
import { copyThrough } from '../support/copy-through.ts';
import { logicalDump } from '../support/logical-dump.ts';
import { openDatabase, type TestDatabase } from './server.ts';

/** Three runs in two months, and one that never ended, with all that a vault can have. */
async function fill(store: Store): Promise<void> {
  const twice = { position: 2, reason: 'no id', item: { id: null } };
  const hostile = sampleVideo('c', {
    title: 'x\uFFFDy\\{"',
    tags: ['"', 'ł', '{}'],
    views: 2 ** 53 - 1,
    description: "\u202e'; DROP\n\tNULL",
  });
  const october = await startRun(store, '2026-10-31T23:59:59.999Z');
  const videos = Array.from({ length: 1200 }, (_, index) => sampleVideo(`v${index}`, { likes: null }));
  await store.finishRun(finishedRun(october, [sampleOutcome('PL', videos)]));
  await storeRun(store, [failedOutcome('PL')]);
  const notBefore = { until: '2026-11-24T00:00:00.000Z', reason: 'quota spent' };
  await storeRun(store, [
    sampleOutcome('PL', [hostile, sampleVideo('v7')]),
    sampleOutcome('NL/10', [hostile], { rejections: [twice, twice], notBefore }),
  ]);
  await store.spend('2026-11-23', 7);
  await startRun(store);
}

export async function openFilled(opening: Promise<Store>): Promise<void> {
  const store = await opening;
  await fill(store);
  await store.close();
}

export const dumpFile = (path: string) => logicalDump((sql) => queryFile(path, sql));
export const dumpDatabase = ({ query }: TestDatabase) => logicalDump(query);

/** An empty database that goes when the test ends. */
export async function openTarget(): Promise<TestDatabase> {
  const database = await openDatabase();
  onTestFinished(() => database.remove());
  return database;
}

/** A vault in a file, filled. */
export async function openFile(): Promise<string> {
  const path = await temporaryVault();
  await openFilled(openSqliteStore(path));
  return path;
}

export const toServer = (from: string, { url }: TestDatabase, change?: (target: TableWriter) => TableWriter): Promise<VaultCopy> =>
  copyThrough(openSqliteTableReader(from), () => openPostgresTableWriter(url), change);

export const toFile = ({ url }: TestDatabase, to: string): Promise<VaultCopy> =>
  copyThrough(openPostgresTableReader(url), () => openSqliteTableWriter(to, 0o600));
