import { createHash } from 'node:crypto';
import { regionName } from '../core/region.ts';
import { h, pageDocument, type PageElement } from './dom.ts';
import type { ReportFacts } from './facts.ts';
import { generator } from './generator.ts';
import script from './page-script.js?raw';
import style from './page.css?raw';
import { renderRanks } from './sections/ranks.ts';
import { renderHealth } from './sections/health.ts';
import { renderKinds } from './sections/kinds.ts';
import { renderMovers } from './sections/movers.ts';
import { renderOverlap } from './sections/overlap.ts';
import { renderSpread } from './sections/spread.ts';
import { renderSummary } from './sections/summary.ts';
import { renderTop } from './sections/top.ts';
import { when } from './words.ts';

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
  const sections = facts.health.runs === 0 ? [] : renderSections(facts, settings);
  const title = titleOf(facts);
  const body = h(
    'body',
    {},
    h('a', { class: 'skip', href: '#content' }, 'Skip to the content'),
    h('header', {}, h('h1', {}, title), renderSummary(facts, settings.now), renderContents(sections)),
    h('main', { id: 'content' }, ...sections),
    renderFooter(facts, settings),
    code('script', script),
  );
  return `<!doctype html>\n${h('html', { lang: 'en' }, renderHead(title, settings), body).outerHTML}\n`;
}

function titleOf({ stored }: ReportFacts): string {
  const regions = stored?.overlap.regions.map(({ region }) => regionName(region)) ?? [];
  if (regions.length === 0) return 'What charts on YouTube';
  return `What charts on YouTube in ${regions.length === 1 ? regions[0] : `${regions.length} regions`}`;
}

function renderSections(facts: ReportFacts, settings: PageSettings): PageElement[] {
  const { stored } = facts;
  if (stored === undefined) return [renderHealth(facts)];
  return [
    renderHealth(facts),
    renderTop(stored, settings),
    renderRanks(stored),
    renderMovers(stored),
    renderSpread(stored),
    renderOverlap(stored),
    renderKinds(stored),
  ];
}

const names: Readonly<Record<string, string>> = {
  runs: 'Runs',
  top: 'On top now',
  ranks: 'How it got there',
  movers: 'Rising, new, gone',
  spread: 'Spread',
  shared: 'Shared',
  kinds: 'Categories, languages',
};

function renderContents(sections: readonly PageElement[]): PageElement | undefined {
  if (sections.length < 2) return undefined;
  const links = sections
    .map((section) => section.getAttribute('id') ?? '')
    .map((id) => h('li', {}, h('a', { href: `#${id}` }, names[id] ?? id)));
  return h('nav', { 'aria-label': 'Contents' }, h('ul', {}, ...links));
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
    h(
      'p',
      {},
      'YouTube allows data of its API to be kept for 30 days, then it has to be refreshed or deleted; that goes for this page, too.',
    ),
  );
}
