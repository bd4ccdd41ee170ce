import type { RejectedItem, RejectionCount, RejectionQuestion } from '../core/rejections.ts';
import type { Bound } from './bindable.ts';
import type { Connection } from './connection.ts';
import { inPeriod } from './run-queries.ts';

/** Reads what was rejected. An item can have several rows, one a reason. */
export interface RejectionQueries {
  list(question: RejectionQuestion, limit?: number): Promise<RejectedItem[]>;
  count(question: RejectionQuestion): Promise<RejectionCount>;
  runs(question: RejectionQuestion): Promise<number[]>;
}

interface RejectedRow extends Omit<RejectedItem, 'item'> {
  readonly item: string;
}

const asked = `
  FROM rejections JOIN runs USING (run_id)
  WHERE ($3::bigint IS NULL OR run_id = $3) AND ${inPeriod} AND ($4::text[] IS NULL OR region = ANY ($4))`;

/**
 * The place in a chart is the rank there, so that a video of this rank is what was read of the item. The items themselves, which are
 * long, are looked up last.
 */
const listSql = `
  SELECT run_id AS run, started_at AS "startedAt", region, category, position, reasons,
    (SELECT item FROM rejections WHERE rejection_id = first) AS item,
    EXISTS (
      SELECT FROM appearances WHERE appearances.run_id = listed.run_id AND appearances.month = listed.month
        AND appearances.region = listed.region AND appearances.category = listed.category AND rank = listed.position
    ) AS "isStored"
  FROM (
    SELECT run_id, month, started_at, region, category, found.position, charts.position AS place, reasons, first
    FROM (
      SELECT run_id, month, started_at, region, category, position, min(rejection_id) AS first,
        array_agg(reason ORDER BY rejection_id) AS reasons ${asked}
      GROUP BY run_id, month, started_at, region, category, position
    ) AS found JOIN charts USING (run_id, region, category)
    ORDER BY run_id DESC, charts.position, found.position LIMIT $5
  ) AS listed ORDER BY run_id DESC, place, position`;

const countSql = `
  SELECT reason, count(*) AS items FROM (SELECT DISTINCT reason, run_id, region, category, position ${asked}) AS each
  GROUP BY reason ORDER BY items DESC, reason`;

const itemsSql = `SELECT count(*) AS items FROM (SELECT DISTINCT run_id, region, category, position ${asked}) AS each`;

/** Prepares the questions about rejections. */
export function createRejectionQueries({ query, transaction }: Connection): RejectionQueries {
  return {
    list: async (question, limit) => (await query<RejectedRow>(listSql, [...bind(question), limit ?? null])).map(readRow),
    count: (question) =>
      transaction(async (ask) => {
        const [counted] = await ask<{ items: number }>(itemsSql, bind(question));
        const reasons = await ask<{ reason: string; items: number }>(countSql, bind(question));
        return { items: counted?.items ?? 0, reasons };
      }, 'snapshot'),
    runs: async (question) =>
      (await query<{ run: number }>(`SELECT DISTINCT run_id AS run ${asked} ORDER BY run_id`, bind(question))).map(({ run }) => run),
  };
}

function bind({ since, until, run, regions }: RejectionQuestion): Bound[] {
  return [since ?? null, until ?? null, run ?? null, regions ?? null];
}

function readRow({ item, ...row }: RejectedRow): RejectedItem {
  return { ...row, item: JSON.parse(item) as unknown };
}
