import type { RejectedItem, RejectionCount } from '../core/rejections.ts';
import type { Look } from './look.ts';
import { type Column, renderTable } from './table.ts';
import { chartLabel, count, formatNumber, formatTime } from '../text/format.ts';
import { fit } from '../text/fit.ts';
import { plain } from '../text/plain.ts';

/** What could not be read, for people: how often for which reason, and item by item. */
export function renderRejections({ items, reasons }: RejectionCount, listed: readonly RejectedItem[], look: Look): string {
  const { timeZone } = look;
  const reasonColumns: Column<RejectionCount['reasons'][number]>[] = [
    { title: 'Items', align: 'right', dispensable: 0, cell: ({ items }) => formatNumber(items) },
    { title: 'Reason', align: 'left', dispensable: 0, flexible: true, cell: ({ reason }) => plain(reason) },
  ];
  const columns: Column<RejectedItem>[] = [
    { title: 'Run', align: 'right', dispensable: 0, cell: ({ run }) => formatNumber(run) },
    { title: 'Started', align: 'left', dispensable: 3, cell: ({ startedAt }) => formatTime(Date.parse(startedAt), timeZone) },
    { title: 'Chart', align: 'left', dispensable: 0, cell: chartLabel },
    { title: '#', align: 'right', dispensable: 0, cell: ({ position }) => formatNumber(position) },
    { title: 'Stored', align: 'left', dispensable: 1, cell: ({ isStored }) => (isStored ? 'without it' : 'no') },
    { title: 'Title', align: 'left', dispensable: 2, cell: ({ item }) => fit(plain(describeItem(item).title ?? ''), 30) },
    { title: 'Field', align: 'left', dispensable: 0, flexible: true, cell: ({ reasons }) => plain(reasons.map(fieldOf).join(', ')) },
  ];
  const listing = listed.length < items ? `The newest ${formatNumber(listed.length)} of ${count(items, 'item')}` : count(items, 'item');
  return [
    `${listing} that could not be read, or not whole`,
    '',
    renderTable(reasonColumns, reasons, look),
    '',
    renderTable(columns, listed, look),
    '',
    'A newer version of this program may understand them: vault rejections --retry',
  ].join('\n');
}

/** `statistics.viewCount` of the reason that it is no number: the reasons stand above. */
function fieldOf(reason: string): string {
  return reason.split(': ')[0] ?? reason;
}

/** Which video a rejected item is, as far as it tells. */
export function describeItem(item: unknown): { readonly videoId: string | null; readonly title: string | null } {
  const { id, snippet } = fields(item);
  const { title } = fields(snippet);
  return { videoId: typeof id === 'string' ? id : null, title: typeof title === 'string' ? title : null };
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
