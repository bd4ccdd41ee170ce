import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { allEnded } from './support/all-ended.ts';
import { createRandom, pick, type Random } from '../../src/demo/random.ts';
import { type Aim, type KillChain, openKillChain, placesPerRun, type Spans } from './support/kill-chain.ts';
import type { Program } from './support/program.ts';
import { keepsPromise } from './support/promise.ts';
import { runOnce } from './support/specimen.ts';
import { createTurns } from './support/turns.ts';
import { findDamage, readRuns } from './support/vault-check.ts';
import { copyVault } from './support/vault-content.ts';

const seed = 9;

/** Half the kills come at any moment; the others seek the few ms in which a run is stored, and those in which the vault is closed. */
const aims: readonly Aim[] = ['anywhere', 'anywhere', 'anywhere', 'storing', 'storing', 'acknowledged'];

keepsPromise({
  number: 9,
  title: 'SIGKILL at random moments: no corrupt vault, no half run, no acknowledged run lost, nothing to repair',
  async check(program, scale) {
    const [chains, kills] = scale === 'full' ? [2, 250] : [1, 10];
    const takeTurn = createTurns();
    const spans = await (await openKillChain(program, takeTurn)).measure();
    const tallies = await allEnded(
      Array.from({ length: chains }, async (_, index) => {
        const chain = await openKillChain(program, takeTurn);
        return killAgainAndAgain(program, chain, { kills, spans, takeTurn, random: createRandom('kills', seed, index) });
      }),
    );
    const tally = tallies.reduce(add, nothing);
    if (scale === 'full') expect(tally.storing, 'kills that hit a run while it stored').toBeGreaterThan(50);
    return describe(tally);
  },
  sabotages: [
    {
      title: 'a run stored in many transactions',
      patches: [
        {
          file: 'src/sqlite/run-writer.ts',
          from: 'finish: finish.immediate',
          to: 'finish: (finished: FinishedRun) => saveRun(save, finished)',
        },
      ],
    },
  ],
});

/** What many kills came to. */
interface Tally {
  running: number;
  storing: number;
  /** Of the runs that were killed while they stored: those that are in the vault all the same. */
  keptWhole: number;
  after: number;
  acknowledged: number;
  lost: number;
  damages: number;
  nextRuns: number;
}

const nothing: Tally = { running: 0, storing: 0, keptWhole: 0, after: 0, acknowledged: 0, lost: 0, damages: 0, nextRuns: 0 };

interface Plan {
  readonly kills: number;
  readonly spans: Spans;
  readonly takeTurn: () => Promise<() => void>;
  readonly random: Random;
}

/** Kills runs on one vault until so many kills came in time. */
async function killAgainAndAgain(program: Program, chain: KillChain, { kills, spans, takeTurn, random }: Plan): Promise<Tally> {
  const tally = { ...nothing };
  const acknowledged: number[] = [];
  let kept = 0;
  for (let attempt = 1; countKills(tally) < kills; attempt += 1) {
    expect(attempt, 'attempts to kill a run in time').toBeLessThanOrEqual(3 * kills);
    const aim = pick(random, aims);
    // What is written in the end is written at once: most kills come early.
    const afterMs = random() ** (aim === 'storing' ? 3 : 1) * spans[aim];
    const what = `kill ${attempt}, ${afterMs.toFixed(1)} ms, aimed at ${aim}, seed ${seed}`;
    const death = await chain.kill(aim, afterMs);
    expect([0, null], `exit code in spite of ${what}: ${death.stderr}`).toContain(death.exitCode);
    if (death.acknowledged !== undefined) acknowledged.push(death.acknowledged);

    const endTurn = await takeTurn();
    const found = await inspect(program, chain, acknowledged, what).finally(endTurn);
    tally.nextRuns += 1;
    tally.lost += found.lost;
    tally.damages += found.damages;
    if (death.exitCode === null) tally[death.stage] += 1;
    if (death.stage === 'storing') tally.keptWhole += found.whole - kept;
    kept = found.whole;
  }
  return { ...tally, acknowledged: acknowledged.length };
}

/** Lets the next run have a copy, so that the next kill meets the vault as this one left it. Fails where anything is wrong. */
async function inspect(
  program: Program,
  { vault, api }: KillChain,
  acknowledged: readonly number[],
  what: string,
): Promise<{ whole: number; lost: number; damages: number }> {
  const copy = `${vault}-copy`;
  copyVault(vault, copy);
  await runOnce(program, api, copy, `the run after ${what}`);
  const damage = [...findDamage(copy), ...findShortRuns(copy)];
  expect(damage, `damage after ${what}`).toEqual([]);
  const ended = readRuns(copy).flatMap(({ run, status }) => (status === 'running' ? [] : [run]));
  const lost = acknowledged.filter((run) => !ended.includes(run));
  expect(lost, `acknowledged runs lost after ${what}`).toEqual([]);
  return { whole: ended.length - 1, lost: lost.length, damages: damage.length };
}

/** Runs that ended and do not hold all that the API gave them. */
function findShortRuns(vault: string): string[] {
  const db = new Database(vault, { readonly: true });
  try {
    const sql = `SELECT 'run ' || run_id || ': not all that the API gave it' FROM runs WHERE status <> 'running'
      AND (status <> 'complete' OR (SELECT total(videos) FROM charts WHERE charts.run_id = runs.run_id) <> ?)`;
    return db.prepare<[number], string>(sql).pluck().all(placesPerRun);
  } finally {
    db.close();
  }
}

function add(one: Tally, other: Tally): Tally {
  return Object.fromEntries(Object.entries(one).map(([name, count]) => [name, count + other[name as keyof Tally]])) as unknown as Tally;
}

function countKills({ running, storing, after }: Tally): number {
  return running + storing + after;
}

function describe({ running, storing, keptWhole, after, acknowledged, lost, damages, nextRuns }: Tally): string {
  const stages = `${running} while running; ${storing} while storing, ${keptWhole} of which were kept; ${after} after that`;
  const kills = running + storing + after;
  return `${kills} kills (${stages}): ${damages} damages or half runs, ${lost} of ${acknowledged} acknowledged runs lost, ${nextRuns} next runs that succeeded`;
}
