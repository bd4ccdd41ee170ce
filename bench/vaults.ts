import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { bringIndexUpToDate } from '../src/sqlite/search-index.ts';
import { makeAgedVault } from './aged-vault.ts';
import { lastRunAt } from './period.ts';

const cache = 'node_modules/.cache/vault-bench';

/** A run every 8 hours: ten years, and half a year. */
export const ages = { full: { runs: 10_950, name: 'ten years' }, quick: { runs: 548, name: 'half a year' } };

/** What no question may take much longer than on. */
export const youngRuns = 10;

/** What a generated vault depends on: another byte in one of these, and it is made anew. */
const sources = [
  'migrations/sqlite',
  'src/demo',
  'src/core/search-words.ts',
  'src/sqlite/search-index.ts',
  'bench/aged-vault.ts',
  'bench/period.ts',
];

/** The path of a generated vault of so many runs, 8 hours apart; made where it is not there yet. */
export async function provideVault(runs: number, tell: (line: string) => void): Promise<string> {
  return provide(`${runs}-runs.db`, `Making a vault of ${runs} runs`, tell, (path) => makeAgedVault(path, { runs, until: lastRunAt }));
}

/** A copy of a vault without all indexes but those of primary keys, and with no beginnings of words kept ready. */
export async function provideBareCopy(vault: string, tell: (line: string) => void): Promise<string> {
  return provide('without-indexes.db', 'Making a copy of it without indexes', tell, (path) => {
    copyFileSync(vault, path);
    const db = new Database(path);
    db.pragma('synchronous = OFF');
    const indexes = db.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL`).pluck();
    const words = db.prepare<[], string>(`SELECT sql FROM sqlite_schema WHERE name = 'search'`).pluck().get() ?? '';
    db.transaction(() => {
      db.exec(`DROP TABLE search; ${words.replace(/, prefix = '[\d ]+'/, '')}; UPDATE state SET value = '' WHERE name = 'search_index'`);
      bringIndexUpToDate(db);
      for (const name of indexes.all()) db.exec(`DROP INDEX ${name}`);
    })();
    db.close();
  });
}

async function provide(
  name: string,
  what: string,
  tell: (line: string) => void,
  make: (path: string) => Promise<void> | void,
): Promise<string> {
  const folder = join(cache, fingerprint());
  for (const other of existsSync(cache) ? readdirSync(cache) : []) {
    // Vaults of other sources; each takes most of a GB.
    if (/^[\da-f]{16}$/.test(other) && join(cache, other) !== folder) rmSync(join(cache, other), { recursive: true });
  }
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  if (existsSync(path)) return path;
  const start = performance.now();
  // Under another name until it is whole, for this may be interrupted.
  const part = `${path}.part`;
  for (const ending of ['', '-wal', '-shm']) rmSync(`${part}${ending}`, { force: true });
  await make(part);
  renameSync(part, path);
  rmSync(`${part}.lock`, { force: true });
  tell(`${what} took ${Math.round((performance.now() - start) / 1000)} s; it is kept in ${folder}`);
  return path;
}

function fingerprint(): string {
  const files = sources.flatMap((source) =>
    statSync(source).isDirectory()
      ? readdirSync(source, { recursive: true, encoding: 'utf8' })
          .toSorted()
          .map((name) => join(source, name))
          .filter((path) => statSync(path).isFile())
      : [source],
  );
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}
