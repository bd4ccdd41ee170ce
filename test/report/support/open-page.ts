import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

/** How a page is looked at. */
export interface View {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
}

/** A narrow phone, a tablet and a desktop, by day and by night; the narrowest by day is the first, the widest by night the last. */
export const allViews: readonly View[] = [360, 768, 1440].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

/** `360 px wide and light`. */
export function nameOfView({ width, colorScheme }: View): string {
  return `${width} px wide and ${colorScheme}`;
}

/** A page that is open, and what it did meanwhile. */
export interface OpenedPage {
  readonly page: Page;
  /** Everything that it said to the console, its errors included. */
  readonly messages: string[];
  /** Every address that it asked for, its own included. */
  readonly requests: string[];
  /** Its own address. */
  readonly url: string;
}

type Prepare = (page: Page) => Promise<unknown>;

/** Opens HTML as a file, the way people open a report; closed when the test ends. `prepare` sees the page before it is opened. */
export async function openFile(
  browser: Browser,
  html: string,
  options: BrowserContextOptions = {},
  prepare: Prepare = async () => {},
): Promise<OpenedPage> {
  const folder = mkdtempSync(join(tmpdir(), 'vault-page-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'report.html');
  writeFileSync(path, html);
  return openUrl(browser, pathToFileURL(path).href, options, prepare);
}

/** Opens a file as a phone, a tablet or a desktop does. */
export async function openView(browser: Browser, html: string, { width, colorScheme }: View): Promise<OpenedPage> {
  return openFile(browser, html, { colorScheme, viewport: { width, height: 900 } });
}

/** The same, of a page that has an address. */
export async function openUrl(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
  prepare: Prepare = async () => {},
): Promise<OpenedPage> {
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const messages: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => messages.push(`error: ${error.message}`));
  page.on('request', (request) => requests.push(request.url()));
  await prepare(page);
  await page.goto(url, { waitUntil: 'load' });
  return { page, messages, requests, url };
}
