import Database from 'better-sqlite3';
import { openSqliteReader } from '../src/sqlite/reader.ts';
import { type Command, listCommands } from './commands.ts';
import { commandRows, growthRows, searchRows, viewRows } from './history-rows.ts';
import { measureExports } from './exports.ts';
import { describeMachine } from './machine.ts';
import { timeBareNode, timeVault } from './process.ts';
import { type Measured, measureRows, median } from './row.ts';
import { weighParts } from './sizes.ts';
import { renderComparison, renderExports, renderRows, renderSizes } from './tables.ts';
import { ages, provideBareCopy, provideVault, youngRuns } from './vaults.ts';

/** No question is waited for longer, where there is no index to answer it by. */
const limitMs = 10_000;

const quick = process.argv.includes('--quick');
const age = quick ? ages.quick : ages.full;
const say = (...lines: string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

/** Prints the tables. */
export async function main(): Promise<void> {
  const machine = describeMachine();
  const vault = await provideVault(age.runs, tell);
  const young = await provideVault(youngRuns, tell);
  const times = quick ? 3 : 9;
  const commands = listCommands(vault);
  say(
    `A vault of ${age.name}: ${age.runs} runs, 8 hours apart, of 7 regions × 50 videos${quick ? ' (--quick: the full one has ten years)' : ''}.`,
  );
  say(...machine, `Medians of ${times} goes in turns, after one that does not count; a process is a whole one, its file warm.`, '');
  const reader = await openSqliteReader(vault);
  if (!reader) throw new Error(`${vault} is no vault`);
  const db = new Database(vault);
  const rows = [...commandRows(commands, vault), ...searchRows(reader), ...viewRows(db), ...growthRows(vault, young, age.name)];
  const measured = await measureRows(rows, times, (time) => tell(`${time} of ${times}`));
  say(renderRows(measured), '', describeSearches(measured), '', renderExports(measureExports(vault, tell)));
  if (!quick) await printIndexes(vault, db, commands, measured);
  db.close();
  await reader.close();
}

function describeSearches(rows: readonly Measured[]): string {
  const searches = rows.filter(({ measured }) => measured === 'the search alone').toSorted((a, b) => a.median - b.median);
  const [middle, worst] = [median(searches.map(({ median }) => median)), searches.at(-1)];
  return `The search alone: median of the kinds ${middle.toFixed(1)} ms, worst ${worst?.median.toFixed(1)} ms (${worst?.name}).`;
}

/** Asks a copy without indexes each question once, and says what indexes take. */
async function printIndexes(
  vault: string,
  db: Database.Database,
  commands: readonly Command[],
  measured: readonly Measured[],
): Promise<void> {
  const bare = await provideBareCopy(vault, tell);
  const comparisons = commands.map(({ name, args }) => {
    tell(`without indexes: ${name}`);
    const tookMs = timeVault([...args, '--db', bare], limitMs);
    return {
      name,
      without: tookMs === undefined ? undefined : tookMs - timeBareNode(),
      with: measured.find((row) => row.name === name)?.median ?? NaN,
    };
  });
  const appearances = db.prepare<[], number>('SELECT count(*) FROM appearances').pluck().get() ?? NaN;
  say('', 'The same without indexes, but for those of primary keys, and without beginnings of words kept ready; once each:', '');
  say(renderComparison(comparisons, limitMs), '', renderSizes(weighParts(db), appearances));
}
