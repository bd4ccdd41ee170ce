import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { createSimulation } from '../src/demo/simulation.ts';
import { readDocument } from './examples/read-documents.ts';
import { noon, openShell, openShellWithApi } from './support/cli.ts';
import { page } from './support/source.ts';
import { createEagerClock } from './support/test-clock.ts';

/** The first block after some words of a document. */
function blockAfter(document: string, words: string): string {
  const [, rest = ''] = readDocument(document).split(words);
  return /^```\w*\n([^]*?)^```$/m.exec(rest)?.[1] ?? '';
}

/** When the last of thirty runs began whose videos are shown. */
const shownAt = Date.parse('2026-11-26T11:03:47.000Z');

/** What differs from machine to machine and from hour to hour, in letters of the same number where it stands in a column. */
function mask(text: string, folder = '/home/you/vault'): string {
  return (
    text
      .replaceAll(folder, '/home/you/vault')
      .replace(/\d+ \w{3} \d{4}, \d\d:\d\d/g, 'THEN')
      // Growth per hour, which depends on the milliseconds of a run's start.
      .replace(/,\d{3}(?=  [▁▂▃▄▅▆▇█])/g, ',…')
      .replace(/\(in .+?\)/g, '(in A WHILE)')
      .replace(/\d\.\d s/g, '0.0 s')
      .replace(/\d+ min \d+ s ago/g, 'A WHILE ago')
      .replace(/(Node|SQLite) [\d.]+/g, '$1 VERSION')
      .replace(/[\d.]+ [kMG]B/g, 'SIZE')
  );
}

test('the README shows what vault demo prints, up to its report', async () => {
  const shown = blockAfter('README.md', '`npx vault demo`, on a terminal of 120 columns');
  const shell = openShell({ NO_COLOR: '1' });
  let printed = '';
  await shell.vault('demo', { stdout: { isTTY: true, columns: 120, write: (text) => (printed += text) } });
  expect(mask(printed, shell.folder).split('\nIts report is in ')[0]).toBe(mask(shown));
});

test('the README shows what its other commands print after vault demo --runs 30', async () => {
  const shown = [...readDocument('README.md').matchAll(/^\$ vault (.+)\n((?:(?!\$|```).*\n)+)/gm)];
  const shell = openShell({ NO_COLOR: '1', VAULT_DB: 'vault-demo.db' });
  await shell.vault('demo --runs 30 --json', { clock: createEagerClock(shownAt) });
  for (const [, line = '', output = ''] of shown) {
    let printed = '';
    const stdout = { isTTY: true, columns: 120, write: (text: string) => (printed += text) };
    await shell.vault(line, { stdout, clock: createEagerClock(shownAt + 120_000) });
    expect(mask(printed, shell.folder), line).toBe(mask(output));
  }
  expect(shown.map(([, line]) => line?.split(' ')[0])).toEqual(['top', 'search', 'export', 'backup', 'prune']);
});

test.skipIf(process.platform === 'win32')(
  'docs/operations.md shows what vault doctor prints of a vault with one run, and a .env that others may read',
  async () => {
    const { handler } = createSimulation({ seed: 7, epochMs: noon, hours: () => 0, latency: false, refusals: true });
    const { folder, vault } = await openShellWithApi(handler);
    writeFileSync(join(folder, '.env'), 'YOUTUBE_API_KEY=a-key');
    chmodSync(join(folder, '.env'), 0o644);
    await vault('fetch --quiet', { clock: createEagerClock(noon - 113_000) });
    const { stdout } = await vault('doctor');
    expect(mask(stdout, folder)).toBe(mask(blockAfter('docs/operations.md', '## vault doctor').replace('$ vault doctor\n', '')));
  },
);

test('the README counts the checks of vault doctor --online', async () => {
  const { vault } = await openShellWithApi(({ region }) => page(region));
  await vault('fetch --quiet');
  const { stdout } = await vault('doctor --online');
  const counted = /\d+ checks/.exec(readDocument('README.md'))?.[0];
  expect(stdout).toContain(`\n${counted}: `);
});

describe('docs/data.md shows how each answer begins after vault demo --runs 30', () => {
  const shown = [...readDocument('docs/data.md').matchAll(/^### ([^\n]+\?)\n+```sql\n(.+?)^```\n+```\n(.+?)^```/gms)];
  let made: Promise<Database.Database> | undefined;

  async function openThirty(): Promise<Database.Database> {
    const { folder, vault } = openShell();
    await vault('demo --runs 30 --json', { clock: createEagerClock(shownAt) });
    const file = new Database(join(folder, 'vault-demo.db'));
    file.pragma('journal_mode = DELETE');
    const copy = new Database(file.serialize());
    file.close();
    return copy;
  }

  /** The cells of a line. Runs begin some milliseconds later on a busy machine, and 7.0 is 7 in JavaScript. */
  const cellsOf = (line: string): string[] =>
    line
      .replace(/:\d\d\.\d{3}Z/g, '')
      .replace(/\b(\d+)\.0\b/g, '$1')
      .split(/ {2,}/)
      .filter((cell) => cell !== '');

  test.each(shown.map(([, question = '', sql = '', answer = '']) => ({ question, sql, answer })))('$question', async ({ sql, answer }) => {
    made ??= openThirty();
    const rows = (await made).prepare<[], Record<string, string | number | null>>(sql).all();
    const [head = [], , ...lines] = answer.trimEnd().split('\n').map(cellsOf);
    const told = rows.slice(0, lines.length).map((row) => cellsOf(Object.values(row).join('  ')));
    expect([head, ...lines]).toEqual([Object.keys(rows[0] ?? {}), ...told]);
  });

  test('to all ten questions', () => {
    expect(shown).toHaveLength(10);
  });
});
