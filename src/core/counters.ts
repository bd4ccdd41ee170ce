/**
 * A counter, or null where it is missing: YouTube omits what an uploader hides.
 *
 * Counters arrive as decimal strings of uint64. One that is no such string, or beyond 2^53-1 where a number would round it,
 * is rejected and null: the item around it is still good.
 */
export function readCounter(value: unknown, field: string, reject: (reason: string) => void): number | null {
  if (value === undefined || value === null) return null;
  const count = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  if (typeof count === 'number' && Number.isSafeInteger(count) && count >= 0) return count;
  reject(`${field}: expected a whole number from 0 to 2^53-1`);
  return null;
}

/** The greatest of some counts; null only where none is known. */
export function greatest(counts: readonly (number | null)[]): number | null {
  return counts.reduce((most, count) => (most === null || (count !== null && count > most) ? count : most), null);
}

/** Seconds of an ISO 8601 duration such as `PT40S` or `P1DT2H`; null where missing, null and rejected where unreadable. */
export function readDurationSeconds(value: unknown, field: string, reject: (reason: string) => void): number | null {
  if (value === undefined || value === null) return null;
  const match =
    typeof value === 'string' && /^P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,9})S)?)?$/.exec(value);
  if (match && /\d/.test(match[0])) {
    const [weeks, days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0)) as [
      number,
      number,
      number,
      number,
      number,
    ];
    return (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds;
  }
  reject(`${field}: expected an ISO 8601 duration`);
  return null;
}
