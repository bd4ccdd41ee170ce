import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { VaultError } from '../core/errors.ts';
import type { Reader, Store } from '../core/ports.ts';
import type { TableReader, TableWriter } from '../core/tables.ts';
import { describeAddress, isServerAddress } from '../core/vault-address.ts';
import type { Edges } from './edges.ts';

/** The vault that `--db` names: a file of SQLite, or a database of a server. What it takes to open it is loaded only then. */
export interface Vault {
  /** For people and for documents: an absolute path, or an address without its password. */
  readonly name: string;
  /** The absolute path of the file; `undefined` for a vault on a server. */
  readonly file: string | undefined;
  /** Whether there is anything to open yet, of whatever format. */
  isThere(): Promise<boolean>;
  /** `undefined` where there is no vault yet. Rejects one of an older format. */
  openReader(): Promise<Reader | undefined>;
  /** Makes or migrates the vault where that is needed. A server that is lost is looked for again, up to `retryMs`, or until `signal` aborts. */
  openStore(reconnection: { clock: Edges['clock']; retryMs: number; signal: AbortSignal }): Promise<Store>;
  /** How often who waits for it may try to open it: each time costs a server a process and a handshake. */
  readonly pollMs: number;
  openTableReader(): Promise<TableReader>;
  /** `mode` is that of the file, where there is one. */
  openTableWriter(mode: number): Promise<TableWriter>;
}

/** The vault that a valid `--db` names; nothing is looked at yet. */
export function findVault(db: string, cwd: string): Vault {
  return isServerAddress(db) ? onServer(db) : inFile(resolve(cwd, db));
}

function inFile(file: string): Vault {
  return {
    name: file,
    file,
    isThere: async () => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0,
    openReader: async () => (await import('../sqlite/reader.ts')).openSqliteReader(file),
    openStore: async () => (await import('../sqlite/store.ts')).openSqliteStore(file),
    pollMs: 200,
    openTableReader: async () => (await import('../sqlite/table-reader.ts')).openSqliteTableReader(file),
    openTableWriter: async (mode) => (await import('../sqlite/table-writer.ts')).openSqliteTableWriter(file, mode),
  };
}

function onServer(url: string): Vault {
  return {
    name: describeAddress(url),
    file: undefined,
    isThere: async () => (await import('../postgres/inspect.ts')).isServerVault(url),
    openReader: async () => (await import('../postgres/reader.ts')).openPostgresReader(url),
    openStore: async (reconnection) => (await import('../postgres/store.ts')).openPostgresStore(url, reconnection),
    pollMs: 1000,
    openTableReader: async () => (await import('../postgres/table-reader.ts')).openPostgresTableReader(url),
    openTableWriter: async () => (await import('../postgres/table-writer.ts')).openPostgresTableWriter(url),
  };
}

/** Who may read what is written out of a vault: whoever may read the vault's file; of a server, which asks for a password, nobody else. */
export function modeLike({ file }: Vault): number {
  if (file === undefined) return 0o600;
  return statSync(file, { throwIfNoEntry: false })?.mode ?? 0o644;
}

/** The path of a vault that has to be a file. Throws VaultError `usage` with the remedy for one on a server. */
export function requireFile(db: string, cwd: string, remedy: string): string {
  const { file, name } = findVault(db, cwd);
  if (file === undefined) throw new VaultError('usage', `${name} is no file, but a database of a server; ${remedy}`);
  return file;
}
