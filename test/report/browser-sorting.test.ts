import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { sampleOutcome, sampleVideo } from '../store/sample-run.ts';
import { noBrowser, useBrowser } from './support/browser.ts';
import { fillVault, planRuns } from './support/fill-vault.ts';
import { openAll } from './support/inspect-page.ts';
import { openFile } from './support/open-page.ts';
import { report } from './support/scenarios.ts';
import { fillVaultOfUnits } from './support/units-vault.ts';

const browser = useBrowser();

/** Counts of a video in two runs, null where it hides them; without the first it is new. */
const videos: Readonly<Record<string, readonly (number | null | undefined)[]>> = {
  ninety: [20, 90],
  thousand: [1000, 1000],
  hidden: [null, null],
  million: [undefined, 1_000_000],
  corrected: [500, 400],
  none: [0, 0],
};

const fill = (path: string): Promise<void> =>
  fillVault(
    path,
    planRuns(2, 7, (_, run) => [
      sampleOutcome(
        'PL',
        Object.entries(videos).flatMap(([title, views]) =>
          views[run] === undefined ? [] : [sampleVideo(title, { title, views: views[run] })],
        ),
      ),
    ]),
  );

const top = (page: Page): Locator => page.locator('#top table');

const titles = (table: Locator): Promise<string[]> => table.locator('tbody tr a').allTextContents();

async function sortBy(table: Locator, column: string): Promise<void> {
  await table.locator('thead button', { hasText: new RegExp(`^${column}$`) }).click();
}

async function columnOf(table: Locator, column: string): Promise<string[]> {
  const heads = await table.locator('thead th').allTextContents();
  const cells = await table.locator(`tbody tr > :nth-child(${heads.indexOf(column) + 1})`).allTextContents();
  return cells.map((text) => text.trim());
}

describe.skipIf(noBrowser)('a table of a report', () => {
  test('puts the greatest first, then the least, and what is hidden last both times', async () => {
    const { page } = await openFile(browser(), await report(fill));
    await sortBy(top(page), 'Views');
    expect(await titles(top(page))).toEqual(['million', 'thousand', 'corrected', 'ninety', 'none', 'hidden']);
    await sortBy(top(page), 'Views');
    expect(await titles(top(page))).toEqual(['none', 'ninety', 'corrected', 'thousand', 'million', 'hidden']);
  });

  test('puts what has no rate last, in either order', async () => {
    const { page } = await openFile(browser(), await report(fill));
    const unrated = ['corrected', 'hidden', 'million'];
    await sortBy(top(page), 'Per hour');
    expect((await titles(top(page))).slice(0, 3)).toEqual(['ninety', 'thousand', 'none']);
    expect((await titles(top(page))).slice(3).toSorted()).toEqual(unrated);
    await sortBy(top(page), 'Per hour');
    expect((await titles(top(page))).slice(0, 3).at(-1)).toBe('ninety');
    expect((await titles(top(page))).slice(3).toSorted()).toEqual(unrated);
  });

  test('tells by which column it is sorted, and of no other', async () => {
    const { page } = await openFile(browser(), await report(fill));
    const sorted = (): Promise<(string | null)[]> =>
      page.evaluate(`[...document.querySelectorAll('#top th[scope=col]')].map((head) => head.getAttribute('aria-sort'))`);
    await sortBy(top(page), 'Views');
    expect(await sorted()).toEqual([null, 'descending', null]);
    await sortBy(top(page), 'Views');
    expect(await sorted()).toEqual([null, 'ascending', null]);
    await sortBy(top(page), 'Per hour');
    expect(await sorted()).toEqual([null, null, 'descending']);
  });

  test('orders titles as people do, from a to z first', async () => {
    const { page } = await openFile(browser(), await report(fill));
    await sortBy(top(page), 'Video');
    expect(await titles(top(page))).toEqual(['corrected', 'hidden', 'million', 'ninety', 'none', 'thousand']);
  });

  const unitHours: Readonly<Record<string, number>> = { s: 1 / 3600, min: 1 / 60, h: 1, d: 24, '%': 1 };

  /** `1 d 3 h`, `18.4 %`: one number. */
  const magnitude = (text: string): number =>
    [...text.matchAll(/([\d.]+) (\S+)/g)].reduce((sum, [, number, unit = '']) => sum + Number(number) * (unitHours[unit] ?? Number.NaN), 0);

  test.for([
    ['#spread figure', 'After'],
    ['#overlap', 'Jaccard'],
    ['#fastest', 'In'],
    ['#timeline', 'Took'],
  ] as const)('orders by how much is meant, not by how it is written: %s, %s', async ([place, column]) => {
    const { page } = await openFile(browser(), await report(fillVaultOfUnits));
    await openAll(page);
    const table = page.locator(`${place} table`).first();
    await sortBy(table, column);
    const shown = (await columnOf(table, column)).filter((text) => text !== '');
    expect(shown).toEqual(shown.toSorted((a, b) => magnitude(b) - magnitude(a)));
    expect(shown).not.toEqual(shown.toSorted((a, b) => b.localeCompare(a)));
  });
});
