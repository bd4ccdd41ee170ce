import type { VideoRecord } from '../core/history.ts';
import type { Grown, Move } from '../core/movers.ts';
import type { Look } from './look.ts';
import { type Column, renderTable } from './table.ts';
import { fit } from '../text/fit.ts';
import { chartLabel, formatCount, formatGrowth, formatNumber } from '../text/format.ts';
import { plain } from '../text/plain.ts';

export type Named<Entry> = Entry & { readonly video: VideoRecord };

/** `found` says how many there are of each kind, of which the lists hold the first. */
export interface MoverLists {
  readonly found: Readonly<Record<string, number>>;
  readonly new: readonly Named<Move>[];
  readonly gone: readonly Named<Move>[];
  readonly risen: readonly Named<Move>[];
  readonly fallen: readonly Named<Move>[];
  readonly fastest: readonly Named<Grown>[];
}

/** Movers for people. */
export function renderMoverLists(lists: MoverLists, { width, paint }: Look): string {
  const head = (title: string): string => paint('bold', title);
  const section = (title: string, count: number | undefined, table: string): string[] => [
    `${head(title)} ${formatNumber(count ?? 0)}`,
    ...(count ? [table] : []),
    '',
  ];
  const kinds = [
    ['New', 'new'],
    ['Gone', 'gone'],
    ['Risen', 'risen'],
    ['Fallen', 'fallen'],
  ] as const;
  return [
    ...kinds.flatMap(([title, kind]) => section(title, lists.found[kind], renderTable(moveColumns, lists[kind], { width, head }))),
    ...section('Fastest', lists.found['fastest'], renderTable(growthColumns, lists.fastest, { width, head })),
  ].join('\n');
}

const titleColumns = [
  { title: 'Title', align: 'left', dispensable: 0, flexible: true, cell: ({ video }) => plain(video.title) },
  { title: 'Channel', align: 'left', dispensable: 2, cell: ({ video }) => fit(plain(video.channelTitle), 20) },
] as const satisfies readonly Column<Named<unknown>>[];

const moveColumns: readonly Column<Named<Move>>[] = [
  { title: 'Chart', align: 'left', dispensable: 0, cell: chartLabel },
  { title: 'Rank', align: 'right', dispensable: 0, cell: ({ rank }) => formatCount(rank) },
  { title: 'Was', align: 'right', dispensable: 0, cell: ({ previousRank }) => formatCount(previousRank) },
  { title: 'Places', align: 'right', dispensable: 1, cell: describePlaces },
  ...titleColumns,
];

const growthColumns: readonly Column<Named<Grown>>[] = [
  { title: 'Views', align: 'right', dispensable: 0, cell: ({ views }) => formatCount(views) },
  { title: 'Per hour', align: 'right', dispensable: 0, cell: formatGrowth },
  ...titleColumns,
];

function describePlaces({ rank, previousRank }: Move): string {
  if (rank === null || previousRank === null) return '';
  return rank < previousRank ? `▲${previousRank - rank}` : `▼${rank - previousRank}`;
}
