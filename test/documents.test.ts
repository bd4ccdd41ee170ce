import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commands } from '../src/cli/commands.ts';
import { optionOf } from '../src/cli/settings.ts';
import { datasets } from '../src/core/dataset.ts';
import { openShell } from './support/cli.ts';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const readme = read('README.md');
const infos = commands.flatMap(({ options }) => options.map(optionOf));
const variables = [...new Set(infos.flatMap(({ variable }) => variable ?? []))];
const flags = [...new Set(infos.flatMap(({ flag }) => flag?.split(' ')[0] ?? []))];

describe('the README', () => {
  test.each(commands.map(({ name }) => name))('has the command %s', (name) => {
    expect(readme).toContain(`**\`vault ${name}\`**`);
  });

  test.each(flags)('has the flag %s', (flag) => {
    expect(readme).toMatch(new RegExp(`${flag}\\b`));
  });

  test.each(variables)('has the variable %s', (variable) => {
    expect(readme).toContain(`\`${variable}\``);
  });

  test('names the default of every variable', () => {
    for (const { variable, default: usual } of infos) {
      if (variable === undefined || usual === undefined) continue;
      const row = readme.split('\n').find((line) => line.startsWith('|') && line.includes(`\`${variable}\``));
      expect(row, variable).toContain(`\`${usual}\``);
    }
  });

  test('has every table and view of the vault', () => {
    const sql = readdirSync(new URL('../migrations/sqlite', import.meta.url)).map((file) => read(`migrations/sqlite/${file}`));
    const names = sql.join('\n').matchAll(/CREATE (?:TABLE|VIEW) (\w+)/g);
    for (const [, name] of names) expect(readme).toContain(`\`${name}\``);
  });

  test('links only to files that are there', () => {
    for (const [, path = ''] of readme.matchAll(/\]\(([^)#]+)\)/g)) expect(read(path).length, path).toBeGreaterThan(0);
  });

  test('is read in one sitting', () => {
    expect(readme.split('\n').length).toBeLessThan(200);
  });
});

test('docs/reliability.md has every promise and every sabotage', () => {
  const rows = read('docs/reliability.md').split('\n');
  const checks = readdirSync(new URL('reliability', import.meta.url)).filter((name) => name.endsWith('.test.ts'));
  for (const check of checks) {
    const [promise = '', ...sabotages] = [...read(`test/reliability/${check}`).matchAll(/\btitle: (['"`])(.+?)\1,$/gm)].map(
      ([, , title]) => title,
    );
    const row = rows.find((line) => line.includes(`| ${promise} `)) ?? '';
    expect(row, check).toMatch(/\d/);
    for (const sabotage of sabotages) expect(row, check).toContain(sabotage);
  }
});

test.each(variables)('.env.example has %s, and its default where it has one', (variable) => {
  const usual = infos.find((info) => info.variable === variable)?.default ?? '';
  expect(read('.env.example').split('\n')).toContain(usual === '' ? `${variable}=` : `# ${variable}=${usual}`);
});

describe('--help', () => {
  test('of the program lists every command', async () => {
    const { exitCode, stdout } = await openShell().vault('--help');
    expect(exitCode).toBe(0);
    for (const { name, description, options } of commands) {
      const words = [name, '[options]', ...options.flatMap((option) => optionOf(option).argument ?? []), description];
      expect(stdout.replace(/\s+/g, ' ')).toContain(words.join(' '));
    }
  });

  test.each(commands)('of $name lists its options, with an example', async ({ name, options, examples }) => {
    const { exitCode, stdout } = await openShell().vault(`${name} --help`);
    expect(exitCode).toBe(0);
    for (const { flag, argument, variable } of options.map(optionOf)) expect(stdout).toContain(flag ?? argument ?? variable);
    for (const example of examples) expect(stdout).toContain(`$ ${example}`);
  });

  test('is shown for no command at all, as wrong usage', async () => {
    const { exitCode, stdout, stderr } = await openShell().vault('');
    expect([exitCode, stdout]).toEqual([64, '']);
    expect(stderr).toContain('Usage: vault');
  });
});

test('docs/data.md has every column of the flat dataset, in order, and no other', () => {
  const table = read('docs/data.md').split('## Rows for other programs')[1]?.split('\n## ')[0] ?? '';
  const cells = table.split('\n').flatMap((line) => (line.startsWith('| `') ? (line.split('|')[1] ?? '') : []));
  expect(cells.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name))).toEqual(
    datasets.charts.columns.map(({ name }) => name),
  );
});
