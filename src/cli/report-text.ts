import { categoryOf, formatShare, type Kind, type Kinds, languageOf, shareOf, sumKinds } from '../report/kinds.ts';
import type { ReportFacts, StoredFacts } from '../report/facts.ts';
import { generator } from '../report/generator.ts';
import { answerQuestions, retentionRule } from '../report/questions.ts';
import { judge } from '../report/verdict.ts';
import { count, formatAgo, formatTime } from '../text/format.ts';
import { plain } from '../text/plain.ts';
import { wrapText } from '../text/wrap-text.ts';
import type { Edges } from './edges.ts';
import { createLook, type Look } from './look.ts';
import { renderHealthText } from './report-text-health.ts';
import { renderHits, renderLeaders, renderMoversText, renderTopText } from './report-text-videos.ts';
import { describeEmpty } from './print-empty.ts';
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
  if (facts.newestRun === undefined) return `${head}\n\n${wrapText(describeEmpty(database), look.width)}\n`;
  const { sentences } = judge(facts, { ...look, since: (time) => formatAgo(time, look.now) });
  return `${[
    look.paint('bold', head),
    wrapText(describePeriod(facts.stored, look), look.width),
    '',
    ...sentences.map((sentence) => wrapText(plain(sentence), look.width)),
    ...renderAnswers(facts, look),
    '',
    wrapText(`Source: YouTube. ${retentionRule}; that goes for this report, too.`, look.width),
  ].join('\n')}\n`;
}

function renderAnswers(facts: ReportFacts, look: Look): string[] {
  const answers = answerQuestions(facts, {
    runs: ({ health }) => renderHealthText(health, look),
    top: (stored) => renderTopText(stored, look),
    ranks: (stored) => renderLeaders(stored, look),
    movers: (stored) => renderMoversText(stored, look),
    spread: (stored) => renderHits(stored, look),
    shared: ({ overlap }) => (overlap.pairs.length === 0 ? undefined : renderOverlap(overlap, { limit: 5 }, look)),
    kinds: (stored) => renderKindsText(stored, look),
  });
  return answers.flatMap(({ question, answer }) => ['', look.paint('bold', wrapText(question, look.width)), '', answer.trimEnd()]);
}

function describePeriod(stored: StoredFacts | undefined, { timeZone }: Look): string {
  if (stored === undefined) return 'No run of this period stored anything that is asked about.';
  const { first, last, runs } = stored.range;
  const [from, to] = [first, last].map(({ startedAt }) => formatTime(Date.parse(startedAt), timeZone));
  return `${count(runs, 'run')} that stored something, from ${from} to ${to}`;
}

function renderKindsText({ kinds, overlap }: StoredFacts, look: Look): string | undefined {
  const regions = overlap.regions.map(({ region }) => region);
  if (regions.length === 0) return undefined;
  // A line holds so many; the others would be left out without a word.
  const shown = regions.slice(0, Math.floor((look.width - 24) / 4));
  return [
    renderShares('Category, %', sumKinds(kinds, shown, categoryOf), look),
    '',
    renderShares('Language, %', sumKinds(kinds, shown, languageOf), look),
    ...(shown.length < regions.length
      ? ['', wrapText(`The first ${shown.length} of ${regions.length} regions; --region chooses others.`, look.width)]
      : []),
  ].join('\n');
}

const maxKinds = 8;

function renderShares(title: string, all: Kinds, look: Look): string {
  const columns: Column<Kind>[] = [
    { title, align: 'left', dispensable: 0, flexible: true, cell: ({ name }) => plain(name) },
    ...all.regions.map((region, index): Column<Kind> => {
      return { title: region, align: 'right', dispensable: index, cell: (kind) => formatShare(shareOf(kind, region, all)) };
    }),
  ];
  return renderTable(columns, all.kinds.slice(0, maxKinds), look);
}
