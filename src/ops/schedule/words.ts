import { writeDuration } from '../../core/duration.ts';
import type { ScheduleKind, Setting } from './schedule.ts';
import type { Trigger } from './trigger.ts';

/** Whole minutes of a pace, at least one. */
export function minutesOf(everyMs: number): number {
  return Math.max(1, Math.floor(everyMs / 60_000));
}

/** What is run, after node and its script. */
export function fetchWords(ifOlderThanMs: number | undefined): string[] {
  return ['fetch', ...(ifOlderThanMs === undefined ? [] : ['--if-older-than', writeDuration(ifOlderThanMs)]), '--quiet'];
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
export function scheduleCall(kind: ScheduleKind, { node, script, folder, everyMs }: Setting, { sudo = false } = {}): string {
  const call = [node, script, 'schedule', kind, '--every', writeDuration(minutesOf(everyMs) * 60_000)].map(shellWord).join(' ');
  return `cd ${shellWord(folder)} && ${sudo ? 'sudo ' : ''}${call}`;
}

/** Why the trigger is what it is. */
export function describeTrigger({ guarded, stepMinutes }: Trigger, everyMinutes: number, evenNote: string): string {
  const every = writeDuration(everyMinutes * 60_000);
  if (!guarded) return `Every ${every}. ${evenNote}`;
  const step = writeDuration(stepMinutes * 60_000);
  const why = 'cron fields start anew each hour and day, and cannot say';
  return `Looks every ${step}, fetches every ${every}: ${why} "every ${every}". A missed or failed run is made up for at the next look.`;
}
