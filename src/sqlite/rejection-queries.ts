import type { Database } from 'better-sqlite3';
import { once } from '../core/once.ts';
import type { RejectedItem, RejectionCount, RejectionQuestion } from '../core/rejections.ts';
import { bindFilter, type Filter, inPeriod, inRegions } from './filter.ts';

/** Reads what was rejected. An item can have several rows, one a reason. */
export interface RejectionQueries {
  list(question: RejectionQuestion, limit?: number): RejectedItem[];
  count(question: RejectionQuestion): RejectionCount;
  runs(question: RejectionQuestion): number[];
}

type RejectionFilter = Filter & { readonly run: number | null };

interface RejectedRow extends Omit<RejectedItem, 'reasons' | 'isStored' | 'item'> {
  readonly reasons: string;
  readonly isStored: 0 | 1;
  readonly item: string;
}

const asked = `
  FROM rejections JOIN runs USING (run_id)
  WHERE run_id BETWEEN coalesce(@run, 0) AND coalesce(@run, 9e18) AND ${inPeriod} AND ${inRegions}`;

/**
 * The place in a chart is the rank there, so that a video of this rank is what was read of the item. The items themselves, which are
 * long, are looked up last.
 */
const listSql = `
  SELECT run, startedAt, region, category, position, reasons, (SELECT item FROM rejections WHERE rejections.rowid = row) AS item,
    EXISTS (
      SELECT 1 FROM appearances WHERE appearances.run_id = run AND appearances.region = listed.region
        AND appearances.category = listed.category AND rank = listed.position
    ) AS isStored
  FROM (
    SELECT run_id AS run, started_at AS startedAt, region, category, found.position, charts.position AS place, reasons, row
    FROM (
      SELECT run_id, started_at, region, category, position, json_group_array(reason) AS reasons, min(rejections.rowid) AS row ${asked}
      GROUP BY run_id, region, category, position
    ) AS found JOIN charts USING (run_id, region, category)
    ORDER BY run_id DESC, charts.position, found.position LIMIT @limit
  ) AS listed ORDER BY run DESC, place, position`;

const items = 'count(DISTINCT json_array(run_id, region, category, position))';

/** The questions about rejections, prepared when first asked. */
export function createRejectionQueries(db: Database): RejectionQueries {
  const list = once(() => db.prepare<[RejectionFilter & { limit: number }], RejectedRow>(listSql));
  const countItems = once(() => db.prepare<[RejectionFilter], number>(`SELECT ${items} ${asked}`).pluck());
  const countReasons = once(() =>
    db.prepare<[RejectionFilter], { reason: string; items: number }>(
      `SELECT reason, ${items} AS items ${asked} GROUP BY reason ORDER BY items DESC, reason`,
    ),
  );
  const runs = once(() => db.prepare<[RejectionFilter], number>(`SELECT DISTINCT run_id ${asked} ORDER BY run_id`).pluck());
  return {
    // Less than none is as many as there are.
    list: (question, limit = -1) =>
      list()
        .all({ ...bind(question), limit })
        .map(readRow),
    count: db.transaction((question: RejectionQuestion) => {
      const filter = bind(question);
      return { items: countItems().get(filter) ?? 0, reasons: countReasons().all(filter) };
    }),
    runs: (question) => runs().all(bind(question)),
  };
}

function bind(question: RejectionQuestion): RejectionFilter {
  return { ...bindFilter(question), run: question.run ?? null };
}

function readRow({ reasons, isStored, item, ...row }: RejectedRow): RejectedItem {
  return { ...row, reasons: JSON.parse(reasons) as string[], isStored: isStored === 1, item: JSON.parse(item) as unknown };
}
