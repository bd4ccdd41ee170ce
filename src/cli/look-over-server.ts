import { orVaultError, VaultError } from '../core/errors.ts';
import { describeAddress } from '../core/vault-address.ts';
import { checkServer } from '../ops/check-server.ts';
import { inspectServer } from '../postgres/inspect.ts';
import type { VaultView } from './look-over.ts';

/** Looks over a vault on a server, and the server. */
export async function lookOverServer(url: string, now: () => number): Promise<VaultView> {
  const condition = await inspectServer(url, now).catch(orVaultError);
  const tables = condition instanceof VaultError ? condition : condition.tables;
  const vault = tables instanceof VaultError || tables.kind === 'none' ? undefined : tables;
  return {
    sqlite: undefined,
    checks: checkServer({ name: describeAddress(url), condition }),
    isThere: tables instanceof VaultError || vault !== undefined,
    isSound: vault !== undefined && vault.unreadable.length === 0 && vault.format === vault.newestFormat,
    room: undefined,
  };
}
