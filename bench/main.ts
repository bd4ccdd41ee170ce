import { ageRows } from './age-rows.ts';
import { densityRow } from './density.ts';
import { growthRows } from './history-rows.ts';
import { describeMachine } from './machine.ts';
import { makeHistory, networkRows } from './network-rows.ts';
import { renderRatios } from './ratio-table.ts';
import { type Measured, measureRows, type Row, type Skipped } from './row.ts';
import { clearScratch } from './scratch.ts';
import { startRows } from './start-rows.ts';
import { makeEmptyVault, storeRows } from './store-rows.ts';
import { ages, provideVault, youngRuns } from './vaults.ts';
import { wideRows } from './wide-rows.ts';
import { describeSize } from './youtube/scene.ts';
import { startYoutube, type Youtube } from './youtube/start.ts';

const quick = process.argv.includes('--quick');
const age = quick ? ages.quick : ages.full;
/** Turns that count. */
const turns = quick ? 2 : 5;
/** What is fetched of each of the 106 regions. */
const size = quick ? { pageSize: 25, pages: 1 } : { pageSize: 50, pages: 4 };

const say = (...lines: string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/** Prints the table. */
export async function main(): Promise<void> {
  const youtube = await startYoutube();
  try {
    await printTable(youtube);
  } finally {
    youtube.close();
    clearScratch();
  }
}

async function printTable(youtube: Youtube): Promise<void> {
  const machine = describeMachine();
  const { rows, notes, sentences } = await listRows(youtube);
  const all = [...rows, ...notes];
  const toMeasure = all.filter((row): row is Row => !('skipped' in row));
  const measured = await measureRows(toMeasure, turns, (turn) => tell(`${turn} of ${turns}`));
  const result = (row: Row | Skipped): Measured | Skipped => ('skipped' in row ? row : (measured[toMeasure.indexOf(row)] as Measured));
  const goes = `Medians of ${turns} turns, 5 goes a turn where a process only starts; each go next to what it is held against.`;
  say(...machine, goes, ...(quick ? [quickly] : []), '', renderRatios(rows.map(result)));
  say('', 'Beside them, without targets:', '', renderRatios(notes.map(result)), '', ...sentences);
  for (const row of all) if ('skipped' in row) tell(`SKIPPED: ${row.name} against ${row.measured}: ${row.skipped}`);
}

const quickly = `--quick: ${turns} turns instead of 5, a vault of ${age.name} instead of ten years, ${describeSize(size)} of all regions instead of 4 of 50.`;

/** In the order of the table, which is the order in which they are measured. */
async function listRows(youtube: Youtube): Promise<{ rows: (Row | Skipped)[]; notes: Row[]; sentences: string[] }> {
  const [old, young] = [await provideVault(age.runs, tell), await provideVault(youngRuns, tell)];
  const history = await makeHistory(youtube);
  const empty = await makeEmptyVault();
  const wide = wideRows(youtube, size);
  const store = await storeRows(empty, size);
  const density = densityRow(old);
  const growth = growthRows(old, young, age.name);
  const aged = ageRows(youtube, { old, empty, age: age.name });
  return {
    rows: [...networkRows(youtube, history), ...startRows(history), ...wide.rows, ...store.rows, density.row, ...growth, ...aged.rows],
    notes: [...wide.notes, ...store.notes, ...aged.notes],
    sentences: [density.note, ...explanations],
  };
}

/** What a row does not say for itself. */
const explanations = [
  'A fetch from its start to its end is the durationMs of --json: from before the first request until all is read, before it is stored.',
  'The CPU is that of whole processes, user and system, of all threads. MB are powers of 1000.',
  'The old vault that is fetched into is one copy, which grows by a run each go. All videos of a go are new to both vaults.',
  'The empty vault does not know yet which regions are slow, and may take longer for that: the goes with latencies of 1 ms show the rest.',
];
