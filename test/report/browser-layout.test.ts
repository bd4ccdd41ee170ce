import { describe, expect, test } from 'vitest';
import { noBrowser, useBrowser } from './support/browser.ts';
import { findFaults } from './support/find-faults.ts';
import { allViews, nameOfView } from './support/open-page.ts';
import { pageOf, scenarios } from './support/scenarios.ts';

const browser = useBrowser();

const [narrowest] = allViews;
const widest = allViews.at(-1);

describe.skipIf(noBrowser)('the layout of the page of a report', () => {
  for (const view of allViews) {
    test(`is faultless for the demo, ${nameOfView(view)}`, async () => {
      expect(await findFaults(browser(), await pageOf('demo'), view)).toEqual([]);
    });
  }

  // The hostile vault has tests of its own.
  for (const scenario of scenarios.filter((scenario) => scenario !== 'demo' && scenario !== 'hostile')) {
    for (const view of [narrowest, widest].flatMap((view) => view ?? [])) {
      test(`is faultless for ${scenario}, ${nameOfView(view)}`, async () => {
        expect(await findFaults(browser(), await pageOf(scenario), view)).toEqual([]);
      });
    }
  }
});
