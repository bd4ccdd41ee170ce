import { chmodSync, copyFileSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Interruption } from '../../src/cli/edges.ts';
import { openShell } from '../support/cli.ts';
import { openDemoShell } from '../support/demo-vault.ts';
import { queryDuckDb } from '../support/duckdb.ts';

const lines = (text: string): Record<string, unknown>[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('vault export', () => {
  test('gives every row of the tables, and every entry of the charts', async () => {
    const { vault, table } = await openDemoShell();
    const rows = async (dataset: string) => lines((await vault(`export ${dataset} --format ndjson`)).stdout);
    expect(await rows('snapshots')).toEqual(
      table(
        'SELECT run_id, started_at, video_id, views, likes, comments FROM snapshots JOIN runs USING (run_id) ORDER BY run_id, video_id',
      ),
    );
    expect(await rows('appearances')).toEqual(
      table(`SELECT run_id, started_at, region, category, rank, video_id, views FROM appearances JOIN runs USING (run_id)
        ORDER BY run_id, region, rank`),
    );
    const kept = table('SELECT * FROM videos ORDER BY first_run, video_id');
    const videos = await rows('videos');
    expect(videos.map((video) => Object.assign(video, { tags: JSON.stringify(video['tags']) }))).toEqual(kept);
    const charts = await rows('charts');
    expect(charts).toHaveLength(9 * 7 * 25);
    const ranks = table('SELECT video_id, region, rank, views, started_at FROM appearances JOIN runs USING (run_id)');
    expect(
      charts.map((row) => [row['video_id'], row['region'], row['rank'], row['view_count'], row['trending_date']].join()).toSorted(),
    ).toEqual(ranks.map((row) => [row['video_id'], row['region'], row['rank'], row['views'], row['started_at']].join()).toSorted());
  });

  test.each(['videos', 'snapshots', 'appearances', 'charts'])(
    '%s say the same in all three formats, to another program',
    async (dataset) => {
      const { vault, path } = await openDemoShell();
      for (const ending of ['csv', 'ndjson', 'parquet'])
        expect(await vault(`export ${dataset} ${ending === 'csv' ? '--raw ' : ''}--out all.${ending}`)).toMatchObject({
          exitCode: 0,
          stderr: '',
        });
      const parquet = `read_parquet('${path('all.parquet')}')`;
      const described = await queryDuckDb(`DESCRIBE SELECT * FROM ${parquet}`);
      const columns = described.map((row) => `'${String(row['column_name'])}': '${String(row['column_type'])}'`).join(', ');
      const csv = `read_csv('${path('all.csv')}', header = true, strict_mode = true, columns = {${columns.replaceAll("'VARCHAR[]'", "'VARCHAR'")}})`;
      const json = `read_json('${path('all.ndjson')}', format = 'newline_delimited', columns = {${columns}})`;
      const names = described
        .map((row) =>
          row['column_type'] === 'VARCHAR' ? `nullif("${String(row['column_name'])}", '')` : `"${String(row['column_name'])}"`,
        )
        .join(', ');
      const asCsv = dataset === 'videos' ? names.replace('"tags"', 'to_json("tags")::VARCHAR') : names;
      const [counts] = await queryDuckDb(
        `SELECT (SELECT count(*) FROM ${parquet}) AS p, (SELECT count(*) FROM ${csv}) AS c, (SELECT count(*) FROM ${json}) AS j`,
      );
      expect(new Set(Object.values(counts ?? {})).size).toBe(1);
      expect(await queryDuckDb(`SELECT ${names} FROM ${parquet} EXCEPT ALL SELECT ${names} FROM ${json}`)).toEqual([]);
      expect(await queryDuckDb(`SELECT ${asCsv} FROM ${parquet} EXCEPT ALL SELECT ${names} FROM ${csv}`)).toEqual([]);
    },
  );

  test('tells what it wrote, for people and as JSON', async () => {
    const { vault, path } = await openDemoShell();
    expect((await vault('export snapshots --out a.csv')).stdout).toMatch(
      /^Exported [\d,]+ rows of snapshots to .*a\.csv: 1 file, [\d.]+ kB\.\n$/,
    );
    const { stdout } = await vault('export charts --since 1d --out b.parquet --json');
    expect(JSON.parse(stdout)).toEqual({
      dataset: 'charts',
      format: 'parquet',
      partitionBy: [],
      raw: false,
      bom: false,
      files: 1,
      rows: expect.any(Number),
      since: '2026-11-22T12:00:00.000Z',
      bytes: readFileSync(path('b.parquet')).length,
      until: null,
      out: path('b.parquet'),
      database: path('vault-demo.db'),
    });
    expect((await vault('export videos --out c.csv --quiet')).stdout).toBe('');
  });

  test('leaves a file alone that is there, unless forced', async () => {
    const { vault, path } = await openDemoShell();
    writeFileSync(path('a.csv'), 'mine');
    expect(await vault('export videos --out a.csv')).toMatchObject({
      exitCode: 64,
      stderr: expect.stringMatching(/there already.*--force\n$/),
    });
    expect(readFileSync(path('a.csv'), 'utf8')).toBe('mine');
    expect((await vault('export videos --out a.csv --force')).exitCode).toBe(0);
    expect(readFileSync(path('a.csv'), 'utf8')).toMatch(/^video_id,title/);
  });

  test('that is told to end leaves the old file, and nothing else', async () => {
    const { vault, path, folder } = await openDemoShell();
    writeFileSync(path('a.csv'), 'mine');
    const before = readdirSync(folder);
    const interruption = AbortSignal.abort(new Interruption('SIGTERM'));
    await vault('export charts --out a.csv --force', { interruption });
    expect(readFileSync(path('a.csv'), 'utf8')).toBe('mine');
    expect(readdirSync(folder)).toEqual(before);
  });

  test.each([
    ['export charts --out x.xml', /does not tell the format/],
    ['export charts --out nowhere/x.csv', /nowhere does not exist/],
    ['export charts --out . --format csv', /is no file/],
    ['export things', /expected videos, snapshots, appearances or charts/],
    ['export charts --format xml', /expected csv, ndjson or parquet/],
    ['export charts --out vault-demo.db --format csv --force', /belongs to the vault itself/],
    ['export charts --out vault-demo.db-wal --format csv', /belongs to the vault itself/],
    ['export charts --out vault-demo.db/x.csv', /cannot be written|does not exist|ENOTDIR/],
    ['export charts --out /dev/null --format csv --force', /is no file/],
    ['export charts --out vault-demo.db-journal --format csv --partition-by date', /belongs to the vault itself/],
    ['export charts --out other.db --format csv --force', /belongs to a database/],
    ['export charts --out other.db-wal --format csv', /belongs to a database/],
    ['export charts --out /dev/stdout --format csv --force', /use --out - for stdout/],
    ['export charts --out x.parquet --bom', /are for CSV/],
    ['export charts --db none.db --out x.csv', /no vault is there/],
    ['export charts --json', /name one with --out/],
    ['export charts --since 1d --until 2d', /not before --until/],
    ['export charts --partition-by date', /name a folder with --out/],
    ['export charts --partition-by region --out f', /expected date or date,region/],
    ['export videos --partition-by date --out f --format csv', /videos have no date/],
    ['export snapshots --partition-by date,region --out f --format csv', /snapshots have no region/],
    ['export charts --partition-by date --region PL --out f --format csv', /use --partition-by date,region/],
  ])('%s is refused in one sentence, and leaves nothing', async (line, message) => {
    const { vault, folder, path } = await openDemoShell();
    copyFileSync(path('vault-demo.db'), path('other.db'));
    const before = readdirSync(folder);
    const { exitCode, stdout, stderr } = await vault(line);
    expect([64, 74, 78]).toContain(exitCode);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(message);
    expect(readdirSync(folder)).toEqual(before);
  });

  test('of an empty vault has the names of the columns and no row, and says why', async () => {
    const shell = openShell();
    const { exitCode, stdout, stderr } = await shell.vault('export snapshots');
    expect([exitCode, stdout]).toEqual([0, 'run_id,started_at,video_id,views,likes,comments\r\n']);
    expect(stderr).toMatch(/No run in/);
  });

  test('that fails at its end leaves the file of somebody else, and nothing of its own', async () => {
    const { vault, path, folder } = await openDemoShell();
    let shown = '';
    // The bar is drawn when the rows begin.
    const stderr = {
      isTTY: true,
      columns: 80,
      write: (text: string | Uint8Array) => (writeFileSync(path('a.csv'), 'theirs'), (shown += String(text))),
    };
    expect((await vault('export charts --out a.csv', { stderr })).exitCode).toBe(64);
    expect(shown).toMatch(/1,575[^]*a\.csv appeared meanwhile/);
    expect(readFileSync(path('a.csv'), 'utf8')).toBe('theirs');
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
  });

  test('goes where a link leads, and keeps the mode of what it replaces; a new one is as hidden as the vault', async () => {
    const { vault, path } = await openDemoShell();
    writeFileSync(path('there.csv'), 'mine', { mode: 0o640 });
    symlinkSync(path('there.csv'), path('link.csv'));
    expect((await vault('export videos --out link.csv --force')).exitCode).toBe(0);
    expect(lstatSync(path('link.csv')).isSymbolicLink()).toBe(true);
    expect(readFileSync(path('there.csv'), 'utf8')).toMatch(/^video_id/);
    expect(statSync(path('there.csv')).mode & 0o777).toBe(0o640);
    chmodSync(path('vault-demo.db'), 0o600);
    await vault('export videos --out new.csv');
    expect(statSync(path('new.csv')).mode & 0o777).toBe(0o600);
  });
});
