import { VaultError } from './errors.ts';
import { keptText } from './kept-text.ts';
import { type Table, type TableReader, type TableRow, tables, type TableWriter } from './tables.ts';

/** A checksum in the making. */
export interface Digest {
  update(text: string): void;
  /** Of what it was given so far; more may follow. */
  value(): string;
}

/** How far a copy is. `done` counts the rows that are there, or in the end those that were compared, out of `all`. */
export interface CopyProgress {
  readonly phase: 'copying' | 'verifying' | 'finishing';
  /** The table that it is at. */
  readonly table: string;
  readonly done: number;
  readonly all: number;
}

export interface CopyEdges {
  readonly createDigest: () => Digest;
  /** Told to end, a copy ends between two batches, and what is there stays for the next time. */
  readonly signal: AbortSignal;
  /** Between two batches: what holds the process hears of no signal. */
  readonly pause: () => Promise<void>;
  readonly report: (progress: CopyProgress) => void;
}

/** What a table holds, in source and target alike. */
interface TableCopy {
  readonly table: string;
  readonly rows: number;
  readonly checksum: string;
}

export interface VaultCopy {
  readonly tables: readonly TableCopy[];
  /** Whether something was there already, and stayed. */
  readonly resumed: boolean;
}

interface Flow extends CopyEdges {
  readonly source: TableReader;
  readonly target: TableWriter;
}

/**
 * Copies all tables of a vault into one that is empty, or goes on where an earlier copy ended, and compares the checksums of what was read
 * and what is there. Where the source has changed since in a way that cannot be made up for, all is copied anew. Rejects with `usage` for
 * a target that holds something else, with `database` where it does not hold in the end what was written.
 */
export async function copyVault(source: TableReader, target: TableWriter, edges: CopyEdges): Promise<VaultCopy> {
  const flow = { ...edges, source, target };
  const isBegun = await claim(flow);
  const first = await copyTables(flow);
  const isAnew = isBegun && typeof first === 'string';
  if (isAnew) await target.clear(tables);
  const copies = isAnew ? await copyTables(flow) : first;
  if (typeof copies === 'string') {
    const fact = `${target.name}: what is there of ${copies} is not what was written`;
    throw new VaultError('database', `${fact}; check the disk, then run the same vault copy again`);
  }
  await target.finish(await source.lastRun(), edges.signal);
  return { tables: copies, resumed: isBegun && !isAnew };
}

/** Marks the target for this copy, and says whether an earlier one has filled a part of it. */
async function claim({ source, target }: Flow): Promise<boolean> {
  const isFilled = (await countRows(target)) > 0;
  if (isFilled && !(await target.isMarked())) throw refusedTarget(target.name);
  // Once more, for it may be another source than the last time.
  await target.mark(source.name);
  return isFilled;
}

/** The error for a target that holds what no copy has begun. */
export function refusedTarget(name: string): VaultError {
  return new VaultError('usage', `${name} holds runs of its own, and was left as it is; name another vault with --to`);
}

async function countRows(reader: TableReader): Promise<number> {
  let rows = 0;
  for (const table of tables) rows += await reader.count(table);
  return rows;
}

/** What was copied, or the name of the first table that the source cannot be continued in, or that differs in the end. */
async function copyTables(flow: Flow): Promise<readonly TableCopy[] | string> {
  const all = await countRows(flow.source);
  let done = await countRows(flow.target);
  const copies: TableCopy[] = [];
  for (const table of tables) {
    const count = (rows: number): void => flow.report({ phase: 'copying', table: table.name, done: (done += rows), all });
    const copy = await copyTable(table, flow, count);
    if (copy === undefined) return table.name;
    copies.push(copy);
  }
  return (await findDifference(copies, flow)) ?? copies;
}

/** Rows that changed are written once more; a table to which rows are only added was another one where its beginning differs. */
async function copyTable(table: Table, flow: Flow, count: (rows: number) => void): Promise<TableCopy | undefined> {
  count(0);
  const held = await sumUp(table, flow.target, flow);
  const copy = await appendRows(table, held, flow, count);
  if (copy !== undefined || table.change === 'append') return copy;
  if (table.change === 'replace') await flow.target.clear([table]);
  count(-held.rows);
  return appendRows(table, { rows: 0, checksum: '' }, flow, count);
}

/** Appends what comes after the rows that the target holds; `undefined` where the source does not begin with these. */
async function appendRows(
  table: Table,
  held: Pick<TableCopy, 'rows' | 'checksum'>,
  { source, target, createDigest, ...edges }: Flow,
  count: (rows: number) => void,
): Promise<TableCopy | undefined> {
  const digest = createDigest();
  let rows = 0;
  for await (const batch of source.rows(table)) {
    await listen(edges);
    const known = batch.slice(0, Math.max(0, held.rows - rows));
    digest.update(textOf(known));
    rows += batch.length;
    if (known.length > 0 && rows >= held.rows && digest.value() !== held.checksum) return undefined;
    const fresh = batch.slice(known.length);
    if (fresh.length === 0) continue;
    await target.append(table, fresh);
    digest.update(textOf(fresh));
    count(fresh.length);
  }
  return rows < held.rows ? undefined : { table: table.name, rows, checksum: digest.value() };
}

async function findDifference(copies: readonly TableCopy[], flow: Flow): Promise<string | undefined> {
  const all = copies.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  for (const [index, copy] of copies.entries()) {
    const table = tables[index];
    if (table === undefined) continue;
    const count = (rows: number): void => flow.report({ phase: 'verifying', table: table.name, done: (done += rows), all });
    const { rows, checksum } = await sumUp(table, flow.target, flow, count);
    if (rows !== copy.rows || checksum !== copy.checksum) return copy.table;
  }
  flow.report({ phase: 'finishing', table: '', done, all });
  return undefined;
}

async function sumUp(
  table: Table,
  reader: TableReader,
  { createDigest, ...edges }: Omit<CopyEdges, 'report'>,
  count: (rows: number) => void = () => {},
): Promise<TableCopy> {
  const digest = createDigest();
  let rows = 0;
  for await (const batch of reader.rows(table)) {
    await listen(edges);
    digest.update(textOf(batch));
    rows += batch.length;
    count(batch.length);
  }
  return { table: table.name, rows, checksum: digest.value() };
}

async function listen({ pause, signal }: Pick<CopyEdges, 'pause' | 'signal'>): Promise<void> {
  await pause();
  if (signal.aborted) throw signal.reason;
}

/** Rows as one text, a line each, the same for every store: PostgreSQL has no way to keep U+0000, nor half of a surrogate pair. */
function textOf(rows: readonly TableRow[]): string {
  const keepable = (cell: TableRow[number]) => (typeof cell === 'string' ? keptText(cell) : cell);
  return rows.map((row) => `${JSON.stringify(row.map(keepable))}\n`).join('');
}
