import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openFile } from '../../src/cli/open-file.ts';

/** A folder that is all of PATH, with an opener in it, if any, that does this. */
function provideOpener(script?: (folder: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'vault-open-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  if (script) {
    writeFileSync(join(folder, 'xdg-open'), `#!/bin/sh\n${script(folder)}\n`);
    chmodSync(join(folder, 'xdg-open'), 0o755);
  }
  vi.stubEnv('PATH', folder);
  onTestFinished(() => void vi.unstubAllEnvs());
  return folder;
}

describe.skipIf(process.platform !== 'linux')('a file that is to be shown', () => {
  test('is given to the opener of the system', async () => {
    const folder = provideOpener((folder) => `echo "$1" > ${folder}/opened`);
    await openFile('/tmp/a page.html');
    expect(readFileSync(join(folder, 'opened'), 'utf8')).toBe('/tmp/a page.html\n');
  });

  test('is not shown where the opener says that it cannot', async () => {
    provideOpener(() => 'exit 3');
    await expect(openFile('/tmp/page.html')).rejects.toThrow('xdg-open ended with 3');
  });

  test('is not shown where there is no opener', async () => {
    provideOpener();
    await expect(openFile('/tmp/page.html')).rejects.toThrow('ENOENT');
  });
});
