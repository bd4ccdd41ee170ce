import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'vitest';
import { between, createRandom, pick, type Random } from '../../src/demo/random.ts';
import { missingServer } from '../postgres/server.ts';
import { deferred } from '../support/together.ts';
import { endsWithin } from './support/ends-within.ts';
import { auditRuns, findHalves, unitsSpent } from './support/host-audit.ts';
import { type FaultName, faults } from './support/host-faults.ts';
import { type Cluster, type Host, openCluster } from './support/hosts.ts';
import { keepsPromise, type Scale } from './support/promise.ts';
import { type HostEnd, trigger, type Triggered } from './support/trigger.ts';

const seed = 19;
const hourMs = 3_600_000;
const epoch = Date.parse('2026-11-23T12:00:00.000Z');

/** What the sample holds, in this order; at full scale any of them, at random. */
const sample: readonly FaultName[] = ['none', 'cut', 'cut after the COMMIT of a run', 'away', 'kill', 'too fast'];

keepsPromise({
  number: 19,
  title: 'Many hosts with --if-older-than: one run per interval, whoever is killed or cut off, one quota and one pause for all',
  missing: () => missingServer,
  async check(program, scale) {
    const tally = { intervals: 0, processes: 0, killed: 0, sameTrigger: 0, nextTrigger: 0, givenUp: 0, losses: 0, refused: 0 };
    const random = createRandom('hosts', seed);
    const [intervals, most] = scale === 'full' ? [200, 8] : [sample.length, 3];
    // Clocks of different machines are a second or two apart.
    const cluster = await openCluster(
      program,
      Array.from({ length: most + 1 }, () => between(random, -1500, 1500)),
    );
    let moment = epoch;
    for (let edition = 1; edition <= intervals; edition += 1) {
      const name = scale === 'full' ? pick(random, Object.keys(faults) as FaultName[]) : (sample[edition - 1] ?? 'none');
      // Mostly few, as many processes take their time.
      const count = scale === 'full' ? between(random, 2, pick(random, [3, 4, most])) : name === 'none' ? most : 2;
      const what = `in interval ${edition} (${count} hosts, ${name}), seed ${seed}`;
      cluster.edition = edition;
      const seen = await playInterval(cluster, { moment, name, count, what, random: createRandom('hosts', seed, edition) });
      tally.intervals += 1;
      tally.processes += seen.ends.length;
      tally.givenUp += seen.ends.filter(({ stderr }) => stderr.includes('another host has stored')).length;
      tally.losses += seen.losses;
      if (name === 'too fast') tally.refused += 1;
      if (seen.ends.some(({ exitCode }) => exitCode === null)) {
        tally.killed += 1;
        tally[seen.hour === 0 ? 'sameTrigger' : 'nextTrigger'] += 1;
      }
      moment += (seen.hour + 7) * hourMs;
    }
    const [units, requests] = [await unitsSpent(cluster.database), cluster.asked.length];
    expect(units, 'units in the ledger, for the requests that the API saw').toBeGreaterThanOrEqual(requests);
    const slowest = await tellToEnd(cluster, { moment, scale });
    const kills = `${tally.killed} killed (${tally.sameTrigger} runs stored by the same trigger, ${tally.nextTrigger} by the next)`;
    return (
      `${tally.intervals} intervals, ${tally.processes} processes: ${kills}, ${tally.losses} lost the server (${tally.givenUp} gave up for another), ` +
      `${tally.refused} told to wait: 0 doubles, 0 lost intervals, 0 half runs, 0 requests before the time told, ` +
      `${units} units for ${requests} requests; out ${(slowest / 1000).toFixed(1)} s after SIGTERM without a server`
    );
  },
  sabotages: [
    {
      title: 'the advisory lock not heeded',
      patches: [{ file: 'src/postgres/lock.ts', from: 'if (!answer?.taken) throw', to: 'if (!answer) throw' }],
    },
    {
      title: 'a run stored again whose COMMIT was not answered',
      patches: [{ file: 'src/postgres/store.ts', from: 'if (!isThat(kept, finished)) await', to: 'await' }],
    },
    {
      title: 'a run stored after another host has stored one',
      patches: [{ file: 'src/postgres/store.ts', from: '(connection) => requireNotOvertaken(connection, known)', to: 'async () => {}' }],
    },
    {
      title: 'a lost connection not made anew',
      patches: [{ file: 'src/postgres/session.ts', from: 'if (isClosed || leftMs <= 0) throw error;', to: 'throw error;' }],
    },
    {
      title: 'a time told that another host does not heed',
      patches: [
        {
          file: 'src/postgres/run-writer.ts',
          from: 'if (notBefore) await remember(query, { not_before: notBefore.until, not_before_reason: notBefore.reason });',
          to: 'if (notBefore) return;',
        },
      ],
    },
    {
      title: 'a wait for the server that no signal ends',
      patches: [
        { file: 'src/cli/open-store.ts', from: 'retryMs, signal: interruption }', to: 'retryMs, signal: new AbortController().signal }' },
      ],
    },
  ],
});

interface Interval {
  readonly moment: number;
  readonly name: FaultName;
  readonly count: number;
  readonly what: string;
  readonly random: Random;
}

/** Triggers the hosts every hour until the interval has its run, and once more; gives the hour that brought it. */
async function playInterval(cluster: Cluster, { moment, name, count, what, random }: Interval): Promise<Triggered & { hour: number }> {
  const hosts = cluster.hosts.slice(0, name === 'away' ? Math.min(count, cluster.hosts.length - 1) : count);
  const before = cluster.asked.length;
  const ends: HostEnd[] = [];
  let losses = 0;
  for (let hour = 0; hour < (name === 'too fast' ? 3 : 2); hour += 1) {
    const fault = hour === 0 ? faults[name] : undefined;
    const seen = await trigger(cluster, {
      moment: moment + hour * hourMs,
      hosts,
      random,
      fault,
      isTogether: name === 'none' && hour === 0,
    });
    for (const { exitCode, stderr, wasKilled, host } of seen.ends) {
      const allowed = wasKilled ? [0, 75, null] : [0, 75];
      expect(allowed, `exit code of ${host.key} ${what}, hour ${hour}: ${stderr}`).toContain(exitCode);
    }
    ends.push(...seen.ends);
    losses += seen.losses;
  }
  if (name === 'too fast') expectPause(cluster, before, what);
  const runs = await auditRuns(cluster.database, moment - hourMs);
  const halves = (await Promise.all(runs.map((run) => findHalves(cluster.database, run, cluster.edition)))).flat();
  expect(halves, `half runs ${what}`).toEqual([]);
  const stored = runs.filter(({ snapshots }) => snapshots > 0);
  expect(
    stored.map(({ run, startedAt }) => `${run} at ${startedAt}`),
    `runs stored ${what}`,
  ).toHaveLength(1);
  const hour = Math.floor((Date.parse(stored[0]?.startedAt ?? '') - moment + hourMs / 2) / hourMs);
  const latest = name === 'too fast' ? 2 : name.startsWith('kill') ? 1 : 0;
  expect(hour, `triggers until the run ${what}`).toBeLessThanOrEqual(latest);
  return { ends, losses, hour };
}

/** After the first refusal nobody but who got it may have asked before the time told: what that one had on its way is its own. */
function expectPause({ asked }: Cluster, before: number, what: string): void {
  const [first, ...others] = asked.slice(before);
  // The least that was told.
  const until = (first?.at ?? 0) + 3700 * 1000;
  const early = others.filter(({ host, at }) => at < until && (host !== first?.host || at > first.at + 60_000));
  expect(
    early.map(({ host }) => host.key),
    `requests before the time told ${what}`,
  ).toEqual([]);
}

/** Takes the server away from a host that runs, sends SIGTERM, and gives how long the process took to end, at most. */
async function tellToEnd(cluster: Cluster, { moment, scale }: { moment: number; scale: Scale }): Promise<number> {
  let slowest = 0;
  for (const reach of ['away', 'silent'] as const) {
    const host = cluster.hosts[0] as Host;
    const hasAsked = deferred();
    const mayAnswer = deferred();
    cluster.beforeAnswer = () => {
      hasAsked.resolve();
      return mayAnswer.promise;
    };
    const running = cluster.start(host, moment);
    await Promise.race([hasAsked.promise, running.ended]);
    host.proxy.reachable(reach);
    host.proxy.cut();
    mayAnswer.resolve();
    // It has found out, and looks for the server.
    await delay(1000);
    const began = performance.now();
    running.child.kill('SIGTERM');
    const { exitCode, stderr } = await endsWithin(running, scale === 'full' ? 2000 : 10_000, `a host told to end, its server ${reach}`);
    expect(exitCode, stderr).toBe(143);
    slowest = Math.max(slowest, performance.now() - began);
    host.proxy.reachable('yes');
  }
  return slowest;
}
