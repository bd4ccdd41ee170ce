import type { Database } from 'better-sqlite3';
import { systemClock } from '../src/cli/edges.ts';
import { run } from '../src/cli/run.ts';
import type { Reader } from '../src/core/ports.ts';
import type { Command } from './commands.ts';
import { timeBareNode, timeVault } from './process.ts';
import { type Row, timeOf } from './row.ts';
import { flagsOf, questionOf, searchKinds } from './search-kinds.ts';
import { youngRuns } from './vaults.ts';

/** Whole processes of these commands, without what a bare node takes. */
export function commandRows(commands: readonly Command[], vault: string): Row[] {
  return commands.map(({ name, args, target }) => ({
    name,
    target,
    measured: 'process − bare node',
    sample: () => timeVault([...args, '--db', vault]) ?? NaN,
    against: timeBareNode,
    figure: 'ms',
  }));
}

/** What the vault takes to find, in a process that is there already. */
export function searchRows(reader: Reader): Row[] {
  return searchKinds.map((kind) => ({
    name: ['find', ...flagsOf(kind), kind.words].join(' '),
    measured: 'the search alone',
    sample: () => timeOf(() => reader.search(questionOf(kind))),
    figure: 'ms',
    target: 50,
  }));
}

/** Every row of the views that people query. */
export function viewRows(db: Database): Row[] {
  const history = 'video_history WHERE video_id = (SELECT video_id FROM latest_videos ORDER BY views DESC LIMIT 1)';
  return ['latest_videos', history, 'movers', 'region_overlap'].map((view) => ({
    name: `view ${view.replace(/ .*/, ' of a video')}`,
    measured: 'SQL alone',
    sample: () => timeOf(() => db.prepare(`SELECT * FROM ${view}`).all()),
    figure: 'ms',
    target: 300,
  }));
}

/** What must not grow with the age of the vault; in this process, so that the start of node hides nothing. */
export function growthRows(old: string, young: string, age: string): Row[] {
  return ['stats', 'top'].map((command) => ({
    name: `${command} on a vault of ${age}, in one process`,
    measured: `on a vault of ${youngRuns} runs`,
    sample: () => fastestOf5(() => answer([command, '--db', old])),
    against: () => fastestOf5(() => answer([command, '--db', young])),
    figure: 'times',
    target: 1.15,
  }));
}

/** What is compared as a ratio must not depend on what else the machine does at that moment. */
async function fastestOf5(work: () => Promise<void>): Promise<number> {
  const goes: number[] = [];
  for (let go = 0; go < 5; go += 1) goes.push(await timeOf(work));
  return Math.min(...goes);
}

async function answer(argv: readonly string[]): Promise<void> {
  const nowhere = { write: () => true };
  const code = await run(argv, {
    env: {},
    cwd: process.cwd(),
    stdout: nowhere,
    stderr: process.stderr,
    clock: systemClock,
    random: Math.random,
    interruption: new AbortController().signal,
    program: { node: process.execPath, script: 'bin/vault.js' },
    openFile: async () => {},
    timeZone: 'UTC',
  });
  if (code !== 0) throw new Error(`vault ${argv.join(' ')} ended with ${code}`);
}
