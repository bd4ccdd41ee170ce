import { chmodSync, existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Interruption } from '../../src/cli/edges.ts';
import { openShell, openShellWithApi } from '../support/cli.ts';
import { openDemoShell } from '../support/demo-vault.ts';
import { page } from '../support/source.ts';

const isPage = (text: string): boolean => text.startsWith('<!doctype html>\n<html') && text.trimEnd().endsWith('</html>');

describe('vault report', () => {
  test('writes report.html, and says so', async () => {
    const shell = await openDemoShell();
    const { exitCode, stdout } = await shell.vault('report');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^The report is in .*report\.html \(\d+ kB\)\.\n$/);
    const text = readFileSync(shell.path('report.html'), 'utf8');
    expect(isPage(text)).toBe(true);
    expect(text).toContain('What charts on YouTube in 7 regions');
  });

  test('replaces an older report unasked, and anything else only with --force', async () => {
    const shell = await openDemoShell();
    await shell.vault('report');
    expect((await shell.vault('report --region PL')).exitCode).toBe(0);
    expect(readFileSync(shell.path('report.html'), 'utf8')).toContain('What charts on YouTube in Poland');
    writeFileSync(shell.path('notes.txt'), 'Vault report, my own thoughts on it');
    expect((await shell.vault('report --out notes.txt')).exitCode).toBe(64);
    writeFileSync(shell.path('notes.html'), 'my own words');
    const refused = await shell.vault('report --out notes.html');
    expect([refused.exitCode, refused.stderr]).toEqual([64, expect.stringContaining('notes.html is there already')]);
    expect(readFileSync(shell.path('notes.html'), 'utf8')).toBe('my own words');
    expect((await shell.vault('report --out notes.html --force')).exitCode).toBe(0);
    expect(isPage(readFileSync(shell.path('notes.html'), 'utf8'))).toBe(true);
  });

  test.each(['vault-demo.db', 'vault-demo.db.lock', 'vault-demo.db-wal'])('never writes over the vault: %s', async (name) => {
    const shell = await openDemoShell();
    const before = readFileSync(shell.path('vault-demo.db'));
    const { exitCode, stderr } = await shell.vault(`report --out ${name} --force`);
    expect([exitCode, stderr]).toEqual([64, expect.stringContaining('belongs to the vault itself')]);
    expect(readFileSync(shell.path('vault-demo.db')).equals(before)).toBe(true);
  });

  test('hides a page from whom the vault is hidden from', async () => {
    const shell = await openShellWithApi(({ region }) => page(region));
    await shell.vault('fetch --regions PL');
    chmodSync(join(shell.folder, 'vault.db'), 0o640);
    await shell.vault('report');
    const mode = (name: string): number => statSync(join(shell.folder, name)).mode & 0o777;
    expect(mode('report.html')).toBe(0o640);
  });

  test('is a page of its own for a vault that is not there, and does not replace a report by that', async () => {
    const shell = openShell();
    expect((await shell.vault('report')).exitCode).toBe(0);
    expect(readFileSync(join(shell.folder, 'report.html'), 'utf8')).toContain('No run in this vault yet');
    expect(existsSync(join(shell.folder, 'vault.db'))).toBe(false);
    const demo = await openDemoShell();
    await demo.vault('report');
    const before = readFileSync(demo.path('report.html'));
    const { exitCode, stderr } = await demo.vault('report --db slip.db');
    expect([exitCode, stderr]).toEqual([78, expect.stringContaining('slip.db: no run is there')]);
    expect(readFileSync(demo.path('report.html')).equals(before)).toBe(true);
  });

  test('is about the 30 days before the newest run, whenever that was', async () => {
    const shell = await openDemoShell();
    const later = { clock: { now: () => Date.parse('2027-11-23T12:00:00.000Z'), monotonic: () => 0, schedule: () => () => {} } };
    const { exitCode, stdout } = await shell.vault('report --json', later);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ runs: 9, run: 9, since: '2026-11-21T04:00:00.000Z', format: 'html' });
  });

  test('says that nothing was fetched, in a report, where the period ends now', async () => {
    const shell = await openDemoShell();
    const later = { clock: { now: () => Date.parse('2026-11-27T12:00:00.000Z'), monotonic: () => 0, schedule: () => () => {} } };
    const { exitCode, stdout } = await shell.vault('report --since 1d --format text', later);
    expect(exitCode).toBe(0);
    expect(stdout.replaceAll('\n', ' ')).toContain(
      'No run started in this period; the last one was run 9, of 23 Nov 2026, 12:00 (4 d ago).',
    );
    await shell.vault('report', later);
    expect((await shell.vault('report --since 1d', later)).exitCode).toBe(0);
    expect(readFileSync(shell.path('report.html'), 'utf8')).toContain('No run started in this period');
  });

  test('writes nothing when it is told to end', async () => {
    const shell = await openDemoShell();
    const { stderr } = await shell.vault('report', { interruption: AbortSignal.abort(new Interruption('SIGTERM')) });
    expect([stderr, existsSync(shell.path('report.html'))]).toEqual(['vault: ended by SIGTERM\n', false]);
  });

  test('tells with --json what it wrote of which runs', async () => {
    const shell = await openDemoShell();
    const document = JSON.parse((await shell.vault('report --since 2026-11-22 --until 2026-11-22 --json --out page.html')).stdout);
    const [stored] = shell.table(`SELECT min(started_at) AS since, max(started_at) AS startedAt, count(*) AS runs, max(run_id) AS run
      FROM runs WHERE started_at LIKE '2026-11-22%'`);
    expect(document).toEqual({
      out: shell.path('page.html'),
      bytes: statSync(shell.path('page.html')).size,
      format: 'html',
      ...stored,
      database: shell.path('vault-demo.db'),
    });
  });

  test('goes to stdout with --out -, and as text by the format or the ending of the file', async () => {
    const shell = await openDemoShell();
    expect(isPage((await shell.vault('report --out -')).stdout)).toBe(true);
    expect((await shell.vault('report --format text')).stdout).toMatch(/^Vault report, made 23 Nov 2026, 12:00\n/);
    await shell.vault('report --out report.txt');
    expect(readFileSync(shell.path('report.txt'), 'utf8')).toMatch(/^Vault report, made/);
    expect((await shell.vault('report --out report.txt')).exitCode).toBe(0);
    expect(existsSync(shell.path('report.html'))).toBe(false);
  });

  test('opens the page, and where nothing can, it says so', async () => {
    const shell = await openDemoShell();
    const opened: string[] = [];
    await shell.vault('report --open', { openFile: async (path) => void opened.push(path) });
    expect(opened).toEqual([shell.path('report.html')]);
    const refused = await shell.vault('report --open', { openFile: () => Promise.reject(new Error('spawn xdg-open ENOENT')) });
    expect(refused.exitCode).toBe(0);
    expect(refused.stderr).toMatch(/^vault: no browser could be opened \(spawn xdg-open ENOENT\); open .*report\.html yourself\n$/);
  });

  test('prints nothing with --quiet', async () => {
    const shell = await openDemoShell();
    for (const line of ['report --quiet', 'report --quiet --json'])
      expect(await shell.vault(line)).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });

  test.each([
    ['report --json --out -', '--json tells of the file that was written'],
    ['report --open --out -', '--open needs a file'],
    ['report --open --format text', '--open needs a file'],
    ['report --format text --thumbnails', '--thumbnails is for a page'],
    ['report --format pdf', 'expected html or text'],
    [
      'report --since 2027-01-01 --until 2027-01-02',
      'no run started in that period; the vault has runs from 21 Nov 2026, 04:00 to 23 Nov 2026, 12:00',
    ],
    ['report --since 2026-11-23 --until 2026-11-22', '--since is not before --until'],
    ['report --out nowhere/report.html', 'does not exist'],
    ['report --out /dev/stdout', 'is no file; use --out -'],
    ['report --out pages/', 'is a folder; name a file in it'],
  ])('refuses %s in one sentence', async (line, sentence) => {
    const shell = await openDemoShell();
    const { exitCode, stdout, stderr } = await shell.vault(line);
    expect([exitCode, stdout]).toEqual([line.includes('nowhere') ? 74 : 64, '']);
    expect(stderr).toContain(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test('shows pictures only with --thumbnails, whose policy lets them load', async () => {
    const shell = await openDemoShell();
    const without = (await shell.vault('report --out -')).stdout;
    expect(without).not.toMatch(/<img|img-src|ytimg/);
    const page = (await shell.vault('report --out - --thumbnails')).stdout;
    expect(page).toContain('img-src https://i.ytimg.com;');
    expect(page).toMatch(/src="https:\/\/i\.ytimg\.com\/vi\/[\w-]+\/mqdefault\.jpg"/);
  });
});

describe('vault demo', () => {
  test('plays nothing where its report would replace a file of somebody', async () => {
    const shell = openShell();
    writeFileSync(join(shell.folder, 'vault-demo.html'), 'my own words');
    const { exitCode, stdout, stderr } = await shell.vault('demo --regions PL');
    expect([exitCode, stdout]).toEqual([64, '']);
    expect(stderr).toContain('give the demo another path with --db');
    expect(readFileSync(join(shell.folder, 'vault-demo.html'), 'utf8')).toBe('my own words');
  });

  test('names its own option where its report cannot be written', async () => {
    const shell = openShell();
    symlinkSync('vault-demo.html', join(shell.folder, 'vault-demo.html'));
    const { exitCode, stderr } = await shell.vault('demo --regions PL');
    expect([exitCode, stderr]).toEqual([
      74,
      expect.stringMatching(/it cannot be written \(ELOOP\); give the demo another path with --db\n$/),
    ]);
  });

  test('ends by writing its report beside its vault, and names it', async () => {
    const shell = openShell();
    const { exitCode, stdout } = await shell.vault('demo --regions PL,NL --runs 3');
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`Its report is in ${join(shell.folder, 'vault-demo.html')}`);
    expect(readFileSync(join(shell.folder, 'vault-demo.html'), 'utf8')).toContain('What charts on YouTube in 2 regions');
  });
});
