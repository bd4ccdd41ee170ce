import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startServer } from '../../src/demo/server.ts';
import { page } from '../support/source.ts';
import { makeFolder, runVault } from './run-vault.ts';

/** What shells, URLs, patterns, printf and SQL would read as something else. */
const awkward = `it's "50 %" 100%20 $HOME \\ #1 & co; ?x=[y]`;
const composed = 'Łódź é';
const decomposed = composed.normalize('NFD');

async function settings(): Promise<Record<string, string>> {
  const server = await startServer(({ region }) => page(region));
  onTestFinished(() => server.close());
  return { YOUTUBE_API_KEY: 'a-key', VAULT_API_URL: server.url, VAULT_REGIONS: 'PL' };
}

describe.each([
  ['in composed letters', composed],
  ['in decomposed letters', decomposed],
])('a folder with an awkward name, %s,', (_, letters) => {
  const name = `${awkward} ${letters}`;

  test('holds the vault that its .env names, and all that is made of it', async () => {
    const folder = makeFolder(name);
    const lines = Object.entries({ ...(await settings()), VAULT_DB: `'vault 100% ${letters}.db'` });
    writeFileSync(join(folder, '.env'), lines.map((line) => line.join('=')).join('\n'), { mode: 0o600 });
    const database = join(folder, `vault 100% ${letters}.db`);
    const vault = async (...words: string[]): Promise<unknown> => {
      const { exitCode, stdout, stderr } = await runVault(words, { cwd: folder });
      expect([exitCode, stderr.includes('vault: ')], stderr).toEqual([0, false]);
      return words.includes('--json') ? JSON.parse(stdout) : stdout;
    };
    expect(await vault('fetch', '--json')).toMatchObject({ run: 1, database });
    const out = join(folder, name);
    mkdirSync(out);
    expect(await vault('export', 'charts', '--json', '--out', join(out, `${name}.csv`))).toMatchObject({
      rows: 3,
      out: join(out, `${name}.csv`),
    });
    await vault('export', 'charts', '--format', 'parquet', '--partition-by', 'date,region', '--out', `${name}/parts`);
    expect(readdirSync(join(out, 'parts'), { recursive: true }).filter((path) => String(path).endsWith('.parquet'))).toHaveLength(1);
    expect(await vault('report', '--out', `${name}/${letters}.html`)).toContain(join(out, `${letters}.html`));
    expect(await vault('backup', `${name}/copy.db`, '--json')).toMatchObject({ runs: 1, file: join(out, 'copy.db'), database });
    await vault('fetch');
    expect(await vault('restore', `${name}/copy.db`, '--json')).toMatchObject({ runs: 1, database });
    expect(await vault('runs', '--json')).toHaveLength(1);
    expect(await vault('schedule', 'cron', '--into', `${name}/units`)).toBe(`${join(out, 'units', 'vault.crontab')}\n`);
    expect(readdirSync(out).toSorted()).toEqual([`${name}.csv`, `${letters}.html`, 'copy.db', 'parts', 'units'].toSorted());
    expect(readdirSync(folder).filter((name) => !name.startsWith(`vault 100% ${letters}.db`))).toEqual(['.env', name].toSorted());
  });

  test('holds the program, which finds its migrations and what it loads, called by a link', async () => {
    const [folder, program] = [makeFolder('work'), makeFolder(name)];
    const root = fileURLToPath(new URL('../../', import.meta.url));
    for (const part of ['bin', 'dist', 'migrations', 'package.json']) cpSync(join(root, part), join(program, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(program, 'node_modules'));
    const link = join(folder, 'vault');
    symlinkSync(join(program, 'bin', 'vault.js'), link);
    const fetched = await runVault(['fetch', '--json'], { cwd: folder, env: await settings(), program: link });
    expect(fetched).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('"status": "complete"') });
    expect(await runVault(['report', '--quiet'], { cwd: folder, program: link })).toMatchObject({ exitCode: 0, stderr: '' });
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain('</html>');
  });
});

// macOS takes both for one.
test.skipIf(process.platform === 'darwin')('names that only Unicode tells apart are two vaults', async () => {
  const folder = makeFolder('two');
  const env = await settings();
  for (const name of [composed, composed, decomposed]) await runVault(['fetch', '--quiet', '--db', `${name}.db`], { cwd: folder, env });
  const runsOf = async (name: string) => JSON.parse((await runVault(['runs', '--json', '--db', `${name}.db`], { cwd: folder })).stdout);
  expect([await runsOf(composed), await runsOf(decomposed)]).toMatchObject([[{ run: 2 }, { run: 1 }], [{ run: 1 }]]);
});
