import { describe, expect, test } from 'vitest';
import { noBrowser, useBrowser } from './support/browser.ts';
import { openAll } from './support/inspect-page.ts';
import { openFile } from './support/open-page.ts';
import { pageOf } from './support/scenarios.ts';

const browser = useBrowser();

interface Printed {
  readonly background: string;
  readonly pale: readonly string[];
  readonly shown: readonly string[];
  readonly clipped: number;
}

/** Runs in the page. Pale is what has less contrast with white paper than 4.5 to 1. */
const look = `(() => {
  const seen = (element) => element.checkVisibility() && element.getClientRects().length > 0;
  const part = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = (colour) => {
    const [red, green, blue] = colour.match(/[\\d.]+/g).map(Number);
    return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
  };
  const texts = [...document.querySelectorAll('body *')].filter(
    (element) => seen(element) && !element.matches('.swatch, svg *') && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()),
  );
  return {
    background: getComputedStyle(document.body).backgroundColor,
    pale: texts.filter((element) => 1.05 / (luminance(getComputedStyle(element).color) + 0.05) < 4.5).map(({ outerHTML }) => outerHTML.slice(0, 80)),
    shown: [...document.querySelectorAll('nav, .tools, .skip')].filter(seen).map(({ localName }) => localName),
    clipped: [...document.querySelectorAll('.scroll')].filter((box) => seen(box) && (box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1)).length,
  };
})()`;

describe.skipIf(noBrowser)('the page of a report on paper', () => {
  test('is dark on white, whole, and without what only a screen needs, even where the screen is dark', async () => {
    const { page } = await openFile(browser(), await pageOf('a year'), { colorScheme: 'dark', viewport: { width: 720, height: 1000 } });
    await openAll(page);
    const onScreen = await page.evaluate<Printed>(look);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate<Printed>(look)).toEqual({ background: 'rgb(255, 255, 255)', pale: [], shown: [], clipped: 0 });
    expect([onScreen.pale.length, onScreen.shown, onScreen.clipped].map(Boolean)).toEqual([true, true, true]);
  });
});
