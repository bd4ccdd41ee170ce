import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VaultError } from '../core/errors.ts';

/** One step from a format to the next. */
export interface Migration {
  /** The format that the vault has afterwards. */
  readonly version: number;
  readonly file: string;
}

type Database = 'sqlite' | 'postgres';

/** The package's own migrations for a database, in order. Throws VaultError `configuration` where a broken installation lacks them. */
export function ownMigrations(database: Database): Migration[] {
  return listMigrations(migrationsFolder(database));
}

/** Their folder, found from the source and from a bundle alike: both lie below the folder of package.json. */
export function migrationsFolder(database: Database, from: string = import.meta.url): string {
  let folder = dirname(fileURLToPath(from));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw notWhole(`there is no package.json above ${fileURLToPath(from)}`);
    folder = parent;
  }
  return join(folder, 'migrations', database);
}

/** The numbered files of a folder, such as `001-vault.sql`, in order; a gap in the numbers is a bug. */
export function listMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) throw notWhole(`the folder ${folder} is missing`);
  const names = readdirSync(folder).filter((name) => /^\d{3}-.+\.sql$/.test(name));
  return names.toSorted().map((name, index) => {
    const version = index + 1;
    if (Number(name.slice(0, 3)) !== version) throw new Error(`${folder}: expected migration ${version}, found ${name}`);
    return { version, file: join(folder, name) };
  });
}

function notWhole(fact: string): VaultError {
  return new VaultError('configuration', `${fact}: a part of this program is not there; install it again`);
}
