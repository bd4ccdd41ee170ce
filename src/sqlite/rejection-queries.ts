import type { Database } from 'better-sqlite3';
import type { RejectedItem, RejectionCount, RejectionQuestion } from '../core/rejections.ts';

/** Reads what was rejected. An item can have several rows, one a reason. */
export interface RejectionQueries {
  list(question: RejectionQuestion, limit?: number): RejectedItem[];
  count(question: RejectionQuestion): RejectionCount;
  runs(question: RejectionQuestion): number[];
}

interface Filter {
  readonly run: number | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly regions: string | null;
}

interface RejectedRow extends Omit<RejectedItem, 'reasons' | 'isStored' | 'item'> {
  readonly reasons: string;
  readonly isStored: 0 | 1;
  readonly item: string;
}

const asked = `
  FROM rejections JOIN runs USING (run_id)
  WHERE (@run IS NULL OR run_id = @run) AND started_at >= coalesce(@since, '') AND started_at < coalesce(@until, '~')
    AND (@regions IS NULL OR region IN (SELECT value FROM json_each(@regions)))`;

/** The place in a chart is the rank there, so that a video of this rank is what was read of the item. */
const listSql = `
  SELECT found.run_id AS run, started_at AS startedAt, found.region, found.category, found.position, reasons, item,
    EXISTS (
      SELECT 1 FROM appearances WHERE appearances.run_id = found.run_id AND appearances.region = found.region
        AND appearances.category = found.category AND rank = found.position
    ) AS isStored
  FROM (
    SELECT run_id, started_at, region, category, position, json_group_array(reason) AS reasons, item ${asked}
    GROUP BY run_id, region, category, position
  ) AS found JOIN charts USING (run_id, region, category)
  ORDER BY found.run_id DESC, charts.position, found.position LIMIT @limit`;

const items = 'count(DISTINCT json_array(run_id, region, category, position))';

/** Prepares the questions about rejections, once. */
export function createRejectionQueries(db: Database): RejectionQueries {
  const list = db.prepare<[Filter & { limit: number }], RejectedRow>(listSql);
  const countItems = db.prepare<[Filter], number>(`SELECT ${items} ${asked}`).pluck();
  const countReasons = db.prepare<[Filter], { reason: string; items: number }>(
    `SELECT reason, ${items} AS items ${asked} GROUP BY reason ORDER BY items DESC, reason`,
  );
  const runs = db.prepare<[Filter], number>(`SELECT DISTINCT run_id ${asked} ORDER BY run_id`).pluck();
  return {
    // Less than none is as many as there are.
    list: (question, limit = -1) => list.all({ ...bind(question), limit }).map(readRow),
    count: db.transaction((question: RejectionQuestion) => {
      const filter = bind(question);
      return { items: countItems.get(filter) ?? 0, reasons: countReasons.all(filter) };
    }),
    runs: (question) => runs.all(bind(question)),
  };
}

function bind({ run, since, until, regions }: RejectionQuestion): Filter {
  return { run: run ?? null, since: since ?? null, until: until ?? null, regions: regions ? JSON.stringify(regions) : null };
}

function readRow({ reasons, isStored, item, ...row }: RejectedRow): RejectedItem {
  return { ...row, reasons: JSON.parse(reasons) as string[], isStored: isStored === 1, item: JSON.parse(item) as unknown };
}
