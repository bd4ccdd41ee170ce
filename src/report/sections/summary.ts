import { formatDuration } from '../../core/duration.ts';
import { formatNumber, formatPercent } from '../../text/format.ts';
import { h, type PageElement } from '../dom.ts';
import type { ReportFacts, StoredFacts } from '../facts.ts';
import { judge } from '../verdict.ts';
import { when } from '../words.ts';

/** What the page is about, whether the fetcher is well, and the figures to remember. */
export function renderSummary(facts: ReportFacts, now: number): PageElement {
  const { newestRun, stored } = facts;
  if (newestRun === undefined)
    return h(
      'p',
      {},
      'No run in this vault yet. Make one with ',
      h('code', {}, 'vault fetch'),
      ', or try ',
      h('code', {}, 'vault demo'),
      '.',
    );
  const before = (time: number): string => `${formatDuration(Math.max(1000, now - time))} before this page was made`;
  const { level, sentences } = judge(facts, {
    now,
    timeZone: 'UTC',
    since: (time) => (time > now ? 'after this page was made' : before(time)),
  });
  return h(
    'div',
    {},
    stored && [renderPeriod(stored), renderFigures(facts, stored)],
    h('div', { class: `verdict ${level}` }, ...sentences.map((sentence) => h('p', {}, sentence))),
  );
}

function renderPeriod({ range: { first, last } }: StoredFacts): PageElement {
  return h('p', { class: 'soft' }, 'From ', when(first.startedAt), ' to ', when(last.startedAt), ' UTC, as YouTube showed it.');
}

function renderFigures({ health }: ReportFacts, { overlap, movers, top }: StoredFacts): PageElement {
  const figures: readonly (readonly [string, string])[] = [
    ['Runs', formatNumber(health.runs)],
    ['Videos seen', formatNumber(overlap.unique)],
    ['In the charts now', formatNumber(top.found)],
    ...(movers.compared.length > 0 ? [['New entries since the run before', formatNumber(movers.new.length)] as const] : []),
    ...(overlap.regions.length > 1 ? [['In more than one region', formatPercent(overlap.overlapPercent / 100)] as const] : []),
  ];
  return h('dl', { class: 'figures' }, ...figures.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));
}
