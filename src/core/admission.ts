import { formatDuration } from './duration.ts';
import type { NotBefore } from './ports.ts';
import { quotaResetsAt } from './quota.ts';

/** What decides whether a run may start now. Times are ms since the epoch unless their type says otherwise. */
export interface AdmissionFacts {
  readonly now: number;
  /** Skip the run while the last one that stored something is younger; `undefined` for no such wish. */
  readonly ifOlderThanMs: number | undefined;
  readonly lastStoredAt: string | undefined;
  readonly notBefore: NotBefore | undefined;
  /** Requests, each of one unit, when nothing goes wrong. */
  readonly planned: number;
  readonly usedToday: number;
  readonly quotaPerDay: number;
}

/** Why a run does not start. */
export interface Skip {
  readonly reason: 'not-due' | 'locked' | 'throttled';
  readonly message: string;
  /** When one may start, ISO 8601 UTC; null where nobody knows, as while another run holds the vault, or where no day has the quota. */
  readonly until: string | null;
}

/**
 * The reason to send nothing now, or `undefined` for a run that may start.
 *
 * Not being due comes first, for it is the usual case of an hourly trigger and no fault.
 */
export function findReasonToSkip(facts: AdmissionFacts): Skip | undefined {
  return notDue(facts) ?? heldBack(facts) ?? beyondQuota(facts);
}

/**
 * Starts of an hourly trigger vary by seconds: without this tolerance, 6 h 59 min 59 s would make it wait for the eighth hour. The clocks of
 * several hosts differ as well: without it, one that is a second behind would take a run that has just ended for none.
 */
const tolerance = 0.02;

/** A last run further in the future means that the clock went back: fetching twice costs little, a missed chart cannot be fetched again. */
function notDue({ now, ifOlderThanMs, lastStoredAt }: AdmissionFacts): Skip | undefined {
  if (ifOlderThanMs === undefined || lastStoredAt === undefined) return undefined;
  const age = now - Date.parse(lastStoredAt);
  const oldEnough = Math.ceil(ifOlderThanMs * (1 - tolerance));
  // What started at no time, in a vault that somebody else wrote to, is due as well.
  if (!(age >= oldEnough - ifOlderThanMs && age < oldEnough)) return undefined;
  const until = new Date(Date.parse(lastStoredAt) + oldEnough).toISOString();
  return {
    reason: 'not-due',
    message: `the last run started ${formatDuration(Math.max(0, age))} ago, and every ${formatDuration(ifOlderThanMs)} is enough`,
    until,
  };
}

function heldBack({ now, notBefore }: AdmissionFacts): Skip | undefined {
  const until = Date.parse(notBefore?.until ?? '');
  // What is no time, in a vault that somebody else wrote to, holds nobody back.
  if (notBefore === undefined || !(until > now)) return undefined;
  const wait = formatDuration(until - now);
  return { reason: 'throttled', message: `no request for another ${wait}: ${notBefore.reason}`, until: notBefore.until };
}

function beyondQuota({ now, planned, usedToday, quotaPerDay }: AdmissionFacts): Skip | undefined {
  const left = Math.max(0, quotaPerDay - usedToday);
  if (planned <= left) return undefined;
  const needs = `the run needs ${planned} ${planned === 1 ? 'unit' : 'units'} of quota`;
  if (planned > quotaPerDay) {
    return { reason: 'throttled', message: `${needs}, and VAULT_QUOTA_PER_DAY is ${quotaPerDay}: fetch less, or raise it`, until: null };
  }
  return {
    reason: 'throttled',
    message: `${needs}, and ${left} of ${quotaPerDay} are left today`,
    until: new Date(quotaResetsAt(now)).toISOString(),
  };
}
