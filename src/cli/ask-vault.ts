import { VaultError } from '../core/errors.ts';
import type { StoredRange } from '../core/history.ts';
import { type Moment, readPeriod } from '../core/period.ts';
import type { Reader } from '../core/ports.ts';
import type { Edges } from './edges.ts';
import { createLook, type Look } from './look.ts';
import { describeEmpty, printEmpty } from './print-empty.ts';
import { formatTime } from '../text/format.ts';
import { plain } from '../text/plain.ts';
import { toJson } from './to-json.ts';
import { findVault } from './vault.ts';

/** What a vault answers: a document, and the same for people. */
export interface VaultAnswer {
  readonly document: unknown;
  readonly render: (look: Look) => string;
}

/** Which runs are asked about: one of them, or those of a period; else the last that stored something. */
export interface RunChoice {
  readonly run: number | undefined;
  readonly since: Moment | undefined;
  readonly until: Moment | undefined;
}

/** The runs that were chosen; `isPeriod` unless they are one run that was not asked for by a period. */
export interface ChosenRuns extends StoredRange {
  readonly isPeriod: boolean;
}

/** Asks a vault something and prints the answer; says so where nothing was ever stored in it. */
export async function askVault(
  { db, json }: { db: string; json: boolean },
  edges: Edges,
  ask: (reader: Reader) => Promise<VaultAnswer>,
): Promise<number> {
  const vault = findVault(db, edges.cwd);
  const database = vault.name;
  const reader = await vault.openReader();
  try {
    const isEmpty = reader === undefined || (await reader.lastStoredAt()) === undefined;
    if (isEmpty) return printEmpty({ json, database, sentence: await describeNothing(reader, database) }, edges);
    const { document, render } = await ask(reader);
    edges.stdout.write(json ? toJson(document) : `${render(createLook(edges)).trimEnd()}\n`);
    return 0;
  } finally {
    await reader?.close();
  }
}

async function describeNothing(reader: Reader | undefined, database: string): Promise<string> {
  const hasRuns = ((await reader?.listRuns(1)) ?? []).length > 0;
  return hasRuns ? `No run in ${plain(database)} has stored anything yet; vault stats tells why.` : describeEmpty(database);
}

/** Whether a period is asked about. Throws VaultError `usage` where a run is as well. */
export function asksPeriod({ run, since, until }: RunChoice): boolean {
  const isPeriod = since !== undefined || until !== undefined;
  if (run === undefined || !isPeriod) return isPeriod;
  throw new VaultError('usage', '--run and a period exclude each other; leave out --run, or --since and --until');
}

/** Throws VaultError `usage` for a run or a period in which nothing was stored. */
export async function chooseRuns({ run, since, until }: RunChoice, reader: Reader, { clock, timeZone }: Edges): Promise<ChosenRuns> {
  const isPeriod = asksPeriod({ run, since, until });
  if (run !== undefined) {
    const only = await reader.storedRun(run);
    if (only) return { first: only, last: only, runs: 1, isPeriod };
    throw new VaultError('usage', `--run ${run}: no such run, or it stored nothing; vault runs lists them`);
  }
  // The runs before the last one are not even counted, so that the age of the vault does not matter.
  const period = isPeriod ? readPeriod({ since, until }, clock.now()) : { since: await reader.lastStoredAt(), until: undefined };
  const range = await reader.storedRange(period);
  if (range) return isPeriod ? { ...range, isPeriod } : { first: range.last, last: range.last, runs: 1, isPeriod };
  const all = await reader.storedRange({ since: undefined, until: undefined });
  const kept = describeRange(all?.first.startedAt, all?.last.startedAt, timeZone);
  throw new VaultError('usage', `--since, --until: no run of that period stored anything; ${kept}`);
}

/** From when to when there are runs. */
export function describeRange(from: string | undefined, to: string | undefined, timeZone: string | undefined): string {
  const time = (startedAt: string | undefined): string => (startedAt === undefined ? '' : formatTime(Date.parse(startedAt), timeZone));
  return `the vault has runs from ${time(from)} to ${time(to)}`;
}

/** What the JSON documents say of the runs that were asked about; `since` is null for a single run. */
export function documentChoice({ first, last, runs, isPeriod }: ChosenRuns) {
  return { run: last.run, startedAt: last.startedAt, since: isPeriod ? first.startedAt : null, runs };
}

/** `run 12, 23 Nov 2026, 18:40`, or from which run to which. */
export function describeChoice({ first, last, runs, isPeriod }: ChosenRuns, { timeZone }: Look): string {
  const time = ({ startedAt }: { startedAt: string }): string => formatTime(Date.parse(startedAt), timeZone);
  if (!isPeriod) return `run ${last.run}, ${time(last)}`;
  return `${runs} ${runs === 1 ? 'run' : 'runs'}, from run ${first.run}, ${time(first)}, to run ${last.run}, ${time(last)}`;
}
