import axe from 'axe-core';
import type { Page } from 'playwright-core';
import inspect from './inspect.js?raw';

/** What sticks out, is cut off, or lies on something else, with everything closed and with everything open. */
export async function findLayoutFaults(page: Page): Promise<string[]> {
  const closed = await page.evaluate<string[]>(inspect);
  await openAll(page);
  const open = await page.evaluate<string[]>(inspect);
  return [...new Set([...closed, ...open])];
}

/** Opens everything that opens. */
export async function openAll(page: Page): Promise<void> {
  await page.evaluate(`for (const details of document.querySelectorAll('details')) details.open = true`);
}

/** What keeps people from reading the page, by the rules of axe; a line for each rule, with a few places. */
export async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(document, { resultTypes: ['violations'], preload: false })`);
  return violations.map(({ id, impact, nodes }) => {
    const places = nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`);
    return `${id} (${impact}), ${nodes.length} times: ${places.join('; ')}`;
  });
}
