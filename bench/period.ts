/** When the last run of every generated vault was: the same question has the same answer on all days. */
export const lastRunAt = Date.parse('2026-11-26T11:00:00.000Z');

/** So many days before that. */
export function ago(days: number): string {
  return new Date(lastRunAt - days * 86_400_000).toISOString();
}
