import { once } from 'node:events';
import { statSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextLoop, setTimeout as delay } from 'node:timers/promises';
import { deferred } from '../../support/together.ts';
import { acknowledgedRun } from './acknowledged-run.ts';
import { type ChartApi, keyOf, startChartApi } from './chart-api.ts';
import { type Running, startVault, temporaryFolder } from './process.ts';
import type { Program } from './program.ts';

/** What a kill is aimed at: any moment of the process, one since it began to store, or one since it acknowledged the run. */
export type Aim = 'anywhere' | 'storing' | 'acknowledged';

/** How long each of those lasts where nobody kills, in ms. */
export type Spans = Readonly<Record<Aim, number>>;

interface Death {
  /** How far the run had come: `storing` wrote something since the last answer, `after` had acknowledged the run. */
  readonly stage: 'running' | 'storing' | 'after';
  readonly acknowledged: number | undefined;
  /** `null` where the kill came in time. */
  readonly exitCode: number | null;
  readonly stderr: string;
}

/** Runs on one vault, one after the other. */
export interface KillChain {
  readonly vault: string;
  readonly api: ChartApi;
  /** Lets a run live. */
  measure(): Promise<Spans>;
  /** Kills a run so many ms after the moment aimed at. */
  kill(aim: Aim, afterMs: number): Promise<Death>;
}

/** Seven charts, as many as a run has by itself, and long texts, so that storing takes its time. */
const regions = ['US', 'GB', 'PL', 'NL', 'SE', 'NO', 'AT'];
const videosPerChart = 25;
export const placesPerRun = regions.length * videosPerChart;

/** Longer than the coarsest clock that stamps files: what is written after an answer shows. */
const answerMs = 15;

/** One run. */
interface Attempt extends Running {
  readonly key: string;
  readonly lastAnswer: ReturnType<typeof deferred>;
  answers: number;
  /** When the vault had been written last, as the last answer went out. */
  touched?: bigint;
  isOver: boolean;
}

/** `takeTurn` keeps whatever else this process does from coming between a run's last answer and its death. */
export async function openKillChain(program: Program, takeTurn: () => Promise<() => void>): Promise<KillChain> {
  const folder = temporaryFolder();
  const vault = join(folder, 'vault.db');
  const attempts = new Map<string, Attempt>();
  const api = await startChartApi({
    regions,
    videos: videosPerChart,
    descriptionLength: 4900,
    async beforeAnswer(request) {
      const attempt = attempts.get(keyOf(request));
      if (!attempt) return;
      await delay(answerMs);
      attempt.answers += 1;
      if (attempt.answers < regions.length) return;
      const endTurn = await takeTurn();
      void attempt.ended.then(endTurn);
      attempt.touched = lastTouch(vault);
      attempt.lastAnswer.resolve();
    },
  });

  function start(): Attempt {
    const key = `AIza-${attempts.size + 1}`;
    const running = startVault(program, ['fetch', '--json', '--db', vault], { cwd: folder, env: api.env(key) });
    // Where both want a core, this process has to come first: to kill a run that stores, it must be faster.
    if (running.child.pid !== undefined) setPriority(running.child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    const attempt: Attempt = { ...running, key, lastAnswer: deferred(), answers: 0, isOver: false };
    attempts.set(key, attempt);
    void running.ended.then(() => (attempt.isOver = true));
    return attempt;
  }

  return {
    vault,
    api,
    async measure() {
      const began = performance.now();
      const attempt = start();
      const when = async (aim: Aim): Promise<number> => reach(aim, attempt, vault).then(() => performance.now());
      const [storing, acknowledged] = await Promise.all([when('storing'), when('acknowledged')]);
      await attempt.ended;
      const ended = performance.now();
      return { anywhere: ended - began, storing: acknowledged - storing, acknowledged: ended - acknowledged };
    },
    async kill(aim, afterMs) {
      const attempt = start();
      await reach(aim, attempt, vault);
      if (aim === 'anywhere') await delay(afterMs);
      else await spin(attempt, afterMs);
      attempt.child.kill('SIGKILL');
      const { exitCode, stdout, stderr } = await attempt.ended;
      const acknowledged = acknowledgedRun(stdout);
      const hasStored = attempt.touched !== undefined && lastTouch(vault) !== attempt.touched;
      const stage = acknowledged !== undefined || exitCode === 0 ? 'after' : hasStored ? 'storing' : 'running';
      return { stage, acknowledged, exitCode, stderr };
    },
  };
}

/** Comes back at the moment aimed at, or when the run is over. */
async function reach(aim: Aim, attempt: Attempt, vault: string): Promise<void> {
  if (aim === 'anywhere') return;
  const moment = aim === 'storing' ? attempt.lastAnswer.promise : once(attempt.child.stdout as NodeJS.EventEmitter, 'data');
  await Promise.race([moment, attempt.ended]);
  if (aim === 'storing') while (!attempt.isOver && !isTouchedWithin(sliceMs, attempt, vault)) await nextLoop();
}

/** Writing takes about a millisecond: a loop that did anything beside looking would come too late. */
const sliceMs = 2;

function isTouchedWithin(ms: number, { touched }: Attempt, vault: string): boolean {
  const until = performance.now() + ms;
  while (performance.now() < until) if (lastTouch(vault) !== touched) return true;
  return false;
}

/** Lets a time pass that is too short for a timer. */
async function spin(attempt: Attempt, ms: number): Promise<void> {
  const until = performance.now() + ms;
  while (!attempt.isOver && performance.now() < until) await nextLoop();
}

/** When any file of the vault was written last; 0 where there is none. */
function lastTouch(vault: string): bigint {
  const times = ['', '-wal', '-journal'].map((end) => statSync(vault + end, { bigint: true, throwIfNoEntry: false })?.mtimeNs ?? 0n);
  return times.reduce((latest, time) => (time > latest ? time : latest));
}
