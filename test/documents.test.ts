import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scripts } from '../package.json';
import { commands } from '../src/cli/commands.ts';
import { helpPages } from '../src/cli/help/pages.ts';
import { renderHelp } from '../src/cli/help/render-help.ts';
import { optionOf } from '../src/cli/settings.ts';
import { datasets } from '../src/core/dataset.ts';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const readme = read('README.md');
const options = commands.flatMap(({ options }) => options.map(optionOf));
const variables = [...new Set(options.flatMap(({ variable }) => variable ?? []))];

describe('the README', () => {
  test.each(commands.map(({ name }) => name))('has the command %s', (name) => {
    expect(readme).toContain(`\`vault ${name}\``);
  });

  test.each(variables)('has the variable %s', (variable) => {
    expect(readme).toContain(`\`${variable}\``);
  });

  test('names the default of every variable', () => {
    for (const { variable, default: usual } of options) {
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

test('what documents tell npm to run is there', () => {
  const documents = ['README.md', 'CONTRIBUTING.md', ...readdirSync(new URL('../docs', import.meta.url)).map((name) => `docs/${name}`)];
  const text = documents.map((document) => (document.endsWith('.md') ? read(document) : '')).join('\n');
  const named = [...text.matchAll(/npm (?:run ([\w:-]+)|test)/g)].map(([, script = 'test']) => script);
  expect(named).toEqual(expect.arrayContaining(['demo', 'test', 'bench']));
  expect(named.filter((script) => !(script in scripts))).toEqual([]);
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
  const usual = options.find((option) => option.variable === variable)?.default ?? '';
  expect(read('.env.example').split('\n')).toContain(usual === '' ? `${variable}=` : `# ${variable}=${usual}`);
});

describe('what exit codes mean', () => {
  /** What each code means. */
  const meaningsIn = (document: string, heading: string): Record<string, string> => {
    const [, table = ''] = read(document).split(new RegExp(`^\\| ${heading} .*\\n\\| -.*\\n`, 'm'));
    const [rows = ''] = table.split(/^(?!\|)/m);
    return Object.fromEntries(
      [...rows.replaceAll('`', '').matchAll(/^\| (.+?) +\| (.+?) *\|$/gm)].map(([, code = '', meaning = '']) => [code, meaning]),
    );
  };

  test('is told in a line by the README, no code left out', () => {
    const [line = ''] = /Exit codes: .*?\./s.exec(readme) ?? [];
    const codes = Object.keys(helpPages['fetch']?.exitCodes ?? {}).flatMap((code) => code.match(/\d+/g) ?? []);
    expect((line.match(/\d+/g) ?? []).toSorted()).toEqual(codes.toSorted());
  });

  test('of what vault doctor finds is that of its help', () => {
    const { 0: done, 64: usage, 70: bug, '130, 143': ended, ...failures } = helpPages['doctor']?.exitCodes ?? {};
    expect([done, usage, bug, ended]).not.toContain(undefined);
    expect(meaningsIn('docs/operations.md', String.raw`exit \| what failed`)).toEqual(failures);
  });
});

test('docs/commands.md has the help of the program and of every command', async () => {
  const sections = [undefined, ...Object.keys(helpPages)].map((name) => {
    const title = name === undefined ? 'vault' : `vault ${name}`;
    return `## ${title}\n\n\`\`\`text\n${renderHelp(name, { write: () => {}, columns: 100 })}\`\`\`\n`;
  });
  const head = `# Commands

What \`vault --help\` and \`vault COMMAND --help\` print on a terminal of 100 columns. \`npx vitest run test/documents.test.ts -u\` writes this page.
`;
  await expect([head, ...sections].join('\n')).toMatchFileSnapshot('../docs/commands.md');
});

test('docs/data.md has every column of the flat dataset, in order, and no other', () => {
  const table = read('docs/data.md').split('## Rows for other programs')[1]?.split('\n## ')[0] ?? '';
  const cells = table.split('\n').flatMap((line) => (line.startsWith('| `') ? (line.split('|')[1] ?? '') : []));
  expect(cells.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name))).toEqual(
    datasets.charts.columns.map(({ name }) => name),
  );
});
