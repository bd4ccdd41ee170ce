const pacificClock = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/Los_Angeles',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** The day whose quota a request at `now` (ms since the epoch) spends, as `2026-11-23`: YouTube counts days in Pacific time. */
export function pacificDay(now: number): string {
  return pacificParts(now).day;
}

/** When the quota of the day of `now` is given anew, in ms since the epoch: the next midnight in America/Los_Angeles. */
export function quotaResetsAt(now: number): number {
  const { day, msOfDay } = pacificParts(now);
  const wholeSecond = now - (now % 1000);
  const guess = wholeSecond - msOfDay + 86_400_000;
  // A day of a clock change lasts 23 or 25 hours; what the wall clock shows at the guess says by how much it missed.
  const shown = pacificParts(guess);
  if (shown.day === day) return guess + (86_400_000 - shown.msOfDay);
  return guess - shown.msOfDay;
}

function pacificParts(now: number): { day: string; msOfDay: number } {
  const parts = Object.fromEntries(pacificClock.formatToParts(now).map(({ type, value }) => [type, value]));
  const seconds = Number(parts['hour']) * 3600 + Number(parts['minute']) * 60 + Number(parts['second']);
  return { day: `${parts['year']}-${parts['month']}-${parts['day']}`, msOfDay: seconds * 1000 };
}
