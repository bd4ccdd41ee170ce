import { dayMs } from '../core/duration.ts';
import { VaultError } from '../core/errors.ts';
import type { Store } from '../core/ports.ts';
import type { Edges } from './edges.ts';
import { describeWeight, giveBack, prune } from './pruning.ts';

/** What there is to say of it, if anything. */
export interface Retained {
  readonly level: 'info' | 'warn';
  readonly message: string;
}

/** A smaller share of free pages the next runs fill again. */
const spareShare = 0.25;

/** A larger vault takes seconds to be written anew, in which no signal would be heard: its free pages wait for `vault prune`. */
const quicklyWritten = 256_000_000;

/** Deletes, after a run that stored something, what is older than VAULT_RETENTION_DAYS. A run is not the worse for it when that fails. */
export async function retain(days: number, store: Store, { clock, interruption }: Edges): Promise<Retained | undefined> {
  try {
    const removed = await prune(store, { now: clock.now(), olderThanMs: days * dayMs, keepDailyMs: undefined }, interruption);
    const { bytes, free } = await store.size();
    const isWorthIt = free > bytes * spareShare && bytes <= quicklyWritten && !interruption.aborted;
    const problem = isWorthIt ? await giveBack(store) : undefined;
    const deleted = removed.runs === 0 ? [] : [`older than ${days} d and deleted: ${describeWeight(removed)}`];
    const message = [...deleted, ...(problem ? [problem.message] : [])].join('; ');
    return message === '' ? undefined : { level: problem ? 'warn' : 'info', message };
  } catch (error) {
    if (error instanceof VaultError) return { level: 'warn', message: `what is older than ${days} d was not deleted: ${error.message}` };
    throw error;
  }
}
