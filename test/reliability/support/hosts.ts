import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { type ReceivedRequest, startServer } from '../../../src/demo/server.ts';
import { type CuttingProxy, type Fate, startCuttingProxy } from '../../postgres/cutting-proxy.ts';
import { openDatabase, type TestDatabase } from '../../postgres/server.ts';
import { apiItem } from '../../support/items.ts';
import { apiError } from '../../support/source.ts';
import { keyOf } from './chart-api.ts';
import { type Running, startVault, temporaryFolder } from './process.ts';
import type { Program } from './program.ts';

export const regions = ['US', 'GB', 'PL'];
export const videosPerChart = 10;

/** One of several machines that fetch on the same schedule: a process of the program at a time, and a network of its own to the server. */
export interface Host {
  /** By which its requests are known. */
  readonly key: string;
  readonly proxy: CuttingProxy;
  /** What its clock is ahead of the others. */
  readonly skewMs: number;
  /** Its process, the last one that was started. */
  running?: Running;
}

/** A request as the API saw it, at a time of the host's own clock. */
interface Asked {
  readonly host: Host;
  readonly at: number;
}

/** Hosts, the server they share, and the API they ask. */
export interface Cluster {
  readonly hosts: readonly Host[];
  readonly database: TestDatabase;
  readonly asked: readonly Asked[];
  /** What is in the charts from now on, and is to be found in the vault. */
  edition: number;
  /** The API refuses every request with this Retry-After. */
  retryAfterSeconds: number | undefined;
  beforeAnswer: (host: Host) => Promise<void>;
  /** Hears each statement before the server does. */
  atStatement: (host: Host, sql: string) => Fate;
  /** Starts the program on a host, whose clock shows this moment (ms since the epoch), give or take its skew. */
  start(host: Host, moment: number): Running;
}

const shiftClock = fileURLToPath(new URL('shift-clock.cjs', import.meta.url));

/** Sets up hosts, of which none has done anything yet; all of it ends with the test. */
export async function openCluster(program: Program, skews: readonly number[]): Promise<Cluster> {
  const folder = temporaryFolder();
  const database = await openDatabase();
  onTestFinished(() => database.remove());
  const [hosts, asked, shifts]: [Host[], Asked[], Map<string, number>] = [[], [], new Map()];
  const api = await startServer(async (request) => {
    const host = hosts.find(({ key }) => key === keyOf(request));
    if (!host) throw new Error('a request of nobody');
    asked.push({ host, at: Date.now() + (shifts.get(host.key) ?? 0) });
    const { edition, retryAfterSeconds } = cluster;
    await cluster.beforeAnswer(host);
    if (retryAfterSeconds !== undefined) return apiError(429, 'rateLimitExceeded', { 'retry-after': String(retryAfterSeconds) });
    return { body: chartOf(request, edition) };
  });
  onTestFinished(() => api.close());
  const cluster: Cluster = {
    hosts,
    database,
    asked,
    edition: 0,
    retryAfterSeconds: undefined,
    beforeAnswer: async () => {},
    atStatement: () => 'pass',
    start(host, moment) {
      const cwd = join(folder, host.key);
      mkdirSync(cwd, { recursive: true });
      const shiftMs = moment + host.skewMs - Date.now();
      shifts.set(host.key, shiftMs);
      const env = {
        YOUTUBE_API_KEY: host.key,
        VAULT_API_URL: api.url,
        VAULT_REGIONS: regions.join(),
        VAULT_MAX_RESULTS: String(videosPerChart),
        VAULT_QUOTA_PER_DAY: '1000000',
        VAULT_DEADLINE: '60s',
        VAULT_DB: host.proxy.url,
        CLOCK_SHIFT_MS: String(shiftMs),
        // In quotes: a path may have spaces.
        NODE_OPTIONS: `--require=${JSON.stringify(shiftClock)}`,
      };
      return (host.running = startVault(program, ['fetch', '--if-older-than', '7h', '--quiet'], { cwd, env }));
    },
  };
  for (const [index, skewMs] of skews.entries()) {
    const proxy = await startCuttingProxy(database.url, (sql) => cluster.atStatement(host, sql));
    const host: Host = { key: `AIza-host-${index + 1}`, proxy, skewMs };
    onTestFinished(() => proxy.close());
    hosts.push(host);
  }
  return cluster;
}

/** The videos of a chart in an edition, in their order: the first is in every region. */
export function videosOf(region: string, edition: number): string[] {
  return Array.from({ length: videosPerChart }, (_, index) => (index === 0 ? 'everywhere' : `${region}-${(edition % 7) + index}`));
}

/** The views of every video in an edition. */
export const viewsOf = (edition: number): number => 1000 + edition;

function chartOf({ region }: ReceivedRequest, edition: number): object {
  const statistics = { viewCount: String(viewsOf(edition)) };
  return { items: videosOf(region, edition).map((id) => apiItem(id, { statistics })) };
}
