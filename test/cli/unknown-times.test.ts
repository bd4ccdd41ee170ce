import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { type DemoShell, openDemoShell } from '../support/demo-vault.ts';
import { queryDuckDb } from '../support/duckdb.ts';

/** A demo vault in which somebody else wrote no time for when these runs started. */
async function openForeignShell(runs: string): Promise<DemoShell> {
  const shell = await openDemoShell();
  const vault = new Database(shell.path('vault-demo.db'));
  vault.exec(`UPDATE runs SET started_at = 'soon' WHERE run_id IN (${runs})`);
  vault.close();
  return shell;
}

const everywhere = [
  ['the first', '1'],
  ['one in the middle', '5'],
  ['the last', '9'],
  ['two', '5, 6'],
  ['every one', '1, 2, 3, 4, 5, 6, 7, 8, 9'],
] as const;

describe.each(everywhere)('where %s of the runs started at no time', (_, runs) => {
  test.each([
    'runs',
    'runs --json',
    'stats',
    'stats --json',
    'search a',
    'top',
    'movers',
    'overlap --since 2026-01-01',
    'rejections',
    'report --format text',
  ])('vault %s answers', async (line) => {
    const { exitCode, stdout, stderr } = await (await openForeignShell(runs)).vault(line);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout.match(/.*(NaN|Invalid|undefined|Infinity).*/g)).toBeNull();
  });

  test('the page of the report is written, with what is known', async () => {
    const { vault } = await openForeignShell(runs);
    const { exitCode, stdout } = await vault('report --out -');
    expect(exitCode).toBe(0);
    // Behind it is the page's own script.
    expect(stdout.split('<script>')[0]?.match(/.{40}(NaN|Invalid|undefined|Infinity).{20}/g)).toBeNull();
  });
});

test('vault runs says that a time is unknown', async () => {
  const shell = await openForeignShell('5');
  expect((await shell.vault('runs')).stdout).toMatch(/^ *5 {2}an unknown time +at an unknown time {2}complete/m);
});

test('vault stats says so too, and not how long the run took', async () => {
  const shell = await openForeignShell('5');
  expect((await shell.vault('stats --run 5')).stdout).toMatch(/^Run 5 complete, started at an unknown time\n/);
});

test('a verdict says that the time of a run is unknown', async () => {
  const shell = await openForeignShell('9');
  expect((await shell.vault('report --format text')).stdout.replaceAll('\n', ' ')).toContain('The last run, 9, of an unknown time,');
});

test('a time that is none is null in Parquet', async () => {
  const { vault, path } = await openForeignShell('5');
  expect((await vault('export snapshots --out rows.parquet')).exitCode).toBe(0);
  const counted = await queryDuckDb(`SELECT DISTINCT run_id FROM read_parquet('${path('rows.parquet')}') WHERE started_at IS NULL`);
  expect(counted).toEqual([{ run_id: '5' }]);
});
