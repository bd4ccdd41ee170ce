import { resolve } from 'node:path';
import { restoreVault } from '../sqlite/restore.ts';
import type { RestoreSettings } from './command-options.ts';
import { describeCopy } from './describe-copy.ts';
import type { Edges } from './edges.ts';
import { plain } from '../text/plain.ts';
import { toJson } from './to-json.ts';
import { requireFile } from './vault.ts';

/** `vault restore FILE`: a copy takes the place of the vault, which is kept. */
export async function restoreCommand({ restoreFile, json, db }: RestoreSettings, edges: Edges): Promise<number> {
  const database = requireFile(db, edges.cwd, 'restore it with pg_restore, or copy into it: vault copy --from FILE --to ADDRESS');
  const file = resolve(edges.cwd, restoreFile);
  const restored = await restoreVault({ file, vault: database, now: edges.clock.now(), signal: edges.interruption });
  if (json) edges.stdout.write(toJson({ ...restored, file, database }));
  else {
    const kept =
      restored.kept === null ? '' : `The vault it replaced is kept as ${plain(restored.kept)}: delete it when it is of no more use.\n`;
    edges.stdout.write(`Restored ${describeCopy(restored, edges)} from ${plain(file)} to ${plain(database)}.\n${kept}`);
  }
  return 0;
}
