/** How a scheduler that knows minutes and hours keeps a pace. */
export interface Trigger {
  /** The five fields of a crontab. */
  readonly fields: string;
  /** Minutes between two triggers. */
  readonly stepMinutes: number;
  /** Whether the triggers come more often than the runs are wanted, so that `--if-older-than` has to keep the pace. */
  readonly guarded: boolean;
  /** The longest random delay, in seconds, that does not disturb the pace. */
  readonly delaySeconds: number;
}

const hour = 60;
const day = 24 * hour;

/**
 * The trigger for runs so many minutes apart, at a minute of the hour (0 to 59) of the caller's choice.
 *
 * The fields of a crontab start anew each hour and each day, so that only what divides one of them comes evenly. For all else the trigger
 * is the longest that divides both the pace and the hour, an hour at most; below 5 minutes only where the pace is.
 */
export function planTrigger(everyMinutes: number, minute: number): Trigger {
  const even = evenFields(everyMinutes, minute);
  if (even !== undefined) {
    const delaySeconds = Math.min(longestDelay, everyMinutes * 6);
    return { fields: even, stepMinutes: everyMinutes, guarded: false, delaySeconds };
  }
  const stepMinutes = stepOf(everyMinutes);
  // A trigger may come so much earlier after the last run than the pace asks for: `--if-older-than` tolerates 2 %.
  const delaySeconds = Math.min(longestDelay, Math.floor(everyMinutes * 60 * 0.02));
  return { fields: fieldsOfStep(stepMinutes, minute), stepMinutes, guarded: true, delaySeconds };
}

/** Long enough to spread many vaults, short enough for 2 % of 7 h. */
const longestDelay = 240;

function evenFields(everyMinutes: number, minute: number): string | undefined {
  if (everyMinutes <= hour && hour % everyMinutes === 0) return fieldsOfStep(everyMinutes, minute);
  if (everyMinutes === day) return `${minute} 5 * * *`;
  return everyMinutes % hour === 0 && day % everyMinutes === 0 ? `${minute} */${everyMinutes / hour} * * *` : undefined;
}

function fieldsOfStep(step: number, minute: number): string {
  if (step === hour) return `${minute} * * * *`;
  return step === 1 ? '* * * * *' : `${minute % step}-59/${step} * * * *`;
}

/** The minutes between two triggers where `--if-older-than` keeps the pace. */
export function stepOf(everyMinutes: number): number {
  const common = greatestCommonDivisor(everyMinutes, hour);
  if (common >= 5) return common;
  return everyMinutes < 10 ? 1 : 5;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
