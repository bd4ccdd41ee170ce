import { expect, onTestFinished, test } from 'vitest';
import { connect } from '../../src/postgres/connection.ts';
import { noon, openShell, openShellWithApi, type Shell } from '../support/cli.ts';
import { apiItem } from '../support/items.ts';
import { createEagerClock } from '../support/test-clock.ts';
import { type DocumentedDatabase, makeDocumentedDatabase } from './documented-roles.ts';
import { describeWithServer } from './server.ts';

const dayMs = 86_400_000;

/** A shell as the writer; each chart has a video of its own, one that both have, and one that cannot be read. */
async function openWriter({ addressOf, writer }: DocumentedDatabase): Promise<Shell> {
  const undated = apiItem('undated', { snippet: { publishedAt: 'yesterday' } });
  const shell = await openShellWithApi(({ region }) => ({ body: { items: [apiItem('both'), apiItem(`of-${region}`), undated] } }));
  shell.env['VAULT_DB'] = addressOf(writer);
  return shell;
}

/** A shell as the reader, who has a key for YouTube as well, and an API that is never asked. */
function openReader({ addressOf, reader }: DocumentedDatabase): Shell {
  return openShell({ VAULT_DB: addressOf(reader), YOUTUBE_API_KEY: 'AIza-test-key', VAULT_API_URL: 'http://127.0.0.1:9' });
}

/** Three runs, of two months. */
async function fill(writer: Shell): Promise<void> {
  for (const days of [40, 1, 0]) {
    const edges = { clock: createEagerClock(noon - days * dayMs) };
    expect(await writer.vault('fetch --regions PL,US --quiet', edges)).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  }
}

const reading = [
  'stats',
  'stats --run 1 --json',
  'runs',
  'top',
  'top --since 2026-10-01 --json',
  'movers',
  'video both',
  'overlap --since 2026-10-01',
  'search title',
  'search both --language pl',
  'export charts',
  'export videos --format ndjson',
  'report --format text',
  'rejections',
  'prune --older-than 3d --dry-run',
];

const writing = ['fetch --regions PL', 'prune --older-than 3d', 'rejections --retry'];

describeWithServer('of the roles in docs/postgres.md', () => {
  test('the writer makes the vault, fetches, reads again and prunes', async () => {
    const database = await makeDocumentedDatabase();
    const writer = await openWriter(database);
    await fill(writer);
    expect(await writer.vault('doctor')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('can be read and written') });
    expect(await writer.vault('doctor')).toMatchObject({ stdout: expect.stringContaining('by the extension unaccent') });
    expect(await writer.vault('rejections --retry')).toMatchObject({ exitCode: 0 });
    const pruned = await writer.vault('prune --older-than 3d');
    expect(pruned).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('1 run, 2 charts') });
    expect(await database.tables()).not.toContain('snapshots_2026_10');
  });

  test('the writer has no right on the server beyond its schema', async () => {
    const { execute, writer } = await makeDocumentedDatabase();
    const denied = expect.stringContaining('permission denied');
    for (const sql of ['CREATE TABLE public.other (n integer)', 'CREATE SCHEMA other', 'CREATE DATABASE other', 'CREATE ROLE other'])
      await expect(execute(writer, sql)).rejects.toMatchObject({ code: 'database', message: denied });
  });

  test('the reader gets the same answers as the writer, and its doctor has nothing against it', async () => {
    const database = await makeDocumentedDatabase();
    const writer = await openWriter(database);
    await fill(writer);
    const reader = openReader(database);
    for (const line of reading) {
      const expected = await writer.vault(line);
      expect(expected.exitCode, line).toBe(0);
      const told = await reader.vault(line);
      expect({ ...told, stdout: told.stdout.replaceAll(database.reader, database.writer) }, line).toEqual(expected);
    }
    expect(await reader.vault('doctor')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('but not written') });
  });

  test('the reader may read every table, those of months that came later too, and write none', async () => {
    const database = await makeDocumentedDatabase();
    await fill(await openWriter(database));
    const reader = await connect(database.addressOf(database.reader));
    onTestFinished(() => reader.close());
    const tables = await database.tables();
    expect(tables).toEqual(expect.arrayContaining(['snapshots_2026_10', 'snapshots_2026_12', 'latest_videos', 'vault_migrations']));
    const before = await database.content();
    for (const table of tables) {
      await reader.query(`SELECT * FROM ${table}`);
      for (const sql of [`DELETE FROM ${table}`, `TRUNCATE ${table}`, `DROP TABLE ${table}`, `INSERT INTO ${table} DEFAULT VALUES`])
        await expect(reader.query(sql), sql).rejects.toThrow(/permission denied|must be owner|is not a table|cannot (insert|delete)/);
    }
    for (const schema of ['vault', 'public'])
      await expect(reader.query(`CREATE TABLE ${schema}.other (n integer)`)).rejects.toThrow('permission denied');
    await expect(reader.query("SELECT nextval('runs_run_id_seq')")).rejects.toThrow('permission denied');
    expect(await database.content()).toEqual(before);
  });

  test.each(writing)('of the reader, vault %s ends with 74 and a sentence, and changes nothing', async (line) => {
    const database = await makeDocumentedDatabase();
    await fill(await openWriter(database));
    const before = await database.content();
    const { exitCode, stdout, stderr } = await openReader(database).vault(line);
    expect({ exitCode, stdout }).toEqual({ exitCode: 74, stdout: '' });
    expect(stderr).toMatch(/^vault: postgres:\S+: this user may not do that \(permission denied.*\); docs\/postgres\.md has .*\n$/);
    expect(await database.content()).toEqual(before);
    // Nor does it hold the vault any more.
    expect(await (await openWriter(database)).vault('fetch --regions PL --quiet')).toMatchObject({ exitCode: 0 });
  });

  test('the reader makes no vault where there is none', async () => {
    const database = await makeDocumentedDatabase();
    const { exitCode, stderr } = await openReader(database).vault('fetch --regions PL');
    expect(exitCode).toBe(74);
    expect(stderr).toContain('permission denied for schema vault');
    expect(await database.tables()).toEqual([]);
  });

  test('nobody else may connect', async () => {
    const { execute, reader, name } = await makeDocumentedDatabase();
    const other = await makeDocumentedDatabase();
    const asOther = new URL(other.addressOf(other.reader));
    asOther.pathname = `/${name}`;
    expect(await execute(reader, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    const { exitCode, stderr } = await openShell({ VAULT_DB: asOther.href }).vault('stats');
    expect(exitCode).toBe(74);
    expect(stderr).toContain(`permission denied for database "${name}"`);
  });
});
