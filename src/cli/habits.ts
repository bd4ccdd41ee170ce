import type { Reader, RunStart } from '../core/ports.ts';
import { pacificDay, quotaResetsAt } from '../core/quota.ts';
import type { HabitFacts } from '../ops/check-habits.ts';
import type { DoctorSettings } from './command-options.ts';
import { chartsOf, plannedRequests } from './perform-run.ts';

/** What the runs of a vault, of which `starts` are all, tell about how it is kept. */
export async function readHabits(
  reader: Reader,
  { starts, settings, now }: { starts: readonly RunStart[]; settings: DoctorSettings; now: number },
): Promise<HabitFacts> {
  const [oldest] = starts.map(({ startedAt }) => startedAt).toSorted();
  return {
    now,
    everyMs: settings.every,
    holder: await readHolder(reader),
    lastStoredAt: toTime(await reader.lastStoredAt()),
    isUnused: await reader.isUnused(),
    oldestStartedAt: toTime(oldest),
    notBefore: await reader.notBefore(),
    quota: {
      planned: plannedRequests(chartsOf(settings).length, settings.maxResults),
      usedToday: await reader.quotaUsed(pacificDay(now)),
      limit: settings.quotaPerDay,
      resetsAt: quotaResetsAt(now),
    },
    retentionDays: settings.retentionDays,
  };
}

async function readHolder(reader: Reader): Promise<HabitFacts['holder']> {
  if (!(await reader.isHeld())) return undefined;
  const holder = await reader.holder();
  return { who: holder?.who ?? 'another process', since: toTime(holder?.since) };
}

function toTime(text: string | undefined): number | undefined {
  const time = Date.parse(text ?? '');
  return Number.isFinite(time) ? time : undefined;
}
