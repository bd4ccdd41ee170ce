import { dayMs, formatDuration, hourMs } from '../core/duration.ts';
import type { NotBefore } from '../core/ports.ts';
import { allowedDays } from '../core/retention.ts';
import { formatNumber } from '../text/format.ts';
import { type Check, failure, ok, warning } from './check.ts';

/** What the runs of a vault tell. Times are ms since the epoch. */
export interface HabitFacts {
  readonly now: number;
  /** How far apart the runs are to be. */
  readonly everyMs: number;
  /** Who holds the vault at this moment, and since when. */
  readonly holder: { readonly who: string; readonly since: number | undefined } | undefined;
  readonly lastStoredAt: number | undefined;
  /** Whether no run ever started here, not even one that was deleted since. */
  readonly isUnused: boolean;
  readonly oldestStartedAt: number | undefined;
  readonly notBefore: NotBefore | undefined;
  readonly quota: { readonly planned: number; readonly usedToday: number; readonly limit: number; readonly resetsAt: number };
  readonly retentionDays: number | undefined;
}

/** Checks of what has become of the vault's runs, and of what is left for the next one. */
export function checkHabits(facts: HabitFacts): Check[] {
  return [checkLock(facts), checkLastSuccess(facts), checkQuota(facts), checkRetention(facts)];
}

function checkLock({ holder, now }: HabitFacts): Check {
  if (!holder) return ok('lock', 'nobody holds the vault');
  const heldMs = holder.since === undefined ? 0 : now - holder.since;
  const fact = `${holder.who} holds the vault${holder.since === undefined ? '' : `, since ${formatDuration(heldMs)}`}`;
  // VAULT_DEADLINE may be a day, but hardly anybody's is.
  return heldMs < 2 * hourMs
    ? ok('lock', fact)
    : warning('lock', `${fact}: no run takes so long`, 'look whether that process still lives, or end it');
}

/** An hourly trigger makes a gap up to an hour longer than asked for. */
function checkLastSuccess({ lastStoredAt, isUnused, now, everyMs }: HabitFacts): Check {
  const remedy = 'see what failed with vault stats, and whether the scheduler runs (vault schedule prints its files)';
  if (lastStoredAt === undefined && isUnused) return warning('last success', 'no run has stored anything yet', 'vault fetch');
  if (lastStoredAt === undefined) return warning('last success', 'no run that is kept has stored anything', remedy);
  const age = now - lastStoredAt;
  const fact = `the last run that stored something started ${formatDuration(Math.max(0, age))} ago`;
  if (age < -hourMs)
    return warning('last success', `the last run lies ${formatDuration(-age)} in the future`, "set this machine's clock right");
  if (age <= everyMs * 1.02 + hourMs) return ok('last success', `${fact}; one every ${formatDuration(everyMs)} is expected`);
  const late = `${fact}, and one every ${formatDuration(everyMs)} is expected`;
  return age <= 3 * everyMs + hourMs ? warning('last success', late, remedy) : failure('last success', 'network', late, remedy);
}

function checkQuota({ quota: { planned, usedToday, limit, resetsAt }, notBefore, now }: HabitFacts): Check {
  const fact = `${formatNumber(usedToday)} of ${formatNumber(limit)} units used today, and a run needs ${formatNumber(planned)}`;
  if (planned > limit)
    return failure('quota', 'configuration', fact, 'fetch fewer charts, or ask for more quota and raise VAULT_QUOTA_PER_DAY');
  const until = Date.parse(notBefore?.until ?? '');
  if (until > now) {
    const reason = `no request for another ${formatDuration(until - now)}: ${notBefore?.reason ?? ''}`;
    return warning('quota', reason, 'nothing to do: the next run waits for it');
  }
  if (usedToday + planned <= limit) return ok('quota', fact);
  return warning('quota', fact, `nothing to do: it is given anew in ${formatDuration(resetsAt - now)}`);
}

const rule = `YouTube's rules let data fetched with a key alone be kept for ${allowedDays} days (developer policies, III.E.4)`;

function checkRetention({ retentionDays, oldestStartedAt, now, everyMs }: HabitFacts): Check {
  const oldestDays = oldestStartedAt === undefined ? 0 : (now - oldestStartedAt) / dayMs;
  const oldest = `the oldest run is ${oldestDays < 1 ? 'less than a day' : `${Math.floor(oldestDays)} d`} old`;
  if (retentionDays !== undefined && retentionDays > allowedDays) {
    return warning(
      'retention',
      `VAULT_RETENTION_DAYS is ${retentionDays}; ${rule}`,
      `set it to ${allowedDays}, unless YouTube has told you otherwise`,
    );
  }
  // A day of grace, and the run that would have deleted.
  if (retentionDays !== undefined && oldestDays > retentionDays + 1 + everyMs / dayMs) {
    const fact = `runs are to go after ${retentionDays} d, but ${oldest}: only a run that stores something lets old ones go`;
    return warning('retention', fact, 'vault prune, and see with vault stats what keeps runs from storing');
  }
  if (retentionDays !== undefined) return ok('retention', `runs go after ${retentionDays} d; ${oldest}`);
  if (oldestDays <= allowedDays) return ok('retention', `VAULT_RETENTION_DAYS is not set: nothing is deleted by itself; ${oldest}`);
  const remedy = `vault prune --older-than ${allowedDays}d, or set VAULT_RETENTION_DAYS=${allowedDays}`;
  return warning('retention', `${oldest}, and nothing deletes it; ${rule}`, remedy);
}
