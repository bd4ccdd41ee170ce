import type { VaultError } from './errors.ts';

/** How sound a vault is, as its database itself can tell. */
export interface VaultCondition {
  /** What the vault takes, and what of that is free for the next runs. */
  readonly bytes: number;
  readonly freeBytes: number;
  /** Whether this user may write it. */
  readonly writable: boolean;
  readonly format: number;
  /** The newest format that this version knows. */
  readonly newestFormat: number;
  /** `undefined` where the vault can only be read, and nobody could tell. */
  readonly journalMode: string | undefined;
  /** What is wrong with its pages, and which rows refer to nothing: a line each, a few of them. */
  readonly brokenPages: readonly string[];
  readonly orphans: readonly string[];
}

/** The place where a vault is, or would be made. */
export interface VaultPlace {
  /** Whether the folder is there and this user may write into it. */
  readonly folder: 'writable' | 'read-only' | 'missing';
  /** The kind of a network file system, such as `NFS`; `undefined` for a local one, and where that cannot be told. */
  readonly networkFileSystem: string | undefined;
  /** Bytes that this user may still write to that disk. */
  readonly diskFreeBytes: number;
}

/** How a server keeps a vault, as it tells itself. */
export interface ServerCondition {
  /** As `15.18`, and the number before its dot. */
  readonly version: string;
  readonly major: number;
  /** As `UTF8`. */
  readonly encoding: string;
  /** Whether it follows another server, and can only be read. */
  readonly isReplica: boolean;
  /** Whether its transactions only read unless they say otherwise. */
  readonly isReadOnly: boolean;
  /** Whether nothing that is sent leaves the machine of the server. */
  readonly isLocal: boolean;
  /** The version of TLS, as `TLSv1.3`; `undefined` where everything is sent as plain text. */
  readonly tls: string | undefined;
  /** The server's clock minus ours. */
  readonly clockAheadMs: number;
  /** What the whole database takes. */
  readonly bytes: number;
  /** The user that the server takes us for. */
  readonly user: string;
  readonly tables: ServerTables | VaultError;
}

/** What a database holds of a vault. */
export type ServerTables =
  /** None yet. `schema` is where it would be made; `undefined` where the search_path leads nowhere. */
  { readonly kind: 'none'; readonly schema: string | undefined; readonly mayCreate: boolean } | VaultTables;

/** The tables of a vault on a server, and what this user may do with them. */
export interface VaultTables {
  readonly kind: 'vault';
  readonly format: number;
  /** The newest format that this version knows. */
  readonly newestFormat: number;
  readonly unreadable: readonly string[];
  readonly unwritable: readonly string[];
  /** Whether this user may make the tables of another month. */
  readonly mayCreate: boolean;
  /** The months that have tables, as `2026-11`, oldest first. */
  readonly months: readonly string[];
  /** What is wrong with tables of months, each the fact and the remedy. */
  readonly loose: readonly string[];
  /** By what a search takes accents for the plain letters; `undefined` where there is no index yet. */
  readonly folding: 'unaccent' | 'program' | undefined;
}

/** The versions of PostgreSQL that the program is tried with. */
export const supportedServers = { oldest: 14, newest: 18 } as const;
