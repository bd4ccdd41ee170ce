import { readFileSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import type { Migration } from '../files/migrations.ts';
import { applicationId, formatOf } from './vault-file.ts';

/** Brings a vault to the newest format, inside the transaction that is open. */
export function migrate(db: Database, migrations: readonly Migration[]): void {
  const format = formatOf(db);
  for (const { version, file } of migrations.filter((migration) => migration.version > format)) {
    db.exec(readFileSync(file, 'utf8'));
    db.pragma(`application_id = ${applicationId}`);
    db.pragma(`user_version = ${version}`);
  }
}
