import type { Copy } from '../sqlite/copy.ts';
import type { Edges } from './edges.ts';
import { count, formatBytes, formatTime } from '../text/format.ts';

/** `103 runs (12.4 MB), the last that stored something of 23 Nov 2026, 18:40,`. */
export function describeCopy({ runs, bytes, lastStoredAt }: Copy, { timeZone }: Pick<Edges, 'timeZone'>): string {
  const last = lastStoredAt === null ? 'none of which stored anything' : `the last of ${formatTime(Date.parse(lastStoredAt), timeZone)}`;
  return runs === 0 ? `a vault without runs (${formatBytes(bytes)})` : `${count(runs, 'run')} (${formatBytes(bytes)}), ${last},`;
}
