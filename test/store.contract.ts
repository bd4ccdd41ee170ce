import { afterEach, beforeEach, describe } from 'vitest';
import type { Reader, Store } from '../src/core/ports.ts';
import { describeDatasets } from './store/contract-datasets.ts';
import { describeHistory } from './store/contract-history.ts';
import { describeKeeping } from './store/contract-keeping.ts';
import { describePruning } from './store/contract-pruning.ts';
import { describeQuestions } from './store/contract-questions.ts';
import { describeRejections } from './store/contract-rejections.ts';
import { describeRuns } from './store/contract-runs.ts';
import { describeSearch } from './store/contract-search.ts';

/** A place of its own for one vault, which is not there yet. */
export interface StoreFixture {
  openStore(): Promise<Store>;
  openReader(): Promise<Reader | undefined>;
  /** Rows of the vault's tables, whose names every store shares. */
  query(sql: string): Promise<Record<string, unknown>[]>;
  remove(): Promise<void>;
  /** A well-formed text as it is kept, where that differs from how it was given. */
  asKept?(text: string): string;
}

/** The vault of the test that is running, with its store open. */
export interface VaultUnderTest extends Pick<StoreFixture, 'openStore' | 'query'> {
  readonly store: Store;
  asKept(text: string): string;
  /** A reader of the vault, which must be there. */
  openReader(): Promise<Reader>;
  /** Closes the store and opens it again. */
  reopen(): Promise<void>;
}

/** What every store owes, whatever database it keeps its runs in; a store joins with a way to make an empty place for one. */
export function describeStoreContract(name: string, openFixture: () => Promise<StoreFixture>): void {
  let fixture: StoreFixture;
  let store: Store;
  let open: { close(): Promise<void> }[];

  async function opened<Opened extends Store | Reader>(opening: Promise<Opened | undefined>): Promise<Opened> {
    const resource = await opening;
    if (resource === undefined) throw new Error('expected a vault to be there');
    open.push(resource);
    return resource;
  }

  const vault: VaultUnderTest = {
    get store() {
      return store;
    },
    openStore: () => opened(fixture.openStore()),
    openReader: () => opened(fixture.openReader()),
    query: (sql) => fixture.query(sql),
    asKept: (text) => fixture.asKept?.(text) ?? text,
    reopen: async () => {
      await store.close();
      store = await opened(fixture.openStore());
    },
  };

  describe(`${name} keeps the store contract`, () => {
    beforeEach(async () => {
      open = [];
      fixture = await openFixture();
      store = await opened(fixture.openStore());
    });
    afterEach(async () => {
      for (const resource of open) await resource.close();
      await fixture.remove();
    });
    describeRuns(vault);
    describeKeeping(vault);
    describeQuestions(vault);
    describePruning(vault);
    describeHistory(vault);
    describeSearch(vault);
    describeDatasets(vault);
    describeRejections(vault);
  });
}
