import { fetchOnce } from './fetch-once.ts';
import type { Row } from './row.ts';
import { freshCopy } from './scratch.ts';
import { sevenLatencies, sevenRegions } from './youtube/scene.ts';
import type { Youtube } from './youtube/start.ts';

/** So many hours later every chart has changed altogether: whatever a vault holds, all videos are new to it. */
const hoursApart = 168;

const soon = Object.fromEntries(Object.keys(sevenLatencies).map((region) => [region, 1]));

/** A fetch into an old vault, against the same into an empty one. One copy of the old vault is fetched into again and again. */
export function ageRows(youtube: Youtube, { old, empty, age }: { old: string; empty: string; age: string }): { rows: Row[]; notes: Row[] } {
  const aged = freshCopy(old, 'aged.db');
  let hours = hoursApart;
  const row = (latencies: typeof sevenLatencies): Pick<Row, 'figure' | 'sample' | 'against'> => ({
    figure: 'times',
    against: async () => {
      hours += hoursApart;
      await youtube.show(sevenRegions(hours, latencies));
      return fetchOnce(youtube, freshCopy(empty, 'fetched.db')).tookMs;
    },
    sample: async () => {
      await youtube.show(sevenRegions(hours, latencies));
      return fetchOnce(youtube, aged).tookMs;
    },
  });
  const name = `fetch into a vault of ${age}, whole process`;
  return {
    rows: [{ name, measured: 'into an empty one', ...row(sevenLatencies), target: 1.1 }],
    notes: [{ name, measured: 'into an empty one, all latencies 1 ms', ...row(soon) }],
  };
}
