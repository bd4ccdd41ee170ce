import { onTestFinished } from 'vitest';
import { hourMs } from '../../src/core/duration.ts';
import { VaultError } from '../../src/core/errors.ts';
import type { Store } from '../../src/core/ports.ts';
import type { Reconnection } from '../../src/postgres/session.ts';
import { openPostgresStore } from '../../src/postgres/store.ts';
import { sampleOutcome, sampleVideo } from '../store/sample-run.ts';
import { createEagerClock } from '../support/test-clock.ts';
import { type CuttingProxy, type Fate, startCuttingProxy } from './cutting-proxy.ts';
import { openDatabase, type TestDatabase } from './server.ts';

/** Looks for a lost server for an hour, which takes no time. */
const patient = (): Reconnection => ({ clock: createEagerClock(), retryMs: hourMs, signal: new AbortController().signal });

/** What a run brings: two charts, two videos, three places. */
export const charts = (of = '') => [
  sampleOutcome('PL', [sampleVideo(`a${of}`), sampleVideo(`b${of}`)]),
  sampleOutcome('NL', [sampleVideo(`a${of}`)]),
];

/** Two hosts and a vault: one host behind a network that the test cuts, and one that nothing befalls. */
export interface Bench {
  readonly database: TestDatabase;
  readonly proxy: CuttingProxy;
  /** Decides from now on. */
  decide: (sql: string) => Fate;
  /** A store of the host behind the proxy, which ends with the test. */
  open(reconnection?: Partial<Reconnection>): Promise<Store>;
  /** One of a host that nothing befalls; waits until the server has given up the session of the other. */
  openOther(): Promise<Store>;
}

/** Opens one with an empty vault; all of it ends with the test. */
export async function openBench(): Promise<Bench> {
  const database = await openDatabase();
  onTestFinished(() => database.remove());
  const proxy = await startCuttingProxy(database.url, (sql) => bench.decide(sql));
  onTestFinished(() => proxy.close());
  const closing = (store: Store): Store => {
    onTestFinished(() => store.close());
    return store;
  };
  const bench: Bench = {
    database,
    proxy,
    decide: () => 'pass',
    open: async (reconnection = {}) => closing(await openPostgresStore(proxy.url, { ...patient(), ...reconnection })),
    openOther: async () => {
      for (;;) {
        const store = await openPostgresStore(database.url, patient()).catch((error: unknown) => {
          if (!(error instanceof VaultError) || error.code !== 'locked') throw error;
        });
        if (store) return closing(store);
      }
    },
  };
  return bench;
}
