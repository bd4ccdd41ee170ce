import { describe, expect, test } from 'vitest';
import { openShell } from '../support/cli.ts';
import { openDemoShell } from '../support/demo-vault.ts';

describe('for people', () => {
  test.each(['top', 'movers', 'overlap', 'search a', 'top --since 1d', 'top --region PL'])('%s fits into 80 columns', async (line) => {
    const shell = await openDemoShell();
    let text = '';
    const stdout = { columns: 80, write: (part: string) => (text += part) };
    expect((await shell.vault(line, { stdout })).exitCode).toBe(0);
    const table = text.split('\n').filter((row) => /\d/.test(row) && !/^Top of|^Movers of|^Overlap in/.test(row));
    expect(table.length).toBeGreaterThan(3);
    for (const row of table) expect(row.length).toBeLessThanOrEqual(80);
  });

  test.each([
    ['top --run 12 --since 1d', /exclude each other/],
    ['top --run 12', /no such run/],
    ['movers --since 2030-01-01', /no run of that period/],
    ['overlap --since 1d --until 2d', /not before --until/],
    ['top --since yesterday', /expected an age such as 7d/],
    ['video nothing', /no video of this vault/],
    ['search "*" -- --', /no letter and no digit/],
  ])('%s is refused in one sentence', async (line, message) => {
    const shell = await openDemoShell();
    const { exitCode, stderr } = await shell.vault(line);
    expect(exitCode).toBe(64);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(message);
  });

  test.each(['top', 'movers', 'overlap', 'search x', 'video x'])('%s of an empty vault says that there is no run', async (line) => {
    const shell = openShell();
    expect(await shell.vault(line)).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('No run in') });
    expect(JSON.parse((await shell.vault(`${line} --json`)).stdout)).toMatchObject({ status: 'empty' });
  });
});
