import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { noBrowser, useBrowser } from './support/browser.ts';
import { openFile, openUrl } from './support/open-page.ts';
import { pageOf, report } from './support/scenarios.ts';
import { fillHostileVault } from './support/hostile-vault.ts';

const browser = useBrowser();

/** What somebody would add who could write into the page: each part that takes effect leaves a mark. */
const injected = `
  <script>window.script = 'ran'</script>
  <img src="x" onerror="window.handler = 'ran'">
  <script src="data:text/javascript,window.other = 'ran'"></script>
  <style>footer { display: none }</style>
  <h1 style="display: none" id="styled">styled</h1>
  <link rel="stylesheet" href="https://evil.example/style.css">
  <img src="https://evil.example/pixel.png">
  <iframe src="https://evil.example/frame.html"></iframe>`;

interface Effects {
  readonly script: string | null;
  readonly handler: string | null;
  readonly other: string | null;
  readonly footer: boolean;
  readonly heading: boolean;
}

const effects = `({
  script: window.script ?? null,
  handler: window.handler ?? null,
  other: window.other ?? null,
  footer: document.querySelector('footer').checkVisibility(),
  heading: document.querySelector('#styled').checkVisibility(),
})`;

describe.skipIf(noBrowser)('the policy of the page of a report', () => {
  /** The page with all that in it; requests that leave it end in the test. */
  async function openInjected(bypassCSP: boolean) {
    const html = (await pageOf('demo')).replace('<footer>', `${injected}<footer>`);
    const asked: string[] = [];
    const opened = await openFile(browser(), html, { bypassCSP }, (page) =>
      page.route(/^https:/, (route) => {
        asked.push(route.request().url());
        return route.abort();
      }),
    );
    return { asked, effects: await opened.page.evaluate<Effects>(effects) };
  }

  test('lets nothing that was added to the page run, style or load', async () => {
    expect(await openInjected(false)).toEqual({
      asked: [],
      effects: { script: null, handler: null, other: null, footer: true, heading: true },
    });
  });

  test('is what keeps all that from taking effect', async () => {
    const { asked, effects } = await openInjected(true);
    expect(effects).toEqual({ script: 'ran', handler: 'ran', other: 'ran', footer: false, heading: false });
    expect(asked.toSorted()).toEqual(['frame.html', 'pixel.png', 'style.css'].map((name) => `https://evil.example/${name}`));
  });

  test('lets the page ask for nothing but pictures of YouTube, and that only with --thumbnails', async () => {
    const { page, requests, messages, url } = await openFile(browser(), await report(fillHostileVault, '--thumbnails'), {}, (page) =>
      page.route(/^https:/, (route) => route.fulfill({ contentType: 'image/png', body: pixel })),
    );
    await page.evaluate(`Promise.all([...document.images].map((image) => ((image.loading = 'eager'), image.decode())))`);
    const others = requests.filter((request) => request !== url);
    expect(others.length).toBeGreaterThan(5);
    expect(others.filter((request) => !/^https:\/\/i\.ytimg\.com\/vi\/[^/?#]+\/mqdefault\.jpg$/.test(request))).toEqual([]);
    expect(messages).toEqual([]);
  });
});

const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe.skipIf(noBrowser)('the page of a report on a server', () => {
  test('is all that a browser asks for', async () => {
    const asked: string[] = [];
    const server = await serve(await pageOf('demo'), asked);
    const { messages } = await openUrl(browser(), `http://127.0.0.1:${(server.address() as AddressInfo).port}/report.html`);
    // Chromium with a window asks for an icon unasked.
    expect([asked.filter((path) => path !== '/favicon.ico'), messages]).toEqual([['/report.html'], []]);
  });
});

async function serve(html: string, asked: string[]): Promise<Server> {
  const server = createServer(({ url }, response) => {
    asked.push(url ?? '');
    response.writeHead(url === '/report.html' ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  onTestFinished(() => void server.close());
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
