import { stripVTControlCharacters } from 'node:util';
import Database from 'better-sqlite3';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/demo/random.ts';
import { hostileTexts } from '../reliability/support/hostile-titles.ts';
import { openShell, openShellWithApi } from '../support/cli.ts';
import { openDemoShell } from '../support/demo-vault.ts';
import { apiItem } from '../support/items.ts';
import { page } from '../support/source.ts';

const widest = (text: string): number => Math.max(...text.split('\n').map((line) => stringWidth(line)));

describe('vault report --format text', () => {
  test('answers every question of the page in 80 columns', async () => {
    const shell = await openDemoShell();
    const { exitCode, stdout } = await shell.vault('report --format text');
    expect(exitCode).toBe(0);
    const questions = stdout.split('\n').filter((line) => line.endsWith('?'));
    expect(questions).toEqual([
      'Is the fetcher healthy?',
      'What is on top now?',
      'How did it get there?',
      'What is rising, new, gone?',
      'How does a hit spread from country to country?',
      'How much do regions share?',
      'Which categories and languages fill the charts?',
    ]);
    expect(widest(stdout)).toBeLessThanOrEqual(80);
  });

  test('tells what the other commands tell', async () => {
    const shell = await openDemoShell();
    const { stdout } = await shell.vault('report --format text');
    const { videos } = JSON.parse((await shell.vault('top --limit 1 --json')).stdout);
    expect(stdout).toContain(videos[0].views.toLocaleString('en-US'));
    const { found } = JSON.parse((await shell.vault('movers --json')).stdout);
    for (const kind of ['New', 'Gone', 'Risen', 'Fallen', 'Fastest']) expect(stdout).toContain(`\n${kind} ${found[kind.toLowerCase()]}\n`);
    const { overlapPercent } = JSON.parse((await shell.vault('overlap --since 2026-01-01 --json')).stdout);
    expect(stdout).toContain(`${overlapPercent.toFixed(2)} %.`);
  });

  test('fits a terminal of 40 columns, and is coloured only there', async () => {
    const shell = await openDemoShell();
    const written: string[] = [];
    const stdout = { write: (text: string | Uint8Array) => written.push(String(text)), isTTY: true, columns: 40 };
    await shell.vault('report --format text', { stdout });
    const text = written.join('');
    expect(text).toContain('\u001b[1m');
    expect(widest(stripVTControlCharacters(text))).toBeLessThanOrEqual(40);
    expect((await shell.vault('report --format text')).stdout).not.toContain('\u001b');
  });

  test('shows which region failed and why, and which never answered', async () => {
    const shell = await openShellWithApi(({ region }) =>
      region === 'NO' ? { status: 400, body: { error: { code: 400 } } } : page(region),
    );
    await shell.vault('fetch --regions PL,NO');
    await shell.vault('fetch --regions PL,NO');
    const { stdout } = await shell.vault('report --format text');
    expect(stdout).toContain('got 1 of 2 charts; NO failed');
    expect(stdout).toContain('NO never answered in this period.');
    expect(stdout).toMatch(/^NO +0 +0 +2 +never +xx$/m);
    expect(stdout).toContain('NO: No run of this period got this chart whole.');
    const other = (await shell.vault('report --format text --region PL')).stdout;
    expect(other).toContain('got its chart.');
    expect(other).not.toContain('NO');
  });

  test('says of a region that nobody asked for just that, whatever else befell', async () => {
    const shell = await openDemoShell();
    const db = new Database(shell.path('vault-demo.db'));
    db.exec("UPDATE runs SET status = 'running', finished_at = NULL WHERE run_id = 3; DELETE FROM charts WHERE run_id = 3");
    db.close();
    const { stdout } = await shell.vault('report --format text --region ZW');
    expect(stdout.split('\n').slice(3, 6)).toEqual([
      'No run of this period asked for ZW.',
      '',
      expect.stringContaining('Source: YouTube.'),
    ]);
    expect((await shell.vault('report --format text --region ZW --until 2026-11-23')).exitCode).toBe(0);
  });

  test('is one sentence for an empty vault', async () => {
    const { exitCode, stdout } = await openShell().vault('report --format text');
    expect(exitCode).toBe(0);
    expect(stdout.replaceAll('\n', ' ')).toContain('No run in');
    expect(widest(stdout)).toBeLessThanOrEqual(80);
  });

  test('has no line wider than 80 and no control character, whatever titles hold', async () => {
    const titles = hostileTexts(50, createRandom(6));
    const shell = await openShellWithApi(() => ({
      body: { items: titles.map((title, index) => apiItem(`video-${index}`, { snippet: { title, channelTitle: title } })) },
    }));
    await shell.vault('fetch --regions PL,US --max-results 50');
    const { exitCode, stdout } = await shell.vault('report --format text');
    expect(exitCode).toBe(0);
    expect(widest(stdout)).toBeLessThanOrEqual(80);
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  });
});
