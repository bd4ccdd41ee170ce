import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, vi } from 'vitest';

/** Chromium as root in a container, and alone: nothing of its own goes to the network. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** For whatever a test waits for: beside other work on few cores, slow is no fault. */
const patienceMs = 180_000;

const executablePath = findChromium();

const remedy = 'install it (apt-get install chromium), or name one in VAULT_TEST_CHROMIUM';

/** Tests of pages are skipped where no browser is, but not in CI, where a skipped test would look like one that passed. */
export const noBrowser = executablePath === undefined && !process.env['CI'];

/** One browser for all tests of a file. */
export function useBrowser(): () => Browser {
  // What is skipped in silence is soon never run.
  if (noBrowser) process.stderr.write(`SKIPPED: pages in a browser: there is no Chromium; ${remedy}\n`);
  vi.setConfig({ testTimeout: patienceMs, hookTimeout: patienceMs });
  let opened: Browser | undefined;
  beforeAll(async () => {
    if (executablePath === undefined) throw new Error(`CI tests pages in Chromium, and there is none; ${remedy}`);
    opened = await chromium.launch({ executablePath, args, timeout: patienceMs });
  });
  afterAll(() => opened?.close());
  return () => {
    if (opened === undefined) throw new Error('the browser is not open');
    return opened;
  };
}

/** `VAULT_TEST_CHROMIUM`, else the first of the names that systems give it. */
function findChromium(): string | undefined {
  const given = process.env['VAULT_TEST_CHROMIUM'];
  if (given) return existsSync(given) ? given : undefined;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}
