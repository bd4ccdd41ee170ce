import { openPostgresReader } from '../../src/postgres/reader.ts';
import { openPostgresStore } from '../../src/postgres/store.ts';
import { describeStoreContract } from '../store.contract.ts';
import { describeWithServer, lookOnce, openDatabase } from './server.ts';

describeWithServer('a store on a server', () => {
  describeStoreContract('PostgreSQL', async () => {
    const { url, query, remove } = await openDatabase();
    return {
      openStore: () => openPostgresStore(url, lookOnce()),
      openReader: () => openPostgresReader(url),
      query,
      remove,
      // What PostgreSQL has no way to keep, and the only difference.
      asKept: (text) => text.replaceAll('\0', '\uFFFD'),
    };
  });
});
