import { version } from '../../package.json';
import { VaultError } from '../core/errors.ts';
import type { Reader } from '../core/ports.ts';
import { pacificDay } from '../core/quota.ts';
import { type Check, failure, warning } from '../ops/check.ts';
import { checkApi } from '../ops/check-api.ts';
import { probeApi } from '../youtube/probe.ts';
import type { DoctorSettings } from './command-options.ts';
import type { Edges } from './edges.ts';
import { openStore } from './open-store.ts';
import { describeProxy, readProxySettings } from './proxy.ts';
import { plain } from '../text/plain.ts';
import type { Vault } from './vault.ts';

/** A vault, whether there is one, and its reader where it is sound. */
interface FoundVault {
  readonly vault: Vault;
  readonly isThere: boolean;
  readonly reader: Reader | undefined;
}

/** Asks the API once, unless a run would not ask it now either; the unit of quota is written down first, where there is a vault. */
export async function askApi(found: FoundVault, settings: DoctorSettings, edges: Edges): Promise<readonly Check[]> {
  const reason = (await findReason(found, settings, edges.clock.now())) ?? (found.reader && (await spend(found.vault, edges)));
  if (reason !== undefined) return [warning('api', `not asked: ${reason}`, 'ask again later: vault doctor --online')];
  const { clock, env, interruption: signal } = edges;
  const { apiUrl, apiKey: key = '', timeout: timeoutMs } = settings;
  const probe = await probeApi({ apiUrl, key, version, proxy: readProxySettings(env), timeoutMs, clock, signal }).catch(
    (error: unknown) => {
      if (error instanceof VaultError) return error;
      throw error;
    },
  );
  if (probe instanceof VaultError) return [failure('api', 'configuration', probe.message, 'nothing was asked: mend that, then ask again')];
  return checkApi({ ...probe, url: apiUrl, proxy: describeProxy(apiUrl, env) });
}

async function findReason({ isThere, reader }: FoundVault, { quotaPerDay }: DoctorSettings, now: number): Promise<string | undefined> {
  if (isThere && reader === undefined) return 'the vault cannot keep count of the unit of quota';
  const notBefore = await reader?.notBefore();
  if (Date.parse(notBefore?.until ?? '') > now) return plain(notBefore?.reason ?? '');
  const usedToday = (await reader?.quotaUsed(pacificDay(now))) ?? 0;
  return usedToday < quotaPerDay ? undefined : "the day's quota is spent";
}

/** Why the unit cannot be written down, or `undefined` when it is. */
async function spend(vault: Vault, edges: Edges): Promise<string | undefined> {
  try {
    const store = await openStore(vault, edges);
    await store.spend(pacificDay(edges.clock.now()), 1).finally(() => store.close());
    return undefined;
  } catch (error) {
    if (error instanceof VaultError) return error.message;
    throw error;
  }
}
