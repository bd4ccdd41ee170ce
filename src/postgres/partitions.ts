import { VaultError } from '../core/errors.ts';
import { codeOf } from './server-error.ts';
import type { Query } from './connection.ts';

/** In the order in which they can be dropped: a row of the first refers to rows of the second. */
const partitioned = ['appearances', 'snapshots'] as const;

/** The first days of the month (of UTC) that a time lies in, and of the next one, as `2026-11-01`. */
export function monthsFrom(time: string): string[] {
  const [year = 0, month = 1] = time.split('-').map(Number);
  return [0, 1].map((ahead) => new Date(Date.UTC(year, month - 1 + ahead)).toISOString().slice(0, 10));
}

/**
 * Makes the partitions of these months where they are not there yet; inside the transaction that is open.
 *
 * A table of its own that is attached afterwards: CREATE TABLE … PARTITION OF would wait for every reader, and make all others wait.
 */
export async function makePartitions(query: Query, months: readonly string[]): Promise<void> {
  const { months: there, loose } = await listPartitions(query);
  for (const month of months) {
    if (there.includes(month)) continue;
    const found = partitioned.map((table) => partitionName(table, month)).find((name) => loose.includes(name));
    if (found !== undefined) throw new VaultError('database', describeLoose(found));
    const [, next = ''] = monthsFrom(month);
    for (const table of partitioned.toReversed()) {
      const name = partitionName(table, month);
      await query(`CREATE TABLE ${name} (LIKE ${table} INCLUDING ALL)`);
      await query(`ALTER TABLE ${table} ATTACH PARTITION ${name} FOR VALUES FROM ('${month}') TO ('${next}')`);
    }
    const parent = partitionName('snapshots', month);
    await query(
      `ALTER TABLE ${partitionName('appearances', month)} ADD FOREIGN KEY (run_id, video_id, month) REFERENCES ${parent} ON DELETE CASCADE`,
    );
  }
}

/** The partitions of a vault. */
interface Partitions {
  /** The months that have theirs, as `2026-11-01`. */
  readonly months: readonly string[];
  /** Tables of a partition's name that are none, or whose counterpart is none: nothing of their month can be stored. */
  readonly loose: readonly string[];
}

/** What there is to say of one of the `loose` tables. */
export function describeLoose(name: string): string {
  const [parent = ''] = name.split('_');
  const remedy = `make it one (ALTER TABLE ${parent} ATTACH PARTITION ${name} …), or give it another name`;
  return `the table ${name}, or the other one of its month, is no partition of the vault; ${remedy}`;
}

/** Looks at the tables whose names are those of partitions. */
export async function listPartitions(query: Query): Promise<Partitions> {
  const found = await query<{ name: string; month: string; attached: boolean }>(partitionsSql);
  const isWhole = (month: string): boolean => found.filter((one) => one.month === month && one.attached).length === partitioned.length;
  return {
    months: [...new Set(found.map(({ month }) => month))].filter(isWhole),
    loose: found.filter(({ month }) => !isWhole(month)).map(({ name }) => name),
  };
}

const partitionsSql = `
  SELECT relname::text AS name, to_date(right(relname, 7), 'YYYY_MM') AS month,
    EXISTS (SELECT FROM pg_inherits WHERE inhrelid = pg_class.oid AND inhparent = split_part(relname::text, '_', 1)::regclass) AS attached
  FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relname ~ '^(snapshots|appearances)_\\d{4}_(0[1-9]|1[0-2])$'
  ORDER BY month, name`;

/** A reader may be at work for long, and nobody is to wait for it. */
const lockTimeoutMs = 2000;

/**
 * Drops the partitions of a month, whatever is in them; inside the transaction that is open. Where somebody reads them at this moment, or
 * what they refer to, they stay.
 */
export async function dropPartitions(query: Query, month: string): Promise<void> {
  await query('SAVEPOINT before_drop');
  try {
    await query(`SET LOCAL lock_timeout = ${lockTimeoutMs}`);
    for (const table of partitioned) {
      const name = partitionName(table, month);
      await query(`ALTER TABLE ${table} DETACH PARTITION ${name}`);
      await query(`DROP TABLE ${name}`);
    }
    await query('SET LOCAL lock_timeout = 0');
    await query('RELEASE SAVEPOINT before_drop');
  } catch (error) {
    // A lock that was not to be had in time (55P03), or for which a reader waits that we wait for (40P01).
    if (!['55P03', '40P01'].includes(codeOf(error))) throw error;
    await query('ROLLBACK TO SAVEPOINT before_drop');
  }
}

/** `snapshots_2026_11`. A month comes as `2026-11-01`, and from our own mouth: it goes into the statement as it is. */
function partitionName(table: string, month: string): string {
  if (!/^\d{4}-\d\d-01$/.test(month)) throw new Error(`${month} is no month`);
  return `${table}_${month.slice(0, 4)}_${month.slice(5, 7)}`;
}
