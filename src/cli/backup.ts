import { resolve } from 'node:path';
import { backupVault } from '../sqlite/backup.ts';
import type { BackupSettings } from './command-options.ts';
import { describeCopy } from './describe-copy.ts';
import type { Edges } from './edges.ts';
import { plain } from '../text/plain.ts';
import { toJson } from './to-json.ts';
import { requireFile } from './vault.ts';

/** `vault backup FILE`: a checked copy of the vault, as it is at one moment. */
export async function backupCommand({ backupFile, force, json, silent, db }: BackupSettings, edges: Edges): Promise<number> {
  const database = requireFile(db, edges.cwd, 'back it up with pg_dump, or copy it: vault copy --from ADDRESS --to FILE');
  const file = resolve(edges.cwd, backupFile);
  const copy = await backupVault({ vault: database, file, force, signal: edges.interruption });
  if (silent) return 0;
  if (json) edges.stdout.write(toJson({ ...copy, database }));
  else edges.stdout.write(`Copied ${describeCopy(copy, edges)} to ${plain(copy.file)}, and checked the copy.\n`);
  return 0;
}
