import type { Query } from '../../src/postgres/connection.ts';

/** What becomes of a table on Citus, as docs/scale.md has it. */
export type Role = 'distributed' | 'reference' | 'local';

const distributionColumn = 'video_id';

interface UniqueKey {
  readonly name: string;
  readonly table: string;
  readonly columns: readonly string[];
}

interface ForeignKey extends UniqueKey {
  readonly to: string;
  readonly toColumns: readonly string[];
  /** a is no action, r restrict, c cascade, n set null, d set default. */
  readonly onDelete: string;
  readonly onUpdate: string;
}

/** A partition goes where its table goes. */
const tableOf = (relation: string): string =>
  `coalesce((SELECT inhparent::regclass::text FROM pg_inherits WHERE inhrelid = ${relation}), ${relation}::regclass::text)`;

/** In the order of the key. */
const columnsOf = (relation: string, numbers: string): string =>
  `(SELECT array_agg(attname::text ORDER BY place) FROM unnest(${numbers}) WITH ORDINALITY AS key (number, place)
    JOIN pg_attribute ON attrelid = ${relation} AND attnum = key.number)`;

/** The tables of a vault, without their partitions; those that are cut twice, which Citus cannot distribute. */
export async function readTables(query: Query): Promise<{ tables: string[]; cutTwice: string[] }> {
  const rows = await query<{ name: string; kind: string; part: boolean }>(
    `SELECT relname::text AS name, relkind::text AS kind, relispartition AS part FROM pg_class
     WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace ORDER BY name`,
  );
  return {
    tables: rows.filter(({ part }) => !part).map(({ name }) => name),
    cutTwice: rows.filter(({ part, kind }) => part && kind === 'p').map(({ name }) => name),
  };
}

/**
 * What of a vault's schema breaks a rule of Citus, as sentences; partitions are looked at one by one.
 *
 * The rules are those of the comment on ErrorIfUnsupportedForeignConstraintExists in Citus' foreign_constraint.c, and of
 * https://docs.citusdata.com/en/stable/develop/reference_ddl.html.
 */
export async function findBreaches(query: Query, roles: ReadonlyMap<string, Role>): Promise<string[]> {
  const uniqueKeys = await query<UniqueKey>(
    `SELECT indexrelid::regclass::text AS name, ${tableOf('indrelid')} AS table, ${columnsOf('indrelid', 'indkey')} AS columns
     FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
     WHERE (indisunique OR indisexclusion) AND relnamespace = current_schema()::regnamespace ORDER BY name`,
  );
  const foreignKeys = await query<ForeignKey>(
    `SELECT conrelid::regclass || '.' || conname AS name, ${tableOf('conrelid')} AS table, ${columnsOf('conrelid', 'conkey')} AS columns,
       ${tableOf('confrelid')} AS to, ${columnsOf('confrelid', 'confkey')} AS "toColumns",
       confdeltype::text AS "onDelete", confupdtype::text AS "onUpdate"
     FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY name`,
  );
  const types = await query<{ types: number }>(
    `SELECT count(DISTINCT (atttypid, attcollation)) AS types FROM pg_attribute
     WHERE attname = $1 AND NOT attisdropped AND attrelid IN (SELECT to_regclass(name) FROM unnest($2::text[]) AS name)`,
    [distributionColumn, [...roles].filter(([, role]) => role === 'distributed').map(([name]) => name)],
  );
  return [
    ...(types[0]?.types === 1 ? [] : [`${distributionColumn} has several types: its tables cannot lie together`]),
    ...uniqueKeys
      .filter(({ table, columns }) => roles.get(table) === 'distributed' && !columns.includes(distributionColumn))
      .map(({ name }) => `${name} is unique without ${distributionColumn}`),
    ...foreignKeys.flatMap((key) => {
      const breach = breachOf(key, roles.get(key.table), roles.get(key.to));
      return breach === undefined ? [] : [`${key.name} ${breach}`];
    }),
  ];
}

function breachOf(
  { columns, toColumns, onDelete, onUpdate }: ForeignKey,
  from: Role | undefined,
  to: Role | undefined,
): string | undefined {
  if (from !== 'distributed' && to === 'distributed') return 'refers to a distributed table from one that is not';
  if (from === 'distributed' && to === 'local') return 'refers from a distributed table to a local one';
  if (from === 'reference' && to === 'local' && (onDelete !== 'a' || onUpdate !== 'a')) return 'changes a reference table from a local one';
  if (from !== 'distributed') return undefined;
  const place = columns.indexOf(distributionColumn);
  if (to === 'distributed' && (place < 0 || toColumns[place] !== distributionColumn))
    return `has not ${distributionColumn} at the same place on both sides`;
  if (place >= 0 && (/[nd]/.test(onDelete) || /[cnd]/.test(onUpdate))) return `changes ${distributionColumn}`;
  return undefined;
}
