import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { copyVault, type Digest, type VaultCopy } from '../core/copy-vault.ts';
import { VaultError } from '../core/errors.ts';
import { type TableReader, tables, type TableWriter } from '../core/tables.ts';
import type { CopySettings } from './command-options.ts';
import { startCopyProgress } from './copy-progress.ts';
import type { Edges } from './edges.ts';
import { count, formatNumber } from '../text/format.ts';
import { plain } from '../text/plain.ts';
import { toJson } from './to-json.ts';
import { findVault, modeLike, type Vault } from './vault.ts';

interface Ends {
  readonly from: Vault;
  readonly to: Vault;
}

/** `vault copy --from VAULT --to VAULT`: all tables of a vault into another, whichever database keeps them. */
export async function copyCommand(settings: CopySettings, edges: Edges): Promise<number> {
  const ends = { from: find(settings.from, '--from', edges), to: find(settings.to, '--to', edges) };
  await requireTwo(ends);
  const source = await ends.from.openTableReader();
  try {
    // Whom the vault is hidden from, its copies are hidden from.
    const target = await ends.to.openTableWriter(modeLike(ends.from));
    try {
      await copy({ source, target }, ends, settings, edges);
      return 0;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

function find(vault: string | undefined, flag: string, { cwd }: Edges): Vault {
  if (vault !== undefined) return findVault(vault, cwd);
  throw new VaultError('usage', `${flag} is missing; name the vaults with --from and --to, each a path or postgres://…`);
}

async function requireTwo({ from, to }: Ends): Promise<void> {
  const [source, target] = [from.file, to.file];
  if (source === undefined || target === undefined) return;
  const { belongsToVault } = await import('../sqlite/database-files.ts');
  const { translating } = await import('../sqlite/sqlite-error.ts');
  if (translating(target, () => belongsToVault(target, source)))
    throw new VaultError('usage', `${to.name} belongs to the vault of --from; name another with --to`);
}

async function copy(
  { source, target }: { source: TableReader; target: TableWriter },
  { from, to }: Ends,
  { json, silent }: CopySettings,
  edges: Edges,
): Promise<void> {
  const document = { from: from.name, to: to.name };
  const progress = startCopyProgress(edges, silent);
  try {
    const copied = await copyVault(source, target, { createDigest, signal: edges.interruption, pause: nextTurn, report: progress.report });
    progress.stop();
    if (silent) return;
    edges.stdout.write(json ? toJson({ status: 'copied', ...document, ...copied }) : `${describe(copied, document)}\n`);
  } catch (error) {
    progress.stop();
    if (error instanceof VaultError && error.code === 'database' && !error.message.includes('vault copy'))
      throw new VaultError('database', `${error.message}; what is there stays, and the same vault copy goes on`, { cause: error });
    if (!edges.interruption.aborted || error !== edges.interruption.reason) throw error;
    const there = await countTables(target);
    if (json && !silent) edges.stdout.write(toJson({ status: 'interrupted', ...document, tables: there, resumed: false }));
    const rows = there.reduce((sum, table) => sum + table.rows, 0);
    throw new VaultError('interrupted', `stopped with ${count(rows, 'row')} in ${to.name}; go on with the same vault copy`, {
      cause: error,
    });
  }
}

async function countTables(target: TableWriter): Promise<{ table: string; rows: number; checksum: null }[]> {
  const there: { table: string; rows: number; checksum: null }[] = [];
  for (const table of tables) there.push({ table: table.name, rows: await target.count(table), checksum: null });
  return there;
}

function describe({ tables, resumed }: VaultCopy, { from, to }: { from: string; to: string }): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const [runs] = tables;
  const what = `${count(rows, 'row')} of ${count(runs?.rows ?? 0, 'run')}`;
  return `Copied ${what} from ${plain(from)} to ${plain(to)}${resumed ? ', going on where it was stopped' : ''}; the checksums of all ${formatNumber(tables.length)} tables are the same.`;
}

function createDigest(): Digest {
  const hash = createHash('sha256');
  return { update: (text) => void hash.update(text), value: () => hash.copy().digest('hex') };
}
