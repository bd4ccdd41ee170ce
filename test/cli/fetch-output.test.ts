import { describe, expect, test } from 'vitest';
import { openShellWithApi } from '../support/cli.ts';
import { apiError, page } from '../support/source.ts';

const json = (text: string) => JSON.parse(text);

describe('what fetch says', () => {
  test('where stderr is no terminal: JSON lines and nothing else', async () => {
    const shell = await openShellWithApi(({ region, index }) => (index === 0 ? apiError(500, 'backendError') : page(region)));
    const { stderr } = await shell.vault('fetch --regions PL,NL');
    const lines = stderr.trimEnd().split('\n').map(json);
    expect(lines.map(({ level, msg }) => [level, msg])).toContainEqual(['info', 'waiting']);
    expect(lines.filter(({ msg }) => msg === 'chart fetched')).toHaveLength(2);
    expect(lines[0]).toHaveProperty('time', '2026-11-23T12:00:00.000Z');
  });

  test('--quiet prints nothing on success, with --json or without', async () => {
    const shell = await openShellWithApi(({ region }) => page(region));
    expect(await shell.vault('fetch --regions PL --quiet')).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect(await shell.vault('fetch --regions PL --quiet --json')).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  });

  test('--quiet prints the run when a chart has vanished, though that is no failure', async () => {
    const shell = await openShellWithApi(({ region }) => page(region, { size: region === 'NL' ? 0 : 3 }));
    const { exitCode, stdout, stderr } = await shell.vault('fetch --regions PL,NL --quiet');
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain('NL: answered, but with no video');
  });

  test('a terminal that cannot move its cursor gets lines', async () => {
    const shell = await openShellWithApi(({ region }) => page(region));
    shell.env['TERM'] = 'dumb';
    let screen = '';
    await shell.vault('fetch --regions PL', { stderr: { isTTY: true, columns: 80, rows: 24, write: (text: string) => (screen += text) } });
    expect(screen).toContain('INFO: chart fetched');
    expect(screen).not.toContain('\u001b');
  });

  test('--quiet prints the run when something failed', async () => {
    const shell = await openShellWithApi(({ region }) => (region === 'PL' ? page(region) : apiError(400, 'invalidParameter')));
    const { exitCode, stdout, stderr } = await shell.vault('fetch --regions PL,NL --quiet');
    expect(exitCode).toBe(3);
    expect(stdout).toContain('NL: refused (400)');
    expect(stderr).toBe('');
  });

  test('on a terminal: a live line for each region', async () => {
    const shell = await openShellWithApi(({ region }) => page(region));
    let screen = '';
    const stderr = { isTTY: true, columns: 80, rows: 24, write: (text: string) => (screen += text) };
    await shell.vault('fetch --regions PL,NL', { stderr });
    expect(screen).toMatch(/PL .*stored, 3 videos/);
    expect(screen).toMatch(/NL .*stored, 3 videos/);
  });

  test('on a terminal: the chart of a category is called by its name', async () => {
    const shell = await openShellWithApi(({ region }) => page(region));
    let screen = '';
    const stderr = { isTTY: true, columns: 80, rows: 24, write: (text: string) => (screen += text) };
    await shell.vault('fetch --regions PL --categories 10', { stderr });
    expect(screen).toMatch(/PL Music .*stored, 3 videos/);
  });

  test('on a terminal too low for that: one bar for all', async () => {
    const shell = await openShellWithApi(({ region }) => page(region));
    let screen = '';
    const stderr = { isTTY: true, columns: 80, rows: 5, write: (text: string) => (screen += text) };
    await shell.vault('fetch --regions PL,NL,SE,NO', { stderr });
    expect(screen).toContain('4 of 4 done, 12 videos');
  });
});
