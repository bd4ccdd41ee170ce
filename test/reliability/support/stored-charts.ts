import Database from 'better-sqlite3';

/** How a chart of the newest run ended; `code` is its error's. */
export interface StoredChart {
  readonly region: string;
  readonly status: string;
  readonly code: string | null;
  readonly videos: number;
}

/** The charts of the newest run in the vault at `path`, in the order they were asked for. */
export function readStoredCharts(path: string): StoredChart[] {
  const db = new Database(path, { fileMustExist: true });
  try {
    db.pragma('query_only = ON');
    return db.prepare<[], StoredChart>(sql).all();
  } finally {
    db.close();
  }
}

const sql = `
  SELECT region, status, error_code AS code, videos FROM charts WHERE run_id = (SELECT max(run_id) FROM runs) ORDER BY position`;
