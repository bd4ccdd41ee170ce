import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { noBrowser, useBrowser } from './support/browser.ts';
import { openFile } from './support/open-page.ts';
import { pageOf, type Scenario } from './support/scenarios.ts';

const browser = useBrowser();

/** What a reader gets; the choice of a region is all that the script adds to it. */
const content = `(() => {
  document.querySelector('.tools')?.remove();
  return {
    text: document.body.textContent,
    tables: [...document.querySelectorAll('table')].map(({ rows }) => rows.length),
    charts: [...document.querySelectorAll('svg')].filter((svg) => svg.checkVisibility()).length,
    details: document.querySelectorAll('details').length,
  };
})()`;

interface Content {
  readonly text: string;
  readonly tables: readonly number[];
  readonly charts: number;
  readonly details: number;
}

describe.skipIf(noBrowser)('the page of a report where no script may run', () => {
  const open = async (scenario: Scenario, javaScriptEnabled: boolean): Promise<Page> =>
    (await openFile(browser(), await pageOf(scenario), { javaScriptEnabled })).page;

  test.for(['demo', 'no vault', 'troubles', 'hostile'] as const)(
    'tells, tabulates and draws all that it does with one: %s',
    async (scenario) => {
      const without = await (await open(scenario, false)).evaluate<Content>(content);
      expect(without).toEqual(await (await open(scenario, true)).evaluate<Content>(content));
      expect(without.text.length).toBeGreaterThan(300);
    },
  );

  test('tabulates and draws', async () => {
    const { tables, charts, details } = await (await open('demo', false)).evaluate<Content>(content);
    expect([tables.length > 15, charts > 15, details > 15]).toEqual([true, true, true]);
  });

  test('offers nothing that only a script does', async () => {
    const page = await open('demo', false);
    expect(await page.locator('button, select, .tools').count()).toBe(0);
  });

  test('opens the data of a chart with a click, and closes it with another', async () => {
    const page = await open('demo', false);
    const details = page.locator('#timeline details').first();
    expect(await details.locator('table').isVisible()).toBe(false);
    await details.locator('summary').click();
    expect(await details.locator('table').isVisible()).toBe(true);
    await details.locator('summary').click();
    expect(await details.locator('table').isVisible()).toBe(false);
  });
});
