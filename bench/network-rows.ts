import { existsSync, readFileSync } from 'node:fs';
import { fetchOnce } from './fetch-once.ts';
import { findPython } from './peers/find-python.ts';
import { programPath } from './program-path.ts';
import { runProcess, timeBareNode } from './process.ts';
import { type Row, shareGo, type Skipped } from './row.ts';
import { freshCopy, freshPath } from './scratch.ts';
import { idealMs } from './youtube/ideal-schedule.ts';
import { sevenLatencies, sevenRegions } from './youtube/scene.ts';
import type { Youtube } from './youtube/start.ts';

const pipeline = '../shared/peers/article_pipeline.py';

/** The moments of the runs that the vault has already, and of the one that is measured. */
const pastHours = [0, 8, 16];
const hours = 24;

/** A vault of a few runs against the same latencies: what it knows of the regions, a run may use. */
export async function makeHistory(youtube: Youtube): Promise<string> {
  const vault = freshPath('history.db');
  for (const past of pastHours) {
    await youtube.show(sevenRegions(past));
    fetchOnce(youtube, vault);
  }
  return vault;
}

/** One fetch of the default regions into a copy of `history`, so that each go finds the same vault, and what it is held against. */
export function networkRows(youtube: Youtube, history: string): (Row | Skipped)[] {
  const idealSchedule = idealMs(Object.values(sevenLatencies), 3);
  const fetch = shareGo(async () => {
    await youtube.show(sevenRegions(hours));
    return fetchOnce(youtube, freshCopy(history, 'fetched.db')).tookMs;
  });
  const row = { name: 'fetch, 7 regions, whole process', sample: fetch.last, figure: 'times' } as const;
  return [
    {
      ...row,
      measured: 'ideal schedule on 3 slots + bare node',
      sample: fetch.take,
      against: () => idealSchedule + timeBareNode(),
      target: 1.1,
    },
    { ...row, ...againstPipeline(youtube), target: 1, below: true },
    { ...row, ...againstClient(youtube), target: 0.95, below: true },
  ];
}

function againstPipeline(youtube: Youtube): Pick<Skipped, 'measured' | 'skipped'> | Pick<Row, 'measured' | 'against'> {
  const python = findPython();
  const measured = `the article's pipeline, whole process (${python?.versions ?? 'Python, aiohttp'})`;
  if (!existsSync(pipeline)) return { measured, skipped: `${pipeline} is not there` };
  if (!python) return { measured, skipped: 'no python3 here has aiohttp (Debian: apt install python3-aiohttp)' };
  return {
    measured,
    against: async () => {
      await youtube.show(sevenRegions(hours));
      const args = [pipeline, new URL(youtube.url).port, 'semaphore', freshPath('pipeline.db')];
      return requireVideos(runProcess(python.command, args), /"raw": 175\b/);
    },
  };
}

function againstClient(youtube: Youtube): Pick<Row, 'measured' | 'against'> {
  const { version } = JSON.parse(readFileSync('node_modules/@googleapis/youtube/package.json', 'utf8')) as { version: string };
  return {
    measured: `@googleapis/youtube ${version} under p-limit(3), bundled, whole process`,
    against: async () => {
      await youtube.show(sevenRegions(hours));
      return requireVideos(runProcess(process.execPath, [programPath('official-client.cjs'), youtube.url]), /^175$/m);
    },
  };
}

/** Who fetched less would be quicker. */
function requireVideos({ tookMs, stdout }: { tookMs: number; stdout: string }, all: RegExp): number {
  if (!all.test(stdout)) throw new Error(`not every video was fetched: ${stdout}`);
  return tookMs;
}
