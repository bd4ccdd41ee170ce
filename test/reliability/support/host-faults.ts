import { setTimeout as delay } from 'node:timers/promises';
import { between, type Random } from '../../../src/demo/random.ts';
import type { Fate } from '../../postgres/cutting-proxy.ts';
import type { Cluster, Host } from './hosts.ts';

/** What befalls the host that runs. */
export interface Fault {
  /** Hears the statements of every host. */
  readonly atStatement?: (host: Host, sql: string) => Fate;
  /** Hears which host is the first to ask; its answers wait for what this gives. */
  readonly atFirstRequest?: (runner: Host) => Promise<void> | void;
  /** Every request is refused, with this Retry-After. */
  readonly retryAfterSeconds?: number;
}

export interface Scene {
  readonly cluster: Cluster;
  readonly random: Random;
  /** SIGKILL. */
  kill(host: Host): void;
  /** Resets what the host has of connections to the server. */
  cut(host: Host): void;
  /** Has the server end the host's sessions. */
  terminate(host: Host): void;
  /** Starts one more host at this moment, and waits for its end. */
  startAnother(): Promise<void>;
  /** Whether all have ended: what comes now would befall who is triggered next. */
  isOver(): boolean;
}

/** Longer than a run takes, so that some come too late. */
const runMs = 450;

/** By name, as the figure of the check counts them. */
export const faults = {
  none: () => ({}),
  kill: (scene) => later(scene, scene.kill),
  /** Statement by statement, from the first that stores the run on. */
  'kill while storing': ({ random, kill }) => ({
    atStatement: afterStart(/UPDATE runs SET status/, between(random, 0, 14), (host) => {
      kill(host);
      return 'pass';
    }),
  }),
  cut: (scene) => later(scene, scene.cut),
  'session terminated': (scene) => later(scene, scene.terminate),
  'cut before COMMIT': ({ random }) => ({ atStatement: afterStart(aTransaction(random), 0, () => 'cut before', 'COMMIT') }),
  'cut after COMMIT': ({ random }) => ({ atStatement: afterStart(aTransaction(random), 0, () => 'cut after', 'COMMIT') }),
  'cut after the COMMIT of a run': () => ({ atStatement: afterStart(/UPDATE runs SET status/, 0, () => 'cut after', 'COMMIT') }),
  /** Until another has stored a run, as it must not do without the lock. */
  away: ({ cut, startAnother }) => ({
    async atFirstRequest(runner) {
      runner.proxy.reachable('away');
      cut(runner);
      await startAnother();
      runner.proxy.reachable('yes');
    },
  }),
  'too fast': ({ random }) => ({ retryAfterSeconds: between(random, 3700, 7000) }),
} satisfies Record<string, (scene: Scene) => Fault>;

export type FaultName = keyof typeof faults;

/** The start of a run, or its end. */
function aTransaction(random: Random): RegExp {
  return random() < 0.3 ? /INSERT INTO runs/ : /UPDATE runs SET status/;
}

/** Strikes at any moment of the run. */
function later({ random, isOver }: Scene, strike: (runner: Host) => void): Fault {
  const ms = random() * runMs;
  return { atFirstRequest: (runner) => void delay(ms).then(() => isOver() || strike(runner)) };
}

/** Strikes once: at the statement so many after the one that `start` fits, or at the next that is `sql`. */
function afterStart(start: RegExp, count: number, strike: (host: Host) => Fate, sql?: string): (host: Host, sql: string) => Fate {
  let [runner, left]: [Host | undefined, number] = [undefined, count];
  let isOver = false;
  return (host, given) => {
    if (isOver) return 'pass';
    if (start.test(given)) runner ??= host;
    if (runner !== host || (sql !== undefined && given !== sql)) return 'pass';
    if (sql === undefined && left-- > 0) return 'pass';
    isOver = true;
    return strike(host);
  };
}
