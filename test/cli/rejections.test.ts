import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { Interruption } from '../../src/cli/edges.ts';
import { openSqliteStore } from '../../src/sqlite/store.ts';
import { apiItem } from '../support/items.ts';
import { openShell, openShellWithApi, type Shell } from '../support/cli.ts';

const good = apiItem('one', { snippet: { title: 'Understood' } });

/** A vault of one run in which PL had an item without a date and one with odd counters, and US had nothing else at all. */
async function openRejected(): Promise<Shell & { understand(): void }> {
  const undated = apiItem('one', { snippet: { title: 'Hostile \u001b[31m title', publishedAt: 'yesterday' } });
  const odd = apiItem('two', { statistics: { viewCount: 'many', likeCount: 'few' } });
  const shell = await openShellWithApi(({ region }) => ({
    body: { items: region === 'PL' ? [apiItem('three'), undated, odd] : [undated] },
  }));
  await shell.vault('fetch --regions PL,US --quiet');
  return {
    ...shell,
    /** As if a newer program understood the undated items. */
    understand() {
      const db = new Database(join(shell.folder, 'vault.db'));
      db.prepare("UPDATE rejections SET item = ? WHERE reason LIKE 'snippet.publishedAt%'").run(JSON.stringify(good));
      db.close();
    },
  };
}

describe('vault rejections', () => {
  test('lists what could not be read, by item and with the reasons, and counts the reasons', async () => {
    const { vault } = await openRejected();
    const { exitCode, stdout } = await vault('rejections');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^3 items that could not be read, or not whole\n/);
    expect(stdout).toMatch(/^ +2 {2}snippet\.publishedAt: /m);
    expect(stdout).toMatch(/^ +1 {2}23 Nov 2026, 12:00 {2}PL +2 {2}no +Hostile \[31m title +snippet\.publishedAt$/m);
    expect(stdout).toMatch(
      /^ +1 {2}23 Nov 2026, 12:00 {2}PL +3 {2}without it {2}Title of two +statistics\.viewCount, statistics\.likeCount$/m,
    );
    expect(stdout).toMatch(/^ +1 {2}23 Nov 2026, 12:00 {2}US +1 {2}no /m);
  });

  test('gives the items as YouTube sent them in JSON, as many as asked for', async () => {
    const { vault, folder } = await openRejected();
    const document = JSON.parse((await vault('rejections --json --limit 2')).stdout) as { rejections: unknown[] };
    expect(document).toMatchObject({ items: 3, reasons: [{ items: 2 }, { items: 1 }, { items: 1 }], database: join(folder, 'vault.db') });
    expect(document.rejections).toHaveLength(2);
    expect(document.rejections[1]).toEqual({
      run: 1,
      startedAt: '2026-11-23T12:00:00.000Z',
      region: 'PL',
      category: 0,
      position: 3,
      videoId: 'two',
      title: 'Title of two',
      isStored: true,
      reasons: [expect.stringMatching(/^statistics\.viewCount/), expect.stringMatching(/^statistics\.likeCount/)],
      item: apiItem('two', { statistics: { viewCount: 'many', likeCount: 'few' } }),
    });
    expect(JSON.parse((await vault('rejections --json --region US')).stdout)).toMatchObject({ items: 1, rejections: [{ region: 'US' }] });
  });

  test('--retry stores what can be read now, and tells how much that is', async () => {
    const { vault, understand } = await openRejected();
    expect((await vault('rejections --retry')).stdout).toBe('Read 3 rejected items again: 0 stored now, 0 completed; 3 still rejected.\n');
    understand();
    expect(JSON.parse((await vault('rejections --retry --json --region PL')).stdout)).toMatchObject({
      status: 'reread',
      items: 2,
      stored: 1,
      completed: 0,
      left: 1,
    });
    expect((await vault('rejections --retry')).stdout).toBe('Read 2 rejected items again: 1 stored now, 0 completed; 1 still rejected.\n');
    expect((await vault('top')).stdout).toMatch(/Understood .*PL 2, US 1/);
    const stats = JSON.parse((await vault('stats --json')).stdout) as unknown;
    expect(stats).toMatchObject({
      videos: { fetched: 4, unique: 3, shared: 1, rejected: 2 },
      regions: [{ status: 'stored' }, { status: 'stored' }],
    });
    expect((await vault('rejections --region US')).stdout).toMatch(/^Nothing was rejected/);
    expect((await vault('rejections --retry --run 7')).stdout).toBe('Nothing to read again.\n');
    expect(await vault('rejections --run 7')).toMatchObject({ exitCode: 64, stderr: expect.stringMatching(/no such run/) });
    expect(await vault('rejections --run 1 --since 1d')).toMatchObject({
      exitCode: 64,
      stderr: expect.stringMatching(/exclude each other/),
    });
  });

  test('--retry that is told to end begins no further run, and says so', async () => {
    const { vault, understand } = await openRejected();
    understand();
    const ending = new AbortController();
    setImmediate(() => ending.abort(new Interruption('SIGTERM')));
    const { stdout } = await vault('rejections --retry --json', { interruption: ending.signal });
    expect(JSON.parse(stdout)).toMatchObject({ status: 'interrupted', items: 0, left: 3 });
    expect((await vault('rejections --retry')).stdout).toMatch(/: 2 stored now/);
  });

  test('--retry of a vault that a run holds is refused, and a list of it is not', async () => {
    const { vault, folder } = await openRejected();
    const store = await openSqliteStore(join(folder, 'vault.db'));
    expect(await vault('rejections --retry')).toMatchObject({ exitCode: 75, stderr: expect.stringMatching(/another run holds/) });
    expect((await vault('rejections')).exitCode).toBe(0);
    await store.close();
  });

  test('says that there is nothing: no vault, no rejection, no such time', async () => {
    const shell = openShell();
    expect((await shell.vault('rejections')).stdout).toMatch(/^No run in/);
    expect((await shell.vault('rejections --retry')).stdout).toMatch(/^No run in/);
    expect(JSON.parse((await shell.vault('rejections --json')).stdout)).toMatchObject({ status: 'empty' });
    expect(await shell.vault('rejections --since 1d --until 2d')).toMatchObject({ exitCode: 64 });
  });

  test('fits into 80 columns', async () => {
    const { vault } = await openRejected();
    let text = '';
    await vault('rejections', { stdout: { columns: 80, write: (part) => (text += String(part)) } });
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(text).toMatch(/PL +2 +no/);
  });
});
