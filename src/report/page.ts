import { createHash } from 'node:crypto';
import { regionName } from '../core/region.ts';
import { type Child, h, pageDocument, type PageElement } from './dom.ts';
import type { ReportFacts } from './facts.ts';
import { generator } from './generator.ts';
import script from './page-script.js?raw';
import { answerQuestions, retentionRule } from './questions.ts';
import { renderRanks } from './sections/ranks.ts';
import { renderHealth } from './sections/health.ts';
import { renderKinds } from './sections/kinds.ts';
import { renderMovers } from './sections/movers.ts';
import { renderOverlap } from './sections/overlap.ts';
import { renderSpread } from './sections/spread.ts';
import { renderSummary } from './sections/summary.ts';
import { renderTop } from './sections/top.ts';
import base from './styles/base.css?raw';
import figures from './styles/figures.css?raw';
import print from './styles/print.css?raw';
import tables from './styles/tables.css?raw';
import { when } from './words.ts';

/** In this order: print takes back what stands above. */
const style = [base, figures, tables, print].join('');

/** How a page is made. */
export interface PageSettings {
  /** When: ms since the epoch. */
  readonly now: number;
  readonly version: string;
  /** Shows pictures, which load from YouTube when the page is looked at. */
  readonly thumbnails: boolean;
}

/** The whole report as one HTML document that needs nothing else: no network, and no script to be read. */
export function renderPage(facts: ReportFacts, settings: PageSettings): string {
  const sections = renderSections(facts, settings);
  const title = pageTitle(facts);
  const body = h(
    'body',
    {},
    h('a', { class: 'skip', href: '#content' }, 'Skip to the content'),
    h('header', {}, h('h1', {}, title), renderSummary(facts, settings.now), renderContents(sections)),
    h('main', { id: 'content' }, ...sections.map(({ element }) => element)),
    renderFooter(facts, settings),
    code('script', script),
  );
  return `<!doctype html>\n${h('html', { lang: 'en' }, renderHead(title, settings), body).outerHTML}\n`;
}

function pageTitle({ stored }: ReportFacts): string {
  const regions = stored?.overlap.regions.map(({ region }) => regionName(region)) ?? [];
  if (regions.length === 0) return 'What charts on YouTube';
  return `What charts on YouTube in ${regions.length === 1 ? regions[0] : `${regions.length} regions`}`;
}

interface Section {
  readonly id: string;
  readonly name: string;
  readonly element: PageElement;
}

function renderSections(facts: ReportFacts, settings: PageSettings): Section[] {
  const answers = answerQuestions<Child>(facts, {
    runs: renderHealth,
    top: (stored) => renderTop(stored, settings),
    ranks: renderRanks,
    movers: renderMovers,
    spread: renderSpread,
    shared: renderOverlap,
    kinds: renderKinds,
  });
  return answers.map(({ id, name, question, answer }) => ({ id, name, element: h('section', { id }, h('h2', {}, question), answer) }));
}

function renderContents(sections: readonly Section[]): PageElement | undefined {
  if (sections.length < 2) return undefined;
  return h(
    'nav',
    { 'aria-label': 'Contents' },
    h('ul', {}, ...sections.map(({ id, name }) => h('li', {}, h('a', { href: `#${id}` }, name)))),
  );
}

function renderHead(title: string, { version, thumbnails }: PageSettings): PageElement {
  const policy = [
    `default-src 'none'`,
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    ...(thumbnails ? ['img-src https://i.ytimg.com'] : []),
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return h(
    'head',
    {},
    h('meta', { charset: 'utf-8' }),
    h('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    h('meta', { name: 'generator', content: `${generator} ${version}` }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('title', {}, title),
    code('style', style),
  );
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** An element whose text is no text of the page. */
function code(tag: 'script' | 'style', text: string): PageElement {
  const element = pageDocument.createElement(tag);
  element.textContent = text;
  return element;
}

function renderFooter({ stored }: ReportFacts, { now, version }: PageSettings): PageElement {
  return h(
    'footer',
    {},
    h(
      'p',
      {},
      'Source: the most popular charts of ',
      h('a', { href: 'https://www.youtube.com/', rel: 'noreferrer' }, 'YouTube'),
      ', by its Data API',
      ...(stored ? [', fetched from ', when(stored.range.first.startedAt), ' to ', when(stored.range.last.startedAt)] : []),
      '. This page was made ',
      when(now),
      ` by Vault ${version}. All times are UTC.`,
    ),
    h('p', {}, `${retentionRule}; that goes for this page, too.`),
  );
}
