import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { noBrowser, useBrowser } from './support/browser.ts';
import { openFile } from './support/open-page.ts';
import { pageOf, type Scenario } from './support/scenarios.ts';

const browser = useBrowser();

/** What is about regions, and which of it is shown. */
const parts = `[...document.querySelectorAll('[data-regions]')].map((part) => ({
  regions: part.dataset.regions.split(' '),
  isShown: !part.hidden,
}))`;

interface Part {
  readonly regions: readonly string[];
  readonly isShown: boolean;
}

/** How many moves each of the four lists shows. */
const shownMoves = `[...document.querySelectorAll('#movers .card')].map(
  (card) => [...card.querySelectorAll('tbody tr')].filter((row) => row.checkVisibility()).length,
)`;

/** What the keyboard is at, in a word or two. */
const focused = `(() => {
  const element = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const kind = element.matches('nav a') ? 'nav' : element.matches('.skip') ? 'skip' : element.matches('.scroll') ? 'scroll' : element.localName;
  return { kind, isMarked: outlineStyle !== 'none' && outlineWidth !== '0px', isSeen: element.checkVisibility(), left: element.getBoundingClientRect().left };
})()`;

interface Focused {
  readonly kind: string;
  readonly isMarked: boolean;
  readonly isSeen: boolean;
  readonly left: number;
}

describe.skipIf(noBrowser)('the script of the page of a report', () => {
  const open = async (scenario: Scenario): Promise<Page> => (await openFile(browser(), await pageOf(scenario))).page;

  test('hides, when a region is chosen, what is about other regions, and nothing else', async () => {
    const page = await open('demo');
    await page.selectOption('.tools select', 'PL');
    const all = await page.evaluate<Part[]>(parts);
    expect(all.filter(({ isShown }) => isShown).length).toBeGreaterThan(10);
    expect(all.filter(({ regions, isShown }) => isShown !== regions.includes('PL'))).toEqual([]);
    expect(await page.locator('h2').count()).toBe(await page.locator('h2:visible').count());
    await page.selectOption('.tools select', '');
    expect((await page.evaluate<Part[]>(parts)).filter(({ isShown }) => !isShown)).toEqual([]);
  });

  test('counts, when a region is chosen, the moves of that region alone', async () => {
    const page = await open('demo');
    const counts = (): Promise<string[]> => page.locator('#movers .count').allTextContents();
    const all = await counts();
    await page.selectOption('.tools select', 'PL');
    const rows = await page.evaluate<number[]>(shownMoves);
    expect((await counts()).map(Number)).toEqual(rows);
    expect(rows.map((count, index) => count > 0 && count < Number(all[index]))).toEqual([true, true, true, true]);
    await page.selectOption('.tools select', '');
    expect(await counts()).toEqual(all);
  });

  test('offers every region of the page, each once', async () => {
    const page = await open('demo');
    const offered = await page.locator('.tools option').allTextContents();
    const regions = (await page.evaluate<Part[]>(parts)).flatMap(({ regions }) => regions);
    expect(offered.toSorted()).toEqual([...new Set(regions), 'all regions'].toSorted());
  });

  test('offers no choice where there is none', async () => {
    expect(await (await open('one chart')).locator('.tools').count()).toBe(0);
  });
});

describe.skipIf(noBrowser)('the keyboard', () => {
  const open = async (): Promise<Page> => (await openFile(browser(), await pageOf('demo'))).page;

  /** Goes on until something of this kind is reached. */
  async function tabTo(page: Page, kind: string): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate<Focused>(focused)).kind === kind) return;
    }
    throw new Error(`60 times Tab, and no ${kind}`);
  }

  test('reaches everything that does something, in the order of the page, and shows where it is', async () => {
    const page = await open();
    const reached: string[] = [];
    while (reached.filter((kind) => kind === 'button').length < 4) {
      await page.keyboard.press('Tab');
      const { kind, isMarked, isSeen, left } = await page.evaluate<Focused>(focused);
      expect({ kind, isMarked, isSeen, isInView: left >= 0 }).toEqual({ kind, isMarked: true, isSeen: true, isInView: true });
      reached.push(kind);
    }
    const kinds = reached.filter((kind, index) => kind !== reached[index - 1]);
    expect(kinds).toEqual(['skip', 'nav', 'select', 'summary', 'scroll', 'button']);
  });

  test('skips to the content', async () => {
    const page = await open();
    await tabTo(page, 'skip');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect((await page.evaluate<Focused>(focused)).kind).toBe('select');
  });

  test('opens the data of a chart', async () => {
    const page = await open();
    await tabTo(page, 'summary');
    expect(await page.locator('details[open]').count()).toBe(0);
    await page.keyboard.press('Enter');
    expect(await page.locator('details[open] table:visible').count()).toBe(1);
    await tabTo(page, 'scroll');
    expect(await page.locator('.scroll:focus table:visible').count()).toBe(1);
  });

  test('sorts a table', async () => {
    const page = await open();
    await tabTo(page, 'button');
    await page.keyboard.press('Enter');
    expect(await page.locator('#top th[aria-sort]').count()).toBe(1);
  });

  test('chooses a region', async () => {
    const page = await open();
    await tabTo(page, 'select');
    await page.keyboard.press('ArrowDown');
    expect((await page.evaluate<Part[]>(parts)).filter(({ isShown }) => !isShown).length).toBeGreaterThan(0);
  });
});
