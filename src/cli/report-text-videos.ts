import type { TopVideo } from '../core/find-top.ts';
import type { VideoRecord } from '../core/history.ts';
import type { Hit } from '../report/hits.ts';
import type { StoredFacts } from '../report/facts.ts';
import { type ChartTop, explainAbsence, type Leader } from '../report/leaders.ts';
import { nothing } from '../report/questions.ts';
import { chartLabel, formatCount, formatGrowth, formatTime } from '../text/format.ts';
import { fit } from '../text/fit.ts';
import { titleOf } from '../text/title.ts';
import { wrapText } from '../text/wrap-text.ts';
import type { Look } from './look.ts';
import { nameMovers, renderMoverLists } from './render-movers.ts';
import { rankLine } from './rank-line.ts';
import { type Column, renderTable } from './table.ts';

const few = { leaders: 3, moves: 5 } as const;

/** The most viewed videos of the last run. */
export function renderTopText({ top }: StoredFacts, look: Look): string {
  if (top.videos.length === 0) return 'The last run found no video in these charts.';
  const columns: Column<TopVideo>[] = [
    { title: 'Title', align: 'left', dispensable: 0, flexible: true, cell: ({ video }) => titleOf(video) },
    { title: 'Views', align: 'right', dispensable: 0, cell: ({ snapshot }) => formatCount(snapshot?.views) || 'hidden' },
    { title: 'Per hour', align: 'right', dispensable: 1, cell: formatGrowth },
    {
      title: 'Ranks',
      align: 'left',
      dispensable: 2,
      cell: ({ places }) => fit(places.map((place) => `${chartLabel(place)} ${place.rank}`).join(', '), 24),
    },
  ];
  return renderTable(columns, top.videos, look);
}

interface LeaderRow extends Leader {
  readonly chart: string;
  readonly title: string;
}

/** The first videos of each chart, and the ranks they had. */
export function renderLeaders({ charts, chartsInAll, videos }: StoredFacts, { width, paint, timeZone }: Look): string | undefined {
  if (charts.length === 0) return undefined;
  const rows = charts.flatMap((chart) =>
    chart.leaders.slice(0, few.leaders).map((leader, index): LeaderRow => {
      return Object.assign({ chart: index === 0 ? chartLabel(chart) : '', title: titleIn(videos, leader.videoId) }, leader);
    }),
  );
  const columns: Column<LeaderRow>[] = [
    { title: 'Chart', align: 'left', dispensable: 0, cell: ({ chart }) => chart },
    { title: 'Rank', align: 'right', dispensable: 0, cell: ({ rank }) => String(rank) },
    { title: 'Title', align: 'left', dispensable: 0, flexible: true, cell: ({ title }) => title },
    { title: 'Views there', align: 'right', dispensable: 2, cell: ({ views }) => formatCount(views) },
    rankLine(({ course }) => course.ranks, { dispensable: 1, width: 19 }),
  ];
  const table = rows.length === 0 ? [] : [renderTable(columns, rows, { width, paint })];
  const older = charts.filter((chart) => explainAbsence(chart) !== '').map((chart) => wrapText(describeAbsence(chart, timeZone), width));
  const cut =
    charts.length < chartsInAll ? [wrapText(`The first ${charts.length} of ${chartsInAll} charts; --region chooses others.`, width)] : [];
  const notes = [...cut, ...older];
  return [...table, ...(table.length > 0 && notes.length > 0 ? [''] : []), ...notes].join('\n');
}

function describeAbsence(chart: ChartTop, timeZone: string | undefined): string {
  const { shownRun } = chart;
  const shown = shownRun ? ` Shown is run ${shownRun.run}, of ${formatTime(Date.parse(shownRun.startedAt), timeZone)}.` : '';
  return `${chartLabel(chart)}: ${explainAbsence(chart)}${shown}`;
}

function titleIn(videos: ReadonlyMap<string, VideoRecord>, videoId: string): string {
  const video = videos.get(videoId);
  return video ? titleOf(video) : videoId;
}

/** What changed since the run before. */
export function renderMoversText({ movers, videos }: StoredFacts, look: Look): string {
  if (movers.compared.length === 0) return wrapText(nothing.compared, look.width);
  return renderMoverLists(nameMovers(movers, { videos, limit: few.moves }), look);
}

/** Videos that went through the most regions, and when they reached each. */
export function renderHits({ hits, videos }: StoredFacts, { width }: Look): string {
  if (hits.length === 0) return wrapText(nothing.spread, width);
  return hits
    .map((hit) => `${fit(titleIn(videos, hit.videoId), width)}\n${wrapText(describeWay(hit), width - 2).replace(/^/gm, '  ')}`)
    .join('\n');
}

function describeWay({ regions }: Hit): string {
  const byHours = new Map<number, string[]>();
  for (const { region, hours } of regions) byHours.set(hours, [...(byHours.get(hours) ?? []), region]);
  return [...byHours]
    .map(([hours, reached]) => `${hours === 0 ? 'first' : `after ${Math.round(hours)} h`} ${reached.join(', ')}`)
    .join('; ');
}
