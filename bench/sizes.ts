import type { Database } from 'better-sqlite3';

/** A table or an index, and its pages; the parts of the full-text index are one. */
export interface Part {
  readonly name: string;
  readonly bytes: number;
}

const partsSql = `
  SELECT iif(name LIKE 'search\\_%' ESCAPE '\\' AND name NOT LIKE 'search\\_documents%' ESCAPE '\\', 'search', replace(name, 'sqlite_autoindex_', 'key of ')) AS name,
    sum(pgsize) AS bytes
  FROM dbstat WHERE aggregate = TRUE GROUP BY 1 HAVING bytes > 100000 ORDER BY bytes DESC`;

/** What each part of a vault's file takes, the largest first; the smallest are left out. */
export function weighParts(db: Database): Part[] {
  return db.prepare<[], Part>(partsSql).all();
}
