import { findReasonToSkip, type Skip } from '../core/admission.ts';
import type { Reader } from '../core/ports.ts';
import { pacificDay } from '../core/quota.ts';
import type { FetchSettings } from './command-options.ts';
import type { Edges } from './edges.ts';
import { plannedRequests, type RunOrder } from './perform-run.ts';
import { formatTime } from '../text/format.ts';
import { plain } from '../text/plain.ts';
import { toJson } from './to-json.ts';

/** The reason to send nothing at `now` (ms since the epoch), or `undefined`; no reader stands for a vault that is not there yet. */
export async function findSkip(
  order: Pick<RunOrder, 'charts' | 'maxResults' | 'quotaPerDay'>,
  ifOlderThanMs: number | undefined,
  reader: Pick<Reader, 'lastStoredAt' | 'notBefore' | 'quotaUsed'> | undefined,
  now: number,
): Promise<Skip | undefined> {
  return findReasonToSkip({
    now,
    ifOlderThanMs,
    lastStoredAt: await reader?.lastStoredAt(),
    notBefore: await reader?.notBefore(),
    planned: plannedRequests(order.charts.length, order.maxResults),
    usedToday: (await reader?.quotaUsed(pacificDay(now))) ?? 0,
    quotaPerDay: order.quotaPerDay,
  });
}

/** Not being due is no fault, so that a quiet hourly trigger says nothing of it; the other reasons are told in any case. */
export function printSkip(skip: Skip, { json, quiet }: FetchSettings, { stdout, stderr, timeZone }: Edges): number {
  const due = skip.reason !== 'not-due';
  const sentence = describeSkip(skip, timeZone);
  if (json && (due || !quiet)) stdout.write(toJson({ status: 'skipped', ...skip }));
  if (due) stderr.write(`vault: nothing fetched: ${sentence}\n`);
  else if (!quiet && !json) stdout.write(`Nothing to do: ${sentence}.\n`);
  return due ? 75 : 0;
}

/** The reason, and when a run may start. */
export function describeSkip({ message, until }: Skip, timeZone: string | undefined): string {
  return until === null ? plain(message) : `${plain(message)}; the next run may start at ${formatTime(Date.parse(until), timeZone)}`;
}
