import type { RunComparison } from '../core/compare-runs.ts';
import type { VideoRecord } from '../core/history.ts';
import type { Grown, Move } from '../core/movers.ts';
import type { Look } from './look.ts';
import { type Column, renderTable } from './table.ts';
import { fit } from '../text/fit.ts';
import { chartLabel, formatCount, formatGrowth, formatNumber } from '../text/format.ts';
import { plain } from '../text/plain.ts';

type Named<Entry> = Entry & { readonly video: VideoRecord };

/** `found` says how many there are of each kind, of which the lists hold the first. */
export interface MoverLists {
  readonly found: Readonly<Record<'new' | 'gone' | 'risen' | 'fallen' | 'fastest', number>>;
  readonly new: readonly Named<Move>[];
  readonly gone: readonly Named<Move>[];
  readonly risen: readonly Named<Move>[];
  readonly fallen: readonly Named<Move>[];
  readonly fastest: readonly Named<Grown>[];
}

/** The first `limit` of each kind, by their videos. */
export function nameMovers(
  { new: fresh, gone, risen, fallen, fastest }: Pick<RunComparison, keyof MoverLists['found']>,
  { videos, limit }: { videos: ReadonlyMap<string, VideoRecord>; limit: number },
): MoverLists {
  const named = <Entry extends Move | Grown>(entries: readonly Entry[]): Named<Entry>[] =>
    entries.slice(0, limit).flatMap((entry) => {
      const video = videos.get(entry.videoId);
      return video ? [Object.assign({ video }, entry)] : [];
    });
  return {
    found: { new: fresh.length, gone: gone.length, risen: risen.length, fallen: fallen.length, fastest: fastest.length },
    new: named(fresh),
    gone: named(gone),
    risen: named(risen),
    fallen: named(fallen),
    fastest: named(fastest),
  };
}

/** Movers for people. */
export function renderMoverLists(lists: MoverLists, look: Look): string {
  const section = (title: string, count: number, table: string): string[] => [
    `${look.paint('bold', title)} ${formatNumber(count)}`,
    ...(count > 0 ? [table] : []),
    '',
  ];
  const kinds = [
    ['New', 'new'],
    ['Gone', 'gone'],
    ['Risen', 'risen'],
    ['Fallen', 'fallen'],
  ] as const;
  return [
    ...kinds.flatMap(([title, kind]) => section(title, lists.found[kind], renderTable(moveColumns, lists[kind], look))),
    ...section('Fastest', lists.found.fastest, renderTable(growthColumns, lists.fastest, look)),
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
