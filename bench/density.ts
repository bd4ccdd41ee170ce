import Database from 'better-sqlite3';
import { categoryIds } from '../src/core/category.ts';
import { regionCodes } from '../src/core/region.ts';
import { formatNumber } from '../src/text/format.ts';
import type { Row } from './row.ts';

/** The two largest tables, with all their indexes. */
const bytesSql = `
  SELECT sum(pgsize) FROM dbstat
  WHERE aggregate = TRUE AND name IN (SELECT name FROM sqlite_schema WHERE tbl_name IN ('appearances', 'snapshots'))`;

/** What there is to choose from, and the mean bits of a counter: those that its number has, were its length known. */
const contentSql = `
  SELECT
    (SELECT count(*) FROM runs) AS runs, (SELECT count(*) FROM videos) AS videos,
    (SELECT count(*) FROM appearances) AS appearances, (SELECT count(*) FROM snapshots) AS snapshots,
    (SELECT max(rank) FROM appearances) AS ranks, (SELECT avg(log2(views + 1)) FROM appearances) AS seenViews,
    (SELECT avg(log2(views + 1)) FROM snapshots) AS views, (SELECT avg(log2(likes + 1)) FROM snapshots) AS likes,
    (SELECT avg(log2(comments + 1)) FROM snapshots) AS comments`;

interface Content {
  readonly runs: number;
  readonly videos: number;
  readonly appearances: number;
  readonly snapshots: number;
  readonly ranks: number;
  readonly seenViews: number;
  readonly views: number;
  readonly likes: number;
  readonly comments: number;
}

/** The bytes of an appearance with its snapshot in a vault, against the information that they hold; and how that is counted. */
export function densityRow(vault: string): { row: Row; note: string } {
  const db = new Database(vault);
  const bytes = db.prepare<[], number>(bytesSql).pluck().get() ?? NaN;
  const content = db.prepare<[], Content>(contentSql).get();
  db.close();
  if (!content) throw new Error(`${vault} is empty`);
  const { appearance, snapshot, share } = countBits(content);
  const row: Row = {
    name: 'disk for one appearance with its snapshot',
    measured: 'the information that they hold',
    sample: () => bytes / content.appearances,
    against: () => (appearance + share * snapshot) / 8,
    figure: 'bytes',
    target: 80,
  };
  const note =
    `The information: an appearance is one of ${formatNumber(content.runs)} runs, ${formatNumber(content.videos)} videos, ${regionCodes.length} regions, ` +
    `${categoryIds.length} categories and ${content.ranks} ranks, and its views: the sum of the logarithms is ${appearance.toFixed(0)} bits. ` +
    `A snapshot is a run, a video and three counters: ${snapshot.toFixed(0)} bits; ${share.toFixed(2)} of it for each appearance.`;
  return { row, note };
}

function countBits(content: Content): { appearance: number; snapshot: number; share: number } {
  const key = Math.log2(content.runs) + Math.log2(content.videos);
  const place = Math.log2(regionCodes.length) + Math.log2(categoryIds.length) + Math.log2(content.ranks);
  return {
    appearance: key + place + content.seenViews,
    snapshot: key + content.views + content.likes + content.comments,
    share: content.snapshots / content.appearances,
  };
}
