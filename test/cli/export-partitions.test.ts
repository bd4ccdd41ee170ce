import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { Interruption } from '../../src/cli/edges.ts';
import { queryFile } from '../sqlite/temporary-vault.ts';
import { openShell } from '../support/cli.ts';
import { queryDuckDb } from '../support/duckdb.ts';

/** A demo vault of seven runs, 7 hours apart, the last a moment ago. */
async function demoShell() {
  const shell = openShell({ VAULT_DB: 'vault-demo.db' });
  await shell.vault('demo --runs 7 --regions PL,NL,NO --json');
  const folder = join(shell.folder, 'charts');
  const days = queryFile(join(shell.folder, 'vault-demo.db'), 'SELECT DISTINCT substr(started_at, 1, 10) AS day FROM runs ORDER BY day');
  const files = (): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
      .toSorted();
  return { ...shell, out: folder, files, days: days.map(({ day }) => String(day)) };
}

test('partitions are a folder a day and in it one a region, which other programs read as one table', async () => {
  const { vault, out, files, days, folder } = await demoShell();
  const ended = await vault('export charts --format parquet --partition-by date,region --out charts');
  expect(ended).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/525 rows.* 9 files/) });
  expect(days).toHaveLength(3);
  const parts = days.flatMap((day) => ['NL', 'NO', 'PL'].map((region) => `date=${day}/region=${region}/part-0.parquet`));
  expect(files()).toEqual(['_vault.json', ...parts].toSorted());
  const read = `read_parquet('${out}/*/*/*.parquet', hive_partitioning = true)`;
  const query = (from: string) =>
    `SELECT region, count(*) AS places, sum(view_count) AS views FROM ${from} GROUP BY region ORDER BY region`;
  const sums = 'SELECT region, count(*) AS places, sum(views) AS views FROM appearances GROUP BY region ORDER BY region';
  const told = queryFile(join(folder, 'vault-demo.db'), sums);
  expect(await queryDuckDb(query(read))).toEqual(
    told.map(({ region, places, views }) => ({ region, places: String(places), views: String(views) })),
  );
  expect(await queryDuckDb(`SELECT count(*) AS wrong FROM ${read} WHERE date <> trending_date::DATE`)).toEqual([{ wrong: '0' }]);
});

test.each(['csv', 'ndjson'])('partitions by date alone are one %s file a day, with the region in it', async (format) => {
  const { vault, out, files, days } = await demoShell();
  await vault(`export appearances --format ${format} --partition-by date --out charts`);
  expect(files()).toEqual(['_vault.json', ...days.map((day) => `date=${day}/part-0.${format}`)].toSorted());
  expect(readFileSync(join(out, `date=${days[0]}/part-0.${format}`), 'utf8')).toMatch(/region/);
});

test('a period is widened to whole days, so that no part of a day takes the place of the whole', async () => {
  const { vault, files, days } = await demoShell();
  await vault('export charts --format csv --partition-by date --out charts');
  const { stdout } = await vault('export charts --format csv --partition-by date --out charts --since 20h --force --json');
  expect(JSON.parse(stdout)).toMatchObject({ since: `${days[1]}T00:00:00.000Z`, files: 2 });
  expect(files()).toHaveLength(4);
});

test('days go in addition to those that are there, and over them only when forced', async () => {
  const { vault, out, days } = await demoShell();
  await vault(`export charts --format csv --partition-by date --until ${days[0]} --out charts`);
  const first = readFileSync(join(out, `date=${days[0]}/part-0.csv`), 'utf8');
  const again = await vault('export charts --format csv --partition-by date --out charts');
  expect(again).toMatchObject({ exitCode: 64, stderr: expect.stringMatching(/--force\n$/) });
  expect((await vault('export charts --format csv --partition-by date --out charts --force')).exitCode).toBe(0);
  expect(readFileSync(join(out, `date=${days[0]}/part-0.csv`), 'utf8')).toBe(first);
  expect(existsSync(join(out, `date=${days[2]}/part-0.csv`))).toBe(true);
});

test('a folder that holds something else is left alone', async () => {
  const { vault, out } = await demoShell();
  mkdirSync(out);
  writeFileSync(join(out, 'thesis.txt'), 'mine');
  const foreign = await vault('export charts --format csv --partition-by date --out charts --force');
  expect(foreign).toMatchObject({ exitCode: 64, stderr: expect.stringMatching(/holds something else, not charts as csv by date/) });
  expect(readdirSync(out)).toEqual(['thesis.txt']);
  expect((await vault('export charts --format csv --partition-by date --out other')).exitCode).toBe(0);
  const differs = await vault('export snapshots --format csv --partition-by date --out other --force');
  expect(differs).toMatchObject({
    exitCode: 64,
    stderr: expect.stringMatching(/other holds charts as csv by date, not snapshots as csv by date/),
  });
  const styled = await vault('export charts --format csv --raw --partition-by date --out other --force');
  expect(styled.stderr).toMatch(/holds charts as csv by date, not charts as csv with --raw by date/);
});

test('an end in the middle leaves whole days only', async () => {
  const { vault, out, files } = await demoShell();
  const interruption = AbortSignal.abort(new Interruption('SIGINT'));
  await vault('export charts --format csv --partition-by date --out charts', { interruption });
  for (const file of files().filter((name) => name.endsWith('.csv')))
    expect(readFileSync(join(out, file), 'utf8').trimEnd().split('\r\n').length).toBeGreaterThan(25);
  expect(files().filter((name) => name.endsWith('.partial'))).toEqual([]);
});

test('a folder that was begun and holds nothing yet is taken, and what a killed process left in it does not count', async () => {
  const { vault, out } = await demoShell();
  mkdirSync(out);
  writeFileSync(join(out, '._vault.json.1234567.partial'), '{');
  writeFileSync(join(out, '_vault.json'), '');
  expect((await vault('export charts --format csv --partition-by date --out charts')).exitCode).toBe(0);
  expect(JSON.parse(readFileSync(join(out, '_vault.json'), 'utf8'))).toMatchObject({ dataset: 'charts', format: 'csv' });
});

test.each(['null', '[]', '{}', '{', '7'])('a mark that is none of ours, %s, is something else', async (content) => {
  const { vault, out } = await demoShell();
  mkdirSync(out);
  writeFileSync(join(out, '_vault.json'), content);
  writeFileSync(join(out, 'thesis.txt'), 'mine');
  const ended = await vault('export charts --format csv --partition-by date --out charts --force');
  expect(ended).toMatchObject({ exitCode: 64, stderr: expect.stringMatching(/holds something else/) });
});

test('a day of which runs were deleted stays as it was exported', async () => {
  const { vault, out, days } = await demoShell();
  const line = 'export charts --format csv --partition-by date --out charts --force';
  await vault(line);
  const day = join(out, `date=${days[1]}/part-0.csv`);
  const before = readFileSync(day, 'utf8');
  await vault('prune --older-than 20h');
  expect(queryFile(join(out, '../vault-demo.db'), 'SELECT min(started_at) AS first FROM runs')).toEqual([
    { first: expect.stringMatching(`^${days[1]}`) },
  ]);
  expect((await vault(line)).exitCode).toBe(0);
  expect(readFileSync(day, 'utf8')).toBe(before);
  await vault(line.replace('--out charts', '--out charts2'));
  expect(readFileSync(join(out, `../charts2/date=${days[1]}/part-0.csv`), 'utf8').length).toBeLessThan(before.length);
});

test('a region that leads out of the folder becomes one name in it, as Hive writes it', async () => {
  const { vault, files, folder, days } = await demoShell();
  const foreign = new Database(join(folder, 'vault-demo.db'));
  foreign.exec(`PRAGMA foreign_keys = OFF; UPDATE charts SET region = '../../../x' WHERE region = 'PL';
    UPDATE appearances SET region = '../../../x' WHERE region = 'PL'`);
  foreign.close();
  const before = readdirSync(folder);
  expect((await vault('export appearances --format csv --partition-by date,region --out charts')).exitCode).toBe(0);
  expect(files()).toContain(`date=${days[0]}/region=..%2F..%2F..%2Fx/part-0.csv`);
  expect(readdirSync(folder)).toEqual(['charts', ...before].toSorted());
});

test.each(['../../../x', '2026', 'soon'])('rows of a run that started at %j have no day, and are refused', async (time) => {
  const { vault, folder, out } = await demoShell();
  const foreign = new Database(join(folder, 'vault-demo.db'));
  foreign.prepare('UPDATE runs SET started_at = ? WHERE run_id = 7').run(time);
  foreign.close();
  const { exitCode, stderr } = await vault('export appearances --format csv --partition-by date,region --out charts');
  expect([exitCode, stderr]).toEqual([
    74,
    `vault: a run starts at "${time}", which is no time, so that the folder is not whole; leave --partition-by out\n`,
  ]);
  expect(readdirSync(out, { recursive: true }).filter((name) => String(name).includes('partial'))).toEqual([]);
});
