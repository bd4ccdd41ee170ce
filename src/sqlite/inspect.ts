import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { VaultCondition, VaultPlace } from '../core/condition.ts';
import { findBrokenPages, findOrphans } from './damage.ts';
import { ownMigrations } from '../files/migrations.ts';
import { isWritable, openReadable } from './open.ts';
import { requireFinished } from './open-whole.ts';
import { sizeOf } from './pruning.ts';
import { canonicalPath } from '../files/place.ts';
import { translating } from './sqlite-error.ts';
import { formatOf, isVault } from './vault-file.ts';

/**
 * Looks a vault over, page by page, and changes nothing; `undefined` where the file is missing or empty. Throws as a reader does,
 * but also looks at a vault that only a newer version, or the next run, could use.
 */
export function inspectVault(given: string): VaultCondition | undefined {
  const path = translating(given, () => canonicalPath(given));
  const newestFormat = ownMigrations('sqlite').length;
  return translating(path, () => {
    if (!isVault(path, Number.MAX_SAFE_INTEGER)) return undefined;
    const db = openReadable(path);
    try {
      const { bytes, free } = sizeOf(db);
      const brokenPages = findBrokenPages(db);
      // Where pages are broken, no row can be trusted, nor found.
      if (brokenPages.length === 0) requireFinished(db, path);
      return {
        bytes,
        freeBytes: free,
        writable: isWritable(path),
        format: formatOf(db),
        newestFormat,
        journalMode: db.memory ? undefined : String(db.pragma('journal_mode', { simple: true })),
        brokenPages,
        orphans: brokenPages.length === 0 ? findOrphans(db) : [],
      };
    } finally {
      db.close();
    }
  });
}

/** The version of the SQLite that is built in. */
export function sqliteVersion(): string {
  return translating(':memory:', () => {
    const db = new Database(':memory:');
    try {
      return String(db.prepare('SELECT sqlite_version()').pluck().get());
    } finally {
      db.close();
    }
  });
}

/** Numbers of statfs(2), which Linux alone has: on these, processes of two machines share no memory, and WAL needs that. */
const networkFileSystems: Readonly<Record<number, string>> = {
  0x69_69: 'NFS',
  0xff_53_4d_42: 'CIFS',
  0xfe_53_4d_42: 'SMB',
  0x51_7b: 'SMB',
  0x01_02_19_97: '9P',
  0x00_c3_64_00: 'Ceph',
  0x0b_d0_0b_d0: 'Lustre',
  0x53_46_41_4f: 'AFS',
  0x5a_fe_4a_4e: 'a shared folder',
  0x78_6f_42_56: 'a shared folder of VirtualBox',
};

/** Looks at the folder of a vault, whether the vault is there or not. */
export function inspectPlace(given: string): VaultPlace {
  const path = translating(given, () => canonicalPath(given));
  const folder = dirname(path);
  if (!existsSync(folder)) return { folder: 'missing', networkFileSystem: undefined, diskFreeBytes: 0 };
  return translating(path, () => {
    const { type, bavail, bsize } = statfsSync(folder);
    return {
      folder: isWritable(folder) ? 'writable' : 'read-only',
      networkFileSystem: process.platform === 'linux' ? networkFileSystems[type] : undefined,
      diskFreeBytes: bavail * bsize,
    };
  });
}
