import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startServer } from '../../src/demo/server.ts';
import { page } from '../support/source.ts';
import { makeFolder, runVault } from './run-vault.ts';

/** Nobody, for root may write everywhere. */
const user = 65_534;

/** A working directory that may only be read, beside a folder that may be written, and the program in the first. */
async function openReadOnly() {
  const server = await startServer(({ region }) => page(region));
  onTestFinished(() => server.close());
  const cwd = makeFolder('read-only');
  const [parent, elsewhere] = [dirname(cwd), join(dirname(cwd), 'elsewhere')];
  chmodSync(parent, 0o755);
  mkdirSync(elsewhere);
  chmodSync(elsewhere, 0o777);
  const env = { YOUTUBE_API_KEY: 'a-key', VAULT_API_URL: server.url, VAULT_REGIONS: 'PL', HOME: cwd };
  await runVault(['fetch', '--quiet'], { cwd, env });
  writeFileSync(join(cwd, '.env'), 'VAULT_LOG_LEVEL=warn\n');
  const before = readdirSync(cwd);
  chmodSync(cwd, 0o555);
  onTestFinished(() => chmodSync(cwd, 0o755));
  return {
    elsewhere,
    vault: (words: string) => runVault(words.split(' '), { cwd, env, user }),
    made: () => readdirSync(cwd).filter((name) => !before.includes(name)),
  };
}

const { exitCode: asNobody } = await runVault(['--version'], { cwd: '/', user });
if (asNobody !== 0)
  process.stderr.write('test/compatibility/read-only.test.ts is skipped: no other user may run what lies in this checkout\n');

describe.skipIf(asNobody !== 0)('in a working directory that may only be read', () => {
  test.each([
    ['fetch --quiet', /vault\.db.*this user/],
    ['demo', /vault-demo\.db/],
    ['report', /report\.html.* --out/],
    ['export charts --out charts.csv', /charts\.csv.* --out/],
    ['backup copy.db', /copy\.db/],
  ])('%s says so in a sentence, and exits with 74', async (words, sentence) => {
    const { vault, made } = await openReadOnly();
    const { exitCode, stdout, stderr } = await vault(words);
    expect([exitCode, stdout]).toEqual([74, '']);
    expect(stderr).toMatch(/^vault: [^\n]+\n$/);
    expect(stderr).toMatch(sentence);
    expect(made()).toEqual([]);
  });

  test.each(['stats', 'runs', 'top', 'movers', 'overlap', 'search title', 'export charts', 'report --format text'])(
    '%s of the vault in it answers, and leaves nothing behind',
    async (words) => {
      const { vault, made } = await openReadOnly();
      expect(await vault(words)).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/./), stderr: '' });
      expect(made()).toEqual([]);
    },
  );

  test('all is well where the vault and what is made of it are elsewhere', async () => {
    const { vault, elsewhere, made } = await openReadOnly();
    const db = `--db ${elsewhere}/vault.db`;
    for (const words of [
      'fetch --quiet',
      `report --quiet --out ${elsewhere}/report.html`,
      `export charts --out ${elsewhere}/charts.csv`,
      `backup ${elsewhere}/copy.db`,
      `restore ${elsewhere}/copy.db`,
      `schedule systemd --into ${elsewhere}/units`,
    ])
      expect(await vault(`${words} ${db}`), words).toMatchObject({ exitCode: 0 });
    expect(readdirSync(elsewhere)).toEqual(expect.arrayContaining(['charts.csv', 'copy.db', 'report.html', 'units', 'vault.db']));
    expect(made()).toEqual([]);
  });
});
