import type { Skip } from '../core/admission.ts';
import { allCategories } from '../core/category.ts';
import type { Holder, Reader } from '../core/ports.ts';
import { pacificDay } from '../core/quota.ts';
import type { FetchSettings } from './command-options.ts';
import type { Edges } from './edges.ts';
import { describeHolder } from './open-store.ts';
import { plannedRequests, type RunOrder } from './perform-run.ts';
import { describeSkip, findSkip } from './skip.ts';
import { count, formatNumber } from '../text/format.ts';
import { plain } from '../text/plain.ts';
import { toJson } from './to-json.ts';
import { findVault } from './vault.ts';

/** What a run would do now, as `fetch --dry-run --json` gives it. */
interface Plan {
  readonly status: 'planned';
  readonly charts: RunOrder['charts'];
  readonly maxResults: number;
  /** When nothing has to be asked twice; each costs one unit. */
  readonly requests: number;
  readonly units: number;
  readonly quota: { readonly usedToday: number; readonly limit: number; readonly left: number };
  /** Whether another run holds the vault. */
  readonly held: boolean;
  readonly holder: Holder | null;
  readonly skip: Skip | null;
  readonly database: string;
}

/** `vault fetch --dry-run`: sends nothing, writes nothing, and makes no vault. */
export async function dryRun(
  order: RunOrder,
  { ifOlderThan, json, db }: FetchSettings,
  { clock, cwd, stdout, timeZone }: Edges,
): Promise<number> {
  const reader = await findVault(db, cwd).openReader();
  try {
    const plan = await readPlan(order, { ifOlderThan, now: clock.now() }, reader);
    stdout.write(json ? toJson(plan) : renderPlan(plan, timeZone));
    return 0;
  } finally {
    await reader?.close();
  }
}

async function readPlan(
  order: RunOrder,
  { ifOlderThan, now }: { ifOlderThan: number | undefined; now: number },
  reader: Reader | undefined,
): Promise<Plan> {
  const { charts, maxResults, quotaPerDay: limit, database } = order;
  const requests = plannedRequests(charts.length, maxResults);
  const usedToday = (await reader?.quotaUsed(pacificDay(now))) ?? 0;
  const quota = { usedToday, limit, left: Math.max(0, limit - usedToday) };
  const held = (await reader?.isHeld()) ?? false;
  const holder = (held && (await reader?.holder())) || null;
  const skip = (await findSkip(order, ifOlderThan, reader, now)) ?? null;
  return { status: 'planned', charts, maxResults, requests, units: requests, quota, held, holder, skip, database };
}

function renderPlan(
  { charts, maxResults, requests, units, quota, held, holder, skip, database }: Plan,
  timeZone: string | undefined,
): string {
  const left = `${formatNumber(quota.left)} of ${formatNumber(quota.limit)} are left today`;
  const lines = [
    `Charts   ${formatNumber(charts.length)}, up to ${count(maxResults, 'video')} each: ${describeCharts(charts)}`,
    `Quota    ${count(requests, 'request')}, ${count(units, 'unit')} when nothing has to be asked twice; ${left}`,
    `Held     ${held ? `by another run${describeHolder(holder ?? undefined, timeZone)}` : 'by nobody'}`,
    `Start    ${skip ? `not now: ${describeSkip(skip, timeZone)}` : held ? 'when the other run has ended' : 'now'}`,
    `Vault    ${plain(database)}`,
    'Nothing was sent.',
  ];
  return `${lines.join('\n')}\n`;
}

/** `US GB PL`, or `US GB PL in categories 0, 10`: every region is asked for every category. */
function describeCharts(charts: Plan['charts']): string {
  const regions = new Set(charts.map(({ region }) => region));
  const categories = new Set(charts.map(({ category }) => category));
  const ofAll = categories.size === 1 && categories.has(allCategories);
  return `${[...regions].join(' ')}${ofAll ? '' : ` in ${categories.size === 1 ? 'category' : 'categories'} ${[...categories].join(', ')}`}`;
}
