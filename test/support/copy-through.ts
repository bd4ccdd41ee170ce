import { copyVault, type VaultCopy } from '../../src/core/copy-vault.ts';
import type { TableReader, TableWriter } from '../../src/core/tables.ts';
import { edges } from '../core/copy-vault-tables.ts';

/** Copies a vault from one end to the other, through a target that a test may change, and closes both. */
export async function copyThrough(
  opening: Promise<TableReader>,
  openTarget: () => Promise<TableWriter>,
  change: (target: TableWriter) => TableWriter = (target) => target,
): Promise<VaultCopy> {
  const source = await opening;
  try {
    const target = await openTarget();
    try {
      return await copyVault(source, change(target), edges);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
