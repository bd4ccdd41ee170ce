import { writeDuration } from '../../core/duration.ts';
import type { ScheduleKind, Setting } from './schedule.ts';
import type { Trigger } from './trigger.ts';

/** Whole minutes of a pace, at least one. */
export function minutesOf(everyMs: number): number {
  return Math.max(1, Math.floor(everyMs / 60_000));
}

/** What is run, after node and its script. */
export function fetchWords(ifOlderThanMs: number | undefined, database?: string): string[] {
  const guard = ifOlderThanMs === undefined ? [] : ['--if-older-than', writeDuration(ifOlderThanMs)];
  return ['fetch', ...guard, '--quiet', ...(database === undefined ? [] : ['--db', database])];
}

/** A word of a shell's command line, whatever it holds. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** Shell that waits a random time, of POSIX alone: neither `$RANDOM` nor `shuf` is there everywhere. */
export function randomDelay(delaySeconds: number): string {
  return delaySeconds < 2 ? 'true' : `sleep $(($(od -An -N1 -tu1 /dev/urandom) % ${delaySeconds}))`;
}

/** The call that prints a kind of files again, from any folder. */
export function scheduleCall(
  kind: ScheduleKind,
  { node, script, folder, everyMs, database }: Setting,
  { sudo = false, write = shellWord } = {},
): string {
  const every = ['--every', writeDuration(minutesOf(everyMs) * 60_000)];
  const words = [node, script, 'schedule', kind, ...every, ...(database === undefined ? [] : ['--db', database])];
  const call = words.map(write).join(' ');
  return `cd ${write(folder)} && ${sudo ? 'sudo ' : ''}${call}`;
}

/** Why the trigger is what it is. */
export function describeTrigger({ guarded, stepMinutes }: Trigger, everyMinutes: number, evenNote: string): string {
  const every = writeDuration(everyMinutes * 60_000);
  if (!guarded) return `Every ${every}. ${evenNote}`;
  const step = writeDuration(stepMinutes * 60_000);
  const why = 'cron fields start anew each hour and day, and cannot say';
  return `Looks every ${step}, fetches every ${every}: ${why} "every ${every}". A missed or failed run is made up for at the next look.`;
}
