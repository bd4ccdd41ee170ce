import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openSqliteReader } from '../../src/sqlite/reader.ts';
import { openSqliteStore } from '../../src/sqlite/store.ts';
import { describeStoreContract } from '../store.contract.ts';
import { queryFile } from './temporary-vault.ts';

describeStoreContract('SQLite', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'vault-test-')), 'vault.db');
  return {
    openStore: () => openSqliteStore(path),
    openReader: () => openSqliteReader(path),
    query: async (sql) => queryFile(path, sql),
    remove: () => rm(dirname(path), { recursive: true }),
  };
});
