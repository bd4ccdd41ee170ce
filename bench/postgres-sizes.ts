import { renderTable } from '../src/cli/table.ts';
import type { Query } from '../src/postgres/connection.ts';
import { formatBytes, formatNumber } from '../src/text/format.ts';

/** A table or an index, all months together, and its bytes on the disk. */
export interface Part {
  /** The table, and its index behind it. */
  readonly name: string;
  readonly table: string;
  /** Of the table: rows, without its indexes, with its long values kept aside; of an index the same rows. */
  readonly rows: number;
  readonly bytes: number;
}

/** The months of a table are one table: their names end in it. */
const bare = (name: string): string => `regexp_replace(${name}, '_\\d{4}_\\d{2}', '')`;

const partsSql = `
  WITH own AS (
    SELECT oid, ${bare('relname::text')} AS name, reltuples::bigint AS rows FROM pg_class
    WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
  ), parts AS (
    SELECT name, name AS part, pg_table_size(oid) AS bytes FROM own
    UNION ALL
    SELECT own.name, own.name || ': ' || ${bare('pg_class.relname::text')}, pg_relation_size(indexrelid)
    FROM own JOIN pg_index ON indrelid = own.oid JOIN pg_class ON pg_class.oid = indexrelid
  )
  SELECT part AS name, name AS table, sum(bytes)::bigint AS bytes, (SELECT sum(greatest(rows, 0))::bigint FROM own WHERE own.name = parts.name) AS rows
  FROM parts GROUP BY 1, 2 ORDER BY sum(sum(bytes)) OVER (PARTITION BY name) DESC, name, bytes DESC`;

/** What each table and each index of a vault takes, the largest table first; the server has counted its rows just now. */
export async function weighServerParts(query: Query): Promise<Part[]> {
  await query('ANALYZE');
  return query<Part>(partsSql);
}

/** The tables that hold more than a few rows, each with its indexes. */
export function renderParts(parts: readonly Part[]): string {
  return renderTable<Part>(
    [
      {
        title: 'Table, and its indexes',
        align: 'left',
        dispensable: 0,
        cell: ({ name, table }) => (name === table ? name : `  ${name.slice(table.length + 2)}`),
      },
      { title: 'Rows', align: 'right', dispensable: 0, cell: ({ name, table, rows }) => (name === table ? formatNumber(rows) : '') },
      { title: 'Size', align: 'right', dispensable: 0, cell: ({ bytes }) => formatBytes(bytes) },
      { title: 'A row', align: 'right', dispensable: 0, cell: (part) => `${formatNumber(Math.round(part.bytes / part.rows))} B` },
    ],
    parts.filter(({ bytes, table, rows }) => bytes > 100_000 && rows > 0 && table !== 'state'),
    { width: 200, paint: (_, title) => title },
  );
}
