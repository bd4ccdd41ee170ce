import { join } from 'node:path';
import { expect } from 'vitest';
import { allEnded } from './support/all-ended.ts';
import { acknowledgedRun } from './support/acknowledged-run.ts';
import { listCalls, spread } from './support/calls-of-run.ts';
import { startChartApi } from './support/chart-api.ts';
import { earlyAcknowledgement } from './support/early-acknowledgement.ts';
import { runVault, temporaryFolder } from './support/process.ts';
import { keepsPromise } from './support/promise.ts';
import { beforeOrAfter, fetchArguments, prepareSpecimens, runNext, type Trial } from './support/specimen.ts';
import { type Fault, missingStrace, readCalls, underStrace, underStraceOfEverything } from './support/strace.ts';

keepsPromise({
  number: 10,
  title: 'SIGKILL at every write system call of a run: before or after, nothing between',
  missing: missingStrace,
  async check(program, scale) {
    const api = await startChartApi({ regions: ['US', 'PL'], videos: 3 });
    const specimens = await prepareSpecimens(program, api);
    const trials = specimens.map((specimen) => ({ program, api, specimen, folder: temporaryFolder() }));
    const synced = await allEnded(trials.map(countSynced));
    const atMost = scale === 'full' ? Infinity : 8;
    const tallies = await allEnded(trials.map((trial) => killEverywhere(trial, atMost)));
    const told = tallies.map(({ title, kills, before, after }) => {
      return `${title}: ${kills} kills, ${before} before, ${after} after, ${kills - before - after} between`;
    });
    return `${told.join('; ')}; ${synced.join(' and ')} writes synced before the run was acknowledged`;
  },
  sabotages: [
    {
      title: 'a migration in many transactions',
      patches: [{ file: 'src/sqlite/open.ts', from: 'work.immediate();', to: 'migrate(db, migrations);\n  bringIndexUpToDate(db);' }],
    },
    {
      title: 'a journal in memory',
      patches: [{ file: 'src/sqlite/open.ts', from: "'journal_mode', 'WAL', 'wal'", to: "'journal_mode', 'MEMORY', 'memory'" }],
    },
    {
      title: 'synchronous=OFF',
      patches: [
        {
          file: 'src/sqlite/open.ts',
          from: "setPragma(db, 'journal_mode', 'WAL', 'wal');",
          to: "setPragma(db, 'journal_mode', 'WAL', 'wal'); db.pragma('synchronous = OFF'); if (db.open) return db;",
        },
      ],
    },
    earlyAcknowledgement,
  ],
});

interface Tally {
  readonly title: string;
  kills: number;
  before: number;
  after: number;
}

/** Kills a run at each of its calls, or at some of them. */
async function killEverywhere(trial: Trial, atMost: number): Promise<Tally> {
  const tally = { title: trial.specimen.title, kills: 0, before: 0, after: 0 };
  for (const { call, at } of spread(await listCalls(trial), atMost)) {
    tally[await dieAt({ call, at: String(at), does: 'signal=KILL' }, trial)] += 1;
    tally.kills += 1;
  }
  return tally;
}

/** One run that is killed at one call, and the next one, which has to find the vault in order. */
async function dieAt(kill: Fault, trial: Trial): Promise<'before' | 'after'> {
  const { program, api, specimen, folder } = trial;
  const what = `${specimen.title}, killed at ${kill.call} ${kill.at}`;
  const [vault, log] = [join(folder, 'vault.db'), join(folder, 'strace.log')];
  specimen.put(vault);
  const under = underStrace(vault, log, kill);
  const { exitCode, stdout } = await runVault(program, [...fetchArguments, '--db', vault], { cwd: folder, env: api.env(), under });
  expect(exitCode, `exit code of ${what}`).toBeNull();

  const found = beforeOrAfter(trial, vault, { isAcknowledged: acknowledgedRun(stdout) !== undefined, what });
  await runNext(trial, vault, what);
  return found;
}

/** How often a run wrote to the vault before it said a word; fails where any of it might not outlast a power failure. */
async function countSynced({ program, api, specimen: { title, put }, folder }: Trial): Promise<number> {
  const [vault, log] = [join(folder, 'vault.db'), join(folder, 'strace.log')];
  put(vault);
  await runVault(program, [...fetchArguments, '--db', vault], { cwd: folder, env: api.env(), under: underStraceOfEverything(log) });
  const calls = readCalls(log);
  const word = calls.findIndex(({ file }) => file === 'stdout');
  expect(word, `the run's first word among its calls, ${title}`).toBeGreaterThan(0);
  const unsynced = new Set<string>();
  let writes = 0;
  for (const { call, file } of calls.slice(0, word)) {
    if (!['', '-wal', '-journal'].some((end) => file === vault + end)) continue;
    if (/sync/.test(call)) unsynced.delete(file);
    else if (/write/.test(call)) {
      writes += 1;
      unsynced.add(file);
    }
  }
  expect(writes, `writes before the run was acknowledged, ${title}`).toBeGreaterThan(0);
  expect([...unsynced], `written and not synced when the run was acknowledged, ${title}`).toEqual([]);
  return writes;
}
