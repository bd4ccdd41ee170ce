import { sparkline } from './sparkline.ts';
import type { Column } from './table.ts';

/** A column of the ranks that a video had in a chart, run by run: the first place is the highest. */
export function rankLine<Row>(
  ranksOf: (row: Row) => readonly { readonly rank: number | null }[],
  { dispensable, width }: { dispensable: number; width: number },
): Column<Row> {
  const heightOf = ({ rank }: { readonly rank: number | null }): number | null => (rank === null ? null : -rank);
  return { title: 'Ranks, up is better', align: 'left', dispensable, cell: (row) => sparkline(ranksOf(row).map(heightOf), width) };
}
