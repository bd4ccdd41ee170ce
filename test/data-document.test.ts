import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { answers } from './data-document-answers.ts';
import type { Row, Tables } from './data-document-rows.ts';
import { openShell } from './support/cli.ts';

const document = readFileSync(new URL('../docs/data.md', import.meta.url), 'utf8');
const questions = [...document.matchAll(/^### ([^\n]+\?)\n+```sql\n(.+?)^```/gms)].map(
  ([, question = '', sql = '']) => [question, sql] as const,
);

/**
 * What years do to a vault: runs deleted, gaps, charts that failed, were sparse or short, videos in one chart of a region alone, hidden
 * and corrected counts, renamed channels, languages in other letters, a run that was killed and one that failed.
 */
const wear = `
  DELETE FROM runs WHERE run_id IN (1, 7);
  DELETE FROM videos WHERE video_id NOT IN (SELECT video_id FROM snapshots);
  UPDATE runs SET started_at = strftime('%Y-%m-%dT%H:%M:%fZ', started_at, iif(run_id > 3, (20 * run_id - 120) || ' days', '-60 days'))
    WHERE run_id < 6;
  UPDATE charts SET status = iif(region = 'NO', 'sparse', 'failed')
    WHERE category = 0 AND (run_id, region) IN (VALUES (8, 'PL'), (9, 'NO'), (10, 'GB'), (11, 'SE'), (12, 'NO'));
  DELETE FROM appearances WHERE category = 0 AND (rank > 12 OR region = 'GB')
    AND EXISTS (SELECT 1 FROM charts WHERE run_id = appearances.run_id AND region = appearances.region AND status <> 'stored');
  DELETE FROM appearances WHERE run_id = 5 AND rank > 3 OR run_id IN (6, 8) AND rank % 2 = 0;
  DELETE FROM appearances WHERE region = 'AT' AND category = 0 AND video_id IN (SELECT video_id FROM videos WHERE category_id = 10);
  DELETE FROM snapshots WHERE (run_id, video_id) NOT IN (SELECT run_id, video_id FROM appearances);
  UPDATE snapshots SET views = views / 2 WHERE run_id = 11 AND unicode(video_id) % 3 = 0;
  UPDATE snapshots SET views = NULL WHERE (unicode(substr(video_id, 2)) + run_id) % 4 = 0;
  UPDATE videos SET channel_title = channel_title || ' (renamed since)' WHERE last_run < 10;
  UPDATE videos SET declared_language = 'NB-no' WHERE declared_language = 'no' AND unicode(video_id) % 2 = 0;
  INSERT INTO runs (run_id, started_at, status, version) VALUES (13, '2026-11-23T13:00:00.000Z', 'running', '1');
  INSERT INTO runs (run_id, started_at, finished_at, status, version)
    VALUES (14, '2026-11-23T22:00:00.000Z', '2026-11-23T22:00:01.000Z', 'failed', '1');
  INSERT INTO charts SELECT 14, region, category, position, 'failed', 0, 0, 1, 0, 0, 10, 'timeout', '-' FROM charts WHERE run_id = 12;
`;

/** Charts of all videos that failed half-way in the first runs, and a clock that stood still. */
const stumble = `
  UPDATE charts SET status = 'failed' WHERE run_id < 4 AND category = 0 AND region <> 'US';
  DELETE FROM appearances WHERE run_id < 4 AND category = 0 AND region <> 'US' AND rank > 12;
  UPDATE runs SET started_at = (SELECT started_at FROM runs WHERE run_id = 12) WHERE run_id = 11;
`;

/** The demo's vault in memory, so that it outlives the test that made it. */
async function openDemo(options: string): Promise<Database.Database> {
  const shell = openShell();
  await shell.vault(`demo --json ${options}`);
  const file = new Database(join(shell.folder, 'vault-demo.db'));
  file.pragma('journal_mode = DELETE');
  const copy = new Database(file.serialize());
  file.close();
  return copy;
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}

const openFresh = once(() => openDemo('--runs 9'));
const openTwoCategories = once(() => openDemo('--runs 12 --categories 0,10'));
const changed = (sql: string) => once(async () => new Database((await openTwoCategories()).serialize()).exec(sql));

function readTables(db: Database.Database): Tables {
  const names = ['runs', 'charts', 'videos', 'snapshots', 'appearances'];
  const rows = names.map((name) => [name, db.prepare(`SELECT * FROM ${name} ORDER BY ${name === 'videos' ? 'video_id' : 'run_id'}`).all()]);
  return Object.fromEntries(rows) as Tables;
}

/** SQLite does not promise in which order group_concat() names things. */
const inOrder = (rows: readonly Row[]): Row[] =>
  rows.map((row) => {
    const lists = Object.entries(row).filter(([name]) => name === 'ranks' || name === 'failed_regions');
    return { ...row, ...Object.fromEntries(lists.map(([name, list]) => [name, list && String(list).split(/, ?/).toSorted().join()])) };
  });

test('docs/data.md asks ten questions, each with its SQL, and answers are there for just these', () => {
  expect(questions).toHaveLength(10);
  expect(document.match(/^```sql$/gm)).toHaveLength(10);
  expect(Object.keys(answers)).toEqual(questions.map(([question]) => question));
});

describe.each([
  { vault: 'a demo', open: openFresh },
  { vault: 'a vault that has seen years', open: changed(wear) },
  { vault: 'a vault that began badly', open: changed(stumble) },
])('in $vault', ({ open }) => {
  test.each(questions)('%s has the answer that counting row by row gives', async (question, sql) => {
    const db = await open();
    const rows = inOrder(db.prepare<[], Row>(sql).all());
    expect(rows.length).toBeGreaterThan(0);
    expect(rows).toEqual(inOrder(answers[question]?.(readTables(db)) ?? []));
  });
});

test.each(questions)('%s reads no large table as a whole', async (_, sql) => {
  const plan = (await openFresh()).prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all();
  const whole = /SCAN (charts|videos|snapshots|appearances|now|earlier)\b|PRIMARY KEY \(run_id[<>]/;
  expect(plan.map(({ detail }) => detail).filter((detail) => whole.test(detail))).toEqual([]);
});

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
}

/** The tables and views that the vault has, but for those of SQLite and of its index. */
async function readSchema() {
  const db = await openFresh();
  const listed = db
    .prepare<[], { name: string; type: string }>(`SELECT name, type FROM pragma_table_list WHERE name NOT LIKE 'sqlite_%'`)
    .all();
  return listed
    .filter(({ type }) => type !== 'shadow')
    .map(({ name, type }) => ({
      name,
      type,
      columns: db.prepare<[string], Column>('SELECT * FROM pragma_table_info(?)').all(name),
      keys: db.prepare<[string], { table: string; from: string }>('SELECT * FROM pragma_foreign_key_list(?)').all(name),
    }));
}

/** The names in backticks. */
const namesIn = (text: string): string[] => [...text.matchAll(/`([\w.]+)`/g)].map(([, name = '']) => name);

function section(from: string): string {
  return document.split(`\n## ${from}\n`)[1]?.split(/^## /m)[0] ?? '';
}

test('docs/data.md describes every column of every table with its type, and no other', async () => {
  const described = section('The tables')
    .split(/^### /m)
    .slice(1)
    .flatMap((part) => {
      const [heading = '', ...lines] = part.split('\n');
      const rows = lines.filter((line) => line.startsWith('| `')).map((line) => line.split('|').map((cell) => cell.trim()));
      return rows.flatMap(([, columns = '', types = '']) =>
        namesIn(columns).map((name, index) => {
          const type = types.split(', ')[index] ?? types;
          return `${name.includes('.') ? name : `${namesIn(heading)[0] ?? ''}.${name}`} ${type}`.trim();
        }),
      );
    });
  const real = (await readSchema())
    .filter(({ type }) => type !== 'view')
    .flatMap(({ name: table, columns }) =>
      columns.map(({ name, type, notnull, pk }) => `${table}.${name} ${type}${type && !notnull && !pk ? ' or NULL' : ''}`.trim()),
    );
  expect(described.toSorted()).toEqual(real.toSorted());
});

test('docs/data.md names every column of every view, and no other', async () => {
  const views = section('The views').split(/^- /m).slice(1);
  const described = views.map(namesIn).map(([view = '', ...columns]) => `${view}: ${columns.toSorted().join()}`);
  const real = (await readSchema()).filter(({ type }) => type === 'view');
  expect(described.toSorted()).toEqual(
    real
      .map(
        ({ name, columns }) =>
          `${name}: ${columns
            .map(({ name }) => name)
            .toSorted()
            .join()}`,
      )
      .toSorted(),
  );
});

test('the diagram of docs/data.md has every table, its keys and its relations, and no other', async () => {
  const tables = (await readSchema()).filter(({ type }) => type !== 'view');
  const lines =
    section('The tables')
      .split('```')[1]
      ?.split('\n')
      .slice(2, -1)
      .map((line) => line.trim()) ?? [];
  const keys = tables.map(({ name: table, columns, keys }) => {
    const parts = columns.flatMap(({ name, type, pk }) => {
      const marks = [pk ? 'PK' : [], keys.some(({ from }) => from === name) ? 'FK' : []].flat();
      return marks.length > 0 ? [`${type} ${name} ${marks.join()}`] : [];
    });
    return `${table}: ${parts.toSorted().join('; ')}`;
  });
  const relations = new Set(tables.flatMap(({ name, keys }) => keys.map(({ table }) => `${table} to ${name}`)));
  const drawn = lines.flatMap((line) => {
    const [, table = '', parts = ''] = /^(\w+) \{ (.+) \}$/.exec(line) ?? [];
    return table ? [`${table}: ${parts.split(/ {2,}/).toSorted().join('; ')}`] : [];
  });
  const related = (link: RegExp): string[] => lines.flatMap((line) => (link.test(line) ? [line.replace(link, '$1 to $2')] : []));
  // The index can have no keys.
  expect([...drawn, 'search: '].toSorted()).toEqual(keys.toSorted());
  expect(related(/^(\w+) [|o}]{2}--[|o{]{2} (\w+) : ".+"$/).toSorted()).toEqual([...relations].toSorted());
  expect(related(/^(\w+) [|o}]{2}\.\.[|o{]{2} (\w+) : ".+"$/)).toEqual(['search_documents to search']);
});
