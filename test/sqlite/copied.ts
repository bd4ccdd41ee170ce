import { expect } from 'vitest';
import type { VaultCopy } from '../../src/core/copy-vault.ts';
import type { TableWriter } from '../../src/core/tables.ts';
import { openSqliteStore } from '../../src/sqlite/store.ts';
import { openSqliteTableReader } from '../../src/sqlite/table-reader.ts';
import { openSqliteTableWriter } from '../../src/sqlite/table-writer.ts';
import { sampleOutcome, sampleVideo, startRun, storeRun } from '../store/sample-run.ts';
import { copyThrough } from '../support/copy-through.ts';
import { logicalDump } from '../support/logical-dump.ts';
import { queryFile, temporaryVault } from './temporary-vault.ts';

const twice = { position: 2, reason: 'no id', item: { id: null } };
const notBefore = { until: '2026-11-24T00:00:00.000Z', reason: 'quota spent' };
const rejections = [{ position: 3, reason: 'no title', item: {} }, twice, { ...twice, reason: 'another reason' }, twice];

/** A vault with all that a vault can have: three runs and one that never ended, hostile texts, rejections, a pause, units. */
export async function openRichVault(): Promise<string> {
  const path = await temporaryVault();
  const store = await openSqliteStore(path);
  await storeRun(store, [sampleOutcome('PL', [sampleVideo('b', { title: 'Łódź' }), sampleVideo('a', { views: null, tags: [] })])]);
  const hostile = sampleVideo('c', { title: 'x\0y', tags: ['"', 'ł'], views: 2 ** 53 - 1, description: "\u202e'; DROP TABLE videos" });
  await storeRun(store, [sampleOutcome('PL', [hostile, sampleVideo('a')]), sampleOutcome('NL/10', [hostile], { rejections, notBefore })]);
  await storeRun(store, []);
  await store.spend('2026-11-23', 7);
  await startRun(store);
  await store.close();
  return path;
}

export function copy(from: string, to: string, change?: (target: TableWriter) => TableWriter): Promise<VaultCopy> {
  return copyThrough(openSqliteTableReader(from), () => openSqliteTableWriter(to, 0o640), change);
}

/** Begins a copy that ends after the videos. */
export async function beginCopy(from: string, to: string): Promise<void> {
  const stop = async (): Promise<never> => Promise.reject(new Error('stopped'));
  const change = (target: TableWriter): TableWriter => ({
    ...target,
    append: (table, rows) => (table.name === 'snapshots' ? stop() : target.append(table, rows)),
  });
  await expect(copy(from, to, change)).rejects.toThrow('stopped');
}

export const dump = (path: string) => logicalDump((sql) => queryFile(path, sql));
