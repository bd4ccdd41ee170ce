import { pacificDay } from '../core/quota.ts';
import { openSqliteReader } from '../sqlite/reader.ts';
import type { FetchSettings } from './command-options.ts';
import type { Edges } from './edges.ts';
import { findSkip, plannedRequests, type RunOrder } from './perform-run.ts';
import { count, formatNumber, formatTime, plain, toJson } from './text.ts';

/** `vault fetch --dry-run`: what a run would do now. Sends nothing, writes nothing, and makes no vault. */
export async function dryRun(order: RunOrder, settings: FetchSettings, edges: Edges): Promise<number> {
  const { clock, timeZone, stdout } = edges;
  const reader = await openSqliteReader(order.database);
  try {
    const usedToday = (await reader?.quotaUsed(pacificDay(clock.now()))) ?? 0;
    const held = (await reader?.isHeld()) ?? false;
    const skip = reader && (await findSkip(order, settings.ifOlderThan, reader, clock.now()));
    const requests = plannedRequests(order.charts.length, order.maxResults);
    const quota = { usedToday, limit: order.quotaPerDay, left: Math.max(0, order.quotaPerDay - usedToday) };
    if (settings.json) {
      stdout.write(
        toJson({
          status: 'planned',
          charts: order.charts,
          requests,
          units: requests,
          quota,
          held,
          skip: skip ?? null,
          database: order.database,
        }),
      );
      return 0;
    }
    const left = `${formatNumber(quota.left)} of ${formatNumber(quota.limit)} are left today`;
    const start = held
      ? 'no: another run holds the vault'
      : skip
        ? `no: ${skip.message}; from ${formatTime(Date.parse(skip.until), timeZone)}`
        : 'yes';
    stdout.write(
      [
        `Charts   ${formatNumber(order.charts.length)}, up to ${count(order.maxResults, 'video')} each`,
        `Quota    ${count(requests, 'request')}, ${count(requests, 'unit')} when nothing has to be asked twice; ${left}`,
        `Start    ${start}`,
        `Vault    ${plain(order.database)}`,
        'Nothing was sent.\n',
      ].join('\n'),
    );
    return 0;
  } finally {
    await reader?.close();
  }
}
