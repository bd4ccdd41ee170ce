import type { Query } from './connection.ts';

/** Bytes on the server's disk, indexes included, and those of them that are free: an estimate, out of what it counted last. */
export async function sizeOf(query: Query): Promise<{ bytes: number; free: number }> {
  const [size] = await query<{ bytes: number; free: number }>(sizeSql);
  return { bytes: size?.bytes ?? 0, free: size?.free ?? 0 };
}

/**
 * A table's rows would fit into so many pages by their number and width, with 28 bytes more a row; those that long values are in hold four
 * pieces each. A fifth more is no reason to write a table anew.
 */
const sizeSql = `
  WITH
    own AS (
      SELECT pg_class.oid, relname, relnamespace, relpages, reltuples, reltoastrelid FROM pg_class
      WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
        AND relname ~ '^(runs|charts|videos|(snapshots|appearances)_\\d{4}_\\d\\d|rejections|quota|state|search_documents|vault_migrations)$'
    ),
    filled AS (
      SELECT relpages, ceil(greatest(reltuples, 0) * (28 + (
        SELECT coalesce(sum(avg_width), 0) FROM pg_stats JOIN pg_namespace ON nspname = schemaname
        WHERE pg_namespace.oid = own.relnamespace AND tablename = own.relname
      )) / 8168) AS needed FROM own
      UNION ALL
      SELECT toast.relpages, ceil(greatest(toast.reltuples, 0) / 4) FROM own JOIN pg_class AS toast ON toast.oid = own.reltoastrelid
    )
  SELECT
    (SELECT coalesce(sum(pg_total_relation_size(oid)), 0) FROM own)::bigint AS bytes,
    coalesce(sum(greatest(0, floor(relpages - 1 - needed * 1.2))) * 8192, 0)::bigint AS free
  FROM filled`;
