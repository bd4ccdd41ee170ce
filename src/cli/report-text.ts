import { categoryOf, formatShare, type Kind, type Kinds, languageOf, shareOf, sumKinds } from '../report/kinds.ts';
import type { ReportFacts, StoredFacts } from '../report/facts.ts';
import { generator } from '../report/generator.ts';
import { judge } from '../report/verdict.ts';
import { formatAgo, formatTime } from '../text/format.ts';
import { plain } from '../text/plain.ts';
import { wrapText } from '../text/wrap-text.ts';
import type { Edges } from './edges.ts';
import { createLook, type Look } from './look.ts';
import { renderHealthText } from './report-text-health.ts';
import { renderHits, renderLeaders, renderMoversText, renderTopText } from './report-text-videos.ts';
import { describeEmpty } from './run-line.ts';
import { renderOverlap } from './render-overlap.ts';
import { type Column, renderTable } from './table.ts';

/** What reads well in a mail, and in the narrowest terminal that is usual. */
const widest = 80;

/** The report as text, at most 80 cells wide; coloured only for a terminal that takes colours. */
export function renderReportText(
  facts: ReportFacts,
  { database, isForTerminal }: { database: string; isForTerminal: boolean },
  edges: Edges,
): string {
  const usual = createLook(edges);
  const look: Look = { ...usual, width: Math.min(widest, usual.width), ...(!isForTerminal && { width: widest, paint: (_, text) => text }) };
  const head = `${generator}, made ${formatTime(look.now, look.timeZone)}`;
  if (facts.health.runs === 0) return `${head}\n\n${wrapText(describeEmpty(database), look.width)}\n`;
  const { stored } = facts;
  const parts = [
    ['Is the fetcher healthy?', renderHealthText(facts.health, look)],
    ...(stored
      ? ([
          ['What is on top now?', renderTopText(stored, look)],
          ['How did it get there?', renderLeaders(stored, look)],
          ['What is rising, new, gone?', renderMoversText(stored, look)],
          ['How does a hit spread from country to country?', renderHits(stored, look)],
          ['How much do regions share?', renderOverlap(stored.overlap, { limit: 5 }, look)],
          ['Which categories and languages fill the charts?', renderKindsText(stored, look)],
        ] as const)
      : []),
  ] as const;
  return `${[
    look.paint('bold', head),
    ...describePeriod(stored, look),
    '',
    ...judge(facts, { ...look, since: (time) => formatAgo(time, look.now) }).sentences.map((sentence) =>
      wrapText(plain(sentence), look.width),
    ),
    ...parts.flatMap(([title, text]) => ['', look.paint('bold', wrapText(title, look.width)), '', text.trimEnd()]),
    '',
    wrapText('Source: YouTube, whose rules allow data of its API to be kept for 30 days; that goes for this report, too.', look.width),
  ].join('\n')}\n`;
}

function describePeriod(stored: StoredFacts | undefined, { timeZone, width }: Look): string[] {
  if (stored === undefined) return ['No run of this period stored anything.'];
  const { first, last, runs } = stored.range;
  const time = ({ startedAt }: { startedAt: string }): string => formatTime(Date.parse(startedAt), timeZone);
  return [wrapText(`${runs} ${runs === 1 ? 'run' : 'runs'} that stored something, from ${time(first)} to ${time(last)}`, width)];
}

function renderKindsText({ kinds, overlap }: StoredFacts, look: Look): string {
  const regions = overlap.regions.map(({ region }) => region);
  return [
    renderShares('Category, %', sumKinds(kinds, regions, categoryOf), look),
    '',
    renderShares('Language, %', sumKinds(kinds, regions, languageOf), look),
  ].join('\n');
}

const maxKinds = 8;

function renderShares(title: string, all: Kinds, { width, paint }: Look): string {
  const columns: Column<Kind>[] = [
    { title, align: 'left', dispensable: 0, flexible: true, cell: ({ name }) => plain(name) },
    ...all.regions.map((region, index): Column<Kind> => {
      return { title: region, align: 'right', dispensable: index, cell: (kind) => formatShare(shareOf(kind, region, all)) };
    }),
  ];
  return renderTable(columns, all.kinds.slice(0, maxKinds), { width, head: (text) => paint('bold', text) });
}
