import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { cellWidth } from '../../src/text/width.ts';
import { openShellWithApi, type Shell } from '../support/cli.ts';
import { openDemoShell } from '../support/demo-vault.ts';
import { apiItem } from '../support/items.ts';

const columns = 40;

/** What a command shows on a terminal of 40 columns. */
async function show({ vault }: Pick<Shell, 'vault'>, line: string): Promise<string[]> {
  let screen = '';
  const { exitCode } = await vault(line, { stdout: { isTTY: true, columns, write: (text) => (screen += String(text)) } });
  expect(exitCode).toBe(0);
  return stripVTControlCharacters(screen).split('\n');
}

/** The rows of the table whose columns have these titles, without its head. */
function rowsBelow(screen: readonly string[], titles: string): string[] {
  const head = screen.findIndex((row) => row.trim().split(/ {2,}/).join(' | ') === titles);
  expect(screen, `no head ${titles}`).toHaveProperty([head]);
  const table = screen.slice(head, screen.indexOf('', head) < 0 ? undefined : screen.indexOf('', head));
  for (const row of table) expect(cellWidth(row), row).toBeLessThanOrEqual(columns);
  return table.slice(1);
}

describe('on a terminal of 40 columns', () => {
  test.each([
    ['stats', 'Region | Status | Videos | New | Time', 8],
    ['runs', 'Run | Started | Status', 9],
    ['top', '# | Title | Views | Per hour', 20],
    ['movers', 'Chart | Rank | Was | Places | Title', 10],
    ['movers', 'Views | Per hour | Title', 10],
    ['overlap', 'Most alike | Shared | In either | Jaccard', 10],
    ['report --format text', 'Chart | Stored | Failed | The last runs', 8],
    ['report --format text', 'Title | Views | Per hour', 10],
    ['report --format text', 'Chart | Rank | Title', 21],
  ])('%s has a table of %s with all of its rows', async (line, titles, rows) => {
    const table = rowsBelow(await show(await openDemoShell(), line), titles);
    expect(table).toHaveLength(rows);
    for (const row of table) expect(row).toMatch(/\S {2,}\S/);
  });

  test('top tells all views whole, and the beginning of each title', async () => {
    const shell = await openDemoShell();
    const { videos } = JSON.parse((await shell.vault('top --json')).stdout) as { videos: { title: string; views: number }[] };
    const table = rowsBelow(await show(shell, 'top'), '# | Title | Views | Per hour');
    for (const [index, { title, views }] of videos.entries()) {
      expect(table[index]).toContain(`  ${views.toLocaleString('en')}`);
      expect(table[index]).toContain(`  ${title.slice(0, 4)}`);
    }
  });

  test('video and search keep what they are asked for', async () => {
    const shell = await openDemoShell();
    const { videos } = JSON.parse((await shell.vault('top --json')).stdout) as { videos: { videoId: string; title: string }[] };
    const [video] = videos;
    expect(rowsBelow(await show(shell, `video ${video?.videoId}`), 'Chart | Best | Last | Hours').length).toBeGreaterThan(0);
    const screen = await show(shell, `search ${video?.title.split(' ')[0]}`);
    expect(screen.filter((row) => cellWidth(row) > columns)).toEqual([]);
  });

  test('rejections keep their reasons and their places', async () => {
    const shell = await openShellWithApi(() => ({
      body: { kind: 'youtube#videoListResponse', items: [apiItem('whole'), apiItem('broken', { snippet: { title: 7 } })] },
    }));
    await shell.vault('fetch --regions PL');
    const screen = await show(shell, 'rejections');
    expect(rowsBelow(screen, 'Items | Reason')).toHaveLength(1);
    expect(rowsBelow(screen, 'Run | Chart | # | Stored | Field')).toEqual([expect.stringMatching(/1 {2}PL +2 {2}no +snippet\.title$/)]);
  });

  test('a run that goes on keeps each of its lines on one line', async () => {
    const shell = await openShellWithApi(({ region }) => ({
      body: { kind: 'youtube#videoListResponse', items: [apiItem(`of-${region}`)] },
    }));
    let screen = '';
    await shell.vault('fetch', { stderr: { isTTY: true, columns, rows: 24, write: (text) => (screen += String(text)) } });
    // Each begins where the cursor was set.
    const lines = screen.split('\u001b[').flatMap((part) => part.replace(/^\d*[A-Z]/, '').split(/\r?\n/));
    expect(lines.some((line) => line.includes('stored, 1'))).toBe(true);
    expect(lines.filter((line) => cellWidth(line) >= columns)).toEqual([]);
  });
});
