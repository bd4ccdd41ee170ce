import { describe, expect, test } from 'vitest';
import { nameOf, titleOf } from '../../src/text/title.ts';
import { noBrowser, useBrowser } from './support/browser.ts';
import { findFaults } from './support/find-faults.ts';
import { hostile } from './support/hostile-vault.ts';
import { allViews, nameOfView, openFile } from './support/open-page.ts';
import { pageOf } from './support/scenarios.ts';
import survey from './support/survey.js?raw';

const browser = useBrowser();

/** A text that stands with a video, which an address tells. */
interface OfVideo {
  readonly href: string;
  readonly text: string;
}

interface Survey {
  readonly elements: readonly string[];
  readonly attributes: readonly string[];
  readonly scripts: number;
  readonly strangers: number;
  readonly addresses: readonly string[];
  readonly policy: string;
  readonly policies: number;
  readonly links: readonly OfVideo[];
  readonly channels: readonly OfVideo[];
  readonly hacked: unknown;
}

describe.skipIf(noBrowser)('the page of a vault whose every text is hostile', () => {
  /** Without its policy: what is proven here, the page owes to nothing but how it is written. */
  async function openBare(scenario: 'demo' | 'hostile') {
    const opened = await openFile(browser(), await pageOf(scenario), { bypassCSP: true });
    return { ...opened, survey: await opened.page.evaluate<Survey>(survey) };
  }

  for (const view of allViews) {
    test(`is faultless, ${nameOfView(view)}`, async () => {
      expect(await findFaults(browser(), await pageOf('hostile'), view)).toEqual([]);
    });
  }

  test('has no element and no attribute that the page of harmless texts has not', async () => {
    const [harmless, { survey }] = [await openBare('demo'), await openBare('hostile')];
    expect(survey.elements.filter((name) => !harmless.survey.elements.includes(name))).toEqual([]);
    expect(survey.attributes.filter((name) => !harmless.survey.attributes.includes(name))).toEqual([]);
    expect(survey.attributes.filter((name) => /^on|^style$|^srcdoc$/i.test(name))).toEqual([]);
    expect([survey.scripts, survey.strangers, survey.policies]).toEqual([1, 0, 1]);
  });

  test('runs none of it and asks for none of it, even where no policy forbids it', async () => {
    const { survey, messages, requests, url } = await openBare('hostile');
    expect(survey.hacked).toBeNull();
    expect([messages, requests]).toEqual([[], [url]]);
  });

  test('leads nowhere but to YouTube and to its own parts', async () => {
    const { survey } = await openBare('hostile');
    const elsewhere = (address: string): boolean => !/^https:\/\/www\.youtube\.com\/|^#/.test(address);
    expect(survey.addresses.filter(elsewhere)).toEqual([]);
    expect(survey.addresses.length).toBeGreaterThan(hostile.length);
  });

  test('has a policy that begins by forbidding everything', async () => {
    const { survey } = await openBare('hostile');
    expect(survey.policy).toMatch(/^default-src 'none'; /);
  });

  describe('shows', () => {
    test('each video under its title, and links it by its id', async () => {
      const { survey } = await openBare('hostile');
      const shown = new Map(survey.links.map(({ href, text }) => [idOf(href), text]));
      const expected = hostile.map(({ id, text }): [string, string] => [id, titleOf({ videoId: id, title: text })]);
      expect(sorted(shown)).toEqual(sorted(expected));
      for (const { href, text } of survey.links) expect(shown.get(idOf(href))).toBe(text);
    });

    test('each channel under its name', async () => {
      const { survey } = await openBare('hostile');
      const names = new Map(hostile.map(({ id, text }) => [id, nameOf(text)]));
      expect(survey.channels.filter(({ href, text }) => text !== names.get(idOf(href) ?? ''))).toEqual([]);
      expect(survey.channels.length).toBeGreaterThan(20);
    });

    test('errors as text', async () => {
      const { page } = await openBare('hostile');
      const tables = await page.locator('#timeline details').allTextContents();
      expect(tables.length).toBe(2);
      for (const { text } of hostile.slice(0, 8)) for (const table of tables) expect(table).toContain(text);
    });
  });
});

function sorted(entries: Iterable<readonly [string | null, string]>): (readonly [string | null, string])[] {
  return [...entries].toSorted(([a], [b]) => String(a).localeCompare(String(b)));
}

function idOf(href: string): string | null {
  return new URL(href).searchParams.get('v');
}
