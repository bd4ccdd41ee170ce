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
