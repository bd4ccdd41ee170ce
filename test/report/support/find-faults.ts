import type { Browser } from 'playwright-core';
import { findBarriers, findLayoutFaults } from './inspect-page.ts';
import { openView, type View } from './open-page.ts';

/** What is wrong with a page: what sticks out or lies on something else, what it says to the console or asks for, what axe finds. */
export async function findFaults(browser: Browser, html: string, view: View): Promise<string[]> {
  const { page, messages, requests, url } = await openView(browser, html, view);
  const faults = await findLayoutFaults(page);
  // Axe last: it is a guest in the page.
  const barriers = await findBarriers(page);
  return [...faults, ...barriers, ...messages, ...requests.filter((request) => request !== url)];
}
