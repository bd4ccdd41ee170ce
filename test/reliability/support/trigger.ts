import { setTimeout as delay } from 'node:timers/promises';
import type { Random } from '../../../src/demo/random.ts';
import { isLocked } from '../../../src/postgres/lock.ts';
import { allEnded } from './all-ended.ts';
import type { Fault, Scene } from './host-faults.ts';
import type { Cluster, Host } from './hosts.ts';
import type { Ended } from './process.ts';

/** How the process of a host ended. */
export interface HostEnd extends Pick<Ended, 'exitCode' | 'stderr'> {
  readonly host: Host;
  readonly wasKilled: boolean;
}

/** What a trigger came to. */
export interface Triggered {
  readonly ends: readonly HostEnd[];
  /** Connections that were there and were lost. */
  readonly losses: number;
}

export interface Trigger {
  /** What the hosts' clocks show, ms since the epoch. */
  readonly moment: number;
  readonly hosts: readonly Host[];
  readonly random: Random;
  readonly fault?: (scene: Scene) => Fault;
  /** Nobody is answered before all have asked or have ended, so that those whom nothing keeps from it ask at the same time. */
  readonly isTogether?: boolean;
}

/** All start within so many ms, and an answer takes as long. */
const spreadMs = 150;

const patienceMs = 5000;

const terminateSql = 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE client_port = ANY ($1)';

/** Triggers hosts at about the same time, lets the fault befall the first that asks, and waits for the ends of all. */
export async function trigger(cluster: Cluster, { moment, hosts, random, fault, isTogether = false }: Trigger): Promise<Triggered> {
  const killed = new Set<Host>();
  let isOver = false;
  let losses = 0;
  const ends: Promise<HostEnd>[] = [];
  const start = async (host: Host): Promise<HostEnd> => {
    const { exitCode, stderr } = await cluster.start(host, moment).ended;
    return { host, exitCode, stderr, wasKilled: killed.has(host) };
  };
  const scene: Scene = {
    cluster,
    random,
    kill(host) {
      killed.add(host);
      host.running?.child.kill('SIGKILL');
    },
    cut({ proxy }) {
      if (proxy.ports().length > 0) losses += 1;
      proxy.cut();
    },
    terminate({ proxy }) {
      if (proxy.ports().length > 0) losses += 1;
      void cluster.database.query(terminateSql, [proxy.ports()]);
    },
    async startAnother() {
      const other = cluster.hosts.find((host) => !hosts.includes(host));
      if (!other) throw new Error('all hosts were triggered already');
      while (await isLocked(cluster.database.query)) await delay(5);
      const end = start(other);
      ends.push(end);
      await end;
    },
    isOver: () => isOver,
  };
  const { atStatement, atFirstRequest, retryAfterSeconds } = fault?.(scene) ?? {};
  const [moments, arrived] = [hosts.map(() => random() * spreadMs), new Set<Host>()];
  let runner: Host | undefined;
  let struck: Promise<void> | void;
  cluster.retryAfterSeconds = retryAfterSeconds;
  cluster.atStatement = (host, sql) => {
    const fate = atStatement?.(host, sql) ?? 'pass';
    if (fate !== 'pass') losses += 1;
    return fate;
  };
  cluster.beforeAnswer = async (host) => {
    arrived.add(host);
    if (!runner) {
      runner = host;
      struck = atFirstRequest?.(host);
    }
    if (host === runner) await struck;
    const until = performance.now() + patienceMs;
    if (isTogether) while (!hosts.every((one) => arrived.has(one)) && performance.now() < until) await delay(10);
    await delay(random() * spreadMs);
  };
  for (const [index, host] of hosts.entries()) {
    ends.push(
      delay(moments[index]).then(async () => {
        const end = await start(host);
        arrived.add(host);
        return end;
      }),
    );
  }
  // One that a fault starts ends before the one that it befalls.
  await allEnded(ends);
  const all = await Promise.all(ends);
  isOver = true;
  [cluster.retryAfterSeconds, cluster.atStatement, cluster.beforeAnswer] = [undefined, () => 'pass', async () => {}];
  return { ends: all, losses };
}
