import { regionCodes } from '../src/core/region.ts';
import { fetchSettings, requireStored, vaultScript } from './fetch-once.ts';
import { timeBareNode } from './process.ts';
import { programPath } from './program-path.ts';
import { type Row, type Shared, shareGo } from './row.ts';
import { freshPath } from './scratch.ts';
import { runCounted, type Used } from './usage.ts';
import { type ChartSize, describeSize, type Scene } from './youtube/scene.ts';
import type { Youtube } from './youtube/start.ts';

const latencyMs = 50;

/** One fetch of all regions, whole, and what of it was the fetching itself. */
interface Wide extends Used {
  readonly fetchingMs: number;
}

/** What one turn has taken, for all rows to look at. */
interface Turn {
  readonly name: string;
  readonly idealMs: number;
  readonly fetch: Shared<Wide>;
  readonly peer: Shared<Used>;
}

/**
 * A fetch of every region into an empty vault. One go serves all rows: its time, its memory, and its CPU against that of a process
 * that asks for the same pages right after.
 */
export function wideRows(youtube: Youtube, size: ChartSize): { rows: Row[]; notes: Row[] } {
  const scene: Scene = { ...size, hours: 24, latencies: Object.fromEntries(regionCodes.map((region) => [region, latencyMs])) };
  const fetch = shareGo(async () => {
    await youtube.show(scene);
    return fetchWide(youtube, size);
  });
  const turn: Turn = {
    name: `fetch, ${regionCodes.length} regions × ${describeSize(size)}`,
    idealMs: Math.ceil((regionCodes.length * size.pages) / 3) * latencyMs,
    fetch,
    peer: shareGo(() => runPeer(youtube, size)),
  };
  return { rows: [fetchingRow(turn), peakRow(turn), cpuRow(turn)], notes: notesOf(turn) };
}

function fetchingRow({ name, idealMs, fetch }: Turn): Row {
  return {
    name: `${name}: from its start to its end`,
    measured: 'ideal schedule on 3 slots',
    sample: async () => (await fetch.take()).fetchingMs,
    against: () => idealMs,
    figure: 'times',
    target: 1.05,
    long: true,
  };
}

function peakRow({ name, fetch }: Turn): Row {
  return {
    name: `${name}: peak memory`,
    measured: '',
    sample: () => fetch.last().peakBytes,
    figure: 'bytes',
    target: 150_000_000,
    below: true,
    long: true,
  };
}

function cpuRow({ name, fetch, peer }: Turn): Row {
  return {
    name: `${name}: CPU`,
    measured: 'undici and JSON.parse alone, the same pages',
    sample: () => fetch.last().cpuMs,
    against: async () => (await peer.take()).cpuMs,
    figure: 'times',
    target: 1.8,
    long: true,
  };
}

/** Where the time and the CPU go. */
function notesOf({ name, idealMs, fetch, peer }: Turn): Row[] {
  const note = (name: string, measured: string, [sample, against]: [() => number, () => number]): Row => {
    return { name, measured, sample, against, figure: 'times', long: true };
  };
  const ideal = 'ideal schedule on 3 slots + bare node';
  const untilStored = `${name}: CPU until the last answer is there`;
  const alone = 'undici and JSON.parse alone, the same pages';
  return [
    note(`${name}: whole process`, ideal, [() => fetch.last().tookMs, () => idealMs + timeBareNode()]),
    note(`${alone}: whole process`, ideal, [() => peer.last().tookMs, () => idealMs + timeBareNode()]),
    note(untilStored, `${alone}, whole`, [() => fetch.last().fetchingCpuMs, () => peer.last().cpuMs]),
  ];
}

function fetchWide(youtube: Youtube, { pageSize, pages }: ChartSize): Wide {
  const vault = freshPath('wide.db');
  const maxResults = pageSize * pages;
  const args = ['fetch', '--db', vault, '--regions', 'all', '--max-results', String(maxResults), '--json'];
  const used = runCounted([vaultScript, ...args], fetchSettings(youtube));
  requireStored(vault, regionCodes.length * maxResults);
  return { ...used, fetchingMs: (JSON.parse(used.stdout) as { durationMs: number }).durationMs };
}

function runPeer({ url }: Youtube, { pageSize, pages }: ChartSize): Used {
  const used = runCounted([programPath('undici-pages.cjs'), url, String(pageSize), String(pages)], {});
  if (Number(used.stdout) === regionCodes.length * pageSize * pages) return used;
  throw new Error(`undici alone got ${used.stdout} videos`);
}
