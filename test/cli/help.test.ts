import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { helpPages } from '../../src/cli/help/pages.ts';
import * as schemas from '../../src/cli/option-schemas.ts';
import type { Option } from '../../src/cli/option.ts';
import { options } from '../../src/cli/options.ts';
import { optionOf } from '../../src/cli/settings.ts';
import { openShell } from '../support/cli.ts';

const names = commands.map(({ name }) => name);

/** The help of a command, or with no name of the program, on a terminal so wide. */
async function helpOf(name: string, columns?: number): Promise<string> {
  let stdout = '';
  const output = { write: (text: string) => (stdout += text), ...(columns !== undefined && { columns, isTTY: true }) };
  expect(await openShell().vault(`${name} --help`, { stdout: output })).toMatchObject({ exitCode: 0, stderr: '' });
  return stdout;
}

/** What stands below a heading. */
function below(help: string, heading: string): string {
  return help.split(`\n${heading}:\n`)[1]?.split(/\n(?=\S)/)[0] ?? '';
}

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

test('there is a page of help for every command, in the same order, and for nothing else', () => {
  expect(Object.keys(helpPages)).toEqual(names);
});

describe.each(commands)('the help of $name', ({ name, description, options }) => {
  const page = helpPages[name];

  test('says more than the line in the list, which the help of the program has once', async () => {
    const text = page?.about.join(' ') ?? '';
    expect(text.length).toBeGreaterThan(description.length);
    expect(text).toMatch(/^[A-Z].*\.$/);
    expect(inOneLine(await helpOf(name))).toContain(inOneLine(text));
    const program = inOneLine(await helpOf(''));
    expect(program.split(description)).toHaveLength(2);
  });

  test('has every option with its default and its variable', async () => {
    const help = inOneLine(await helpOf(name, 200));
    for (const { flag, argument, variable, default: usual } of options.map(optionOf)) {
      const facts = [flag ?? argument, usual === undefined ? undefined : `default ${usual}`, variable].filter((fact) => fact !== undefined);
      for (const fact of facts) expect(help).toContain(fact);
    }
  });

  test('has examples of it, each with what it is for, and no line of them broken', async () => {
    const help = await helpOf(name, 40);
    expect(page?.examples.length).toBeGreaterThan(0);
    for (const [line, purpose] of page?.examples ?? []) {
      expect(line).toMatch(new RegExp(`\\bvault ${name}\\b`));
      expect(purpose).not.toBe('');
      expect(help.split('\n')).toContain(`    $ ${line}`);
    }
  });

  test('has exit codes with their meanings', async () => {
    const told = Object.entries(page?.exitCodes ?? {}).map(([codes, meaning]) => `${codes} ${meaning}`);
    expect(inOneLine(below(await helpOf(name), 'Exit codes'))).toBe(told.join(' '));
    expect(Object.keys(page?.exitCodes ?? {})).toEqual(expect.arrayContaining(['0', '64', '70', '130, 143']));
  });

  test('names other commands and documents that are there', async () => {
    const seeAlso = page?.seeAlso ?? [];
    expect(seeAlso.length).toBeGreaterThan(0);
    expect(inOneLine(below(await helpOf(name), 'See also'))).toBe(seeAlso.join(', '));
    for (const place of seeAlso) {
      const other = place.replace(/^vault /, '');
      const isThere = other === place ? existsSync(new URL(`../../${place}`, import.meta.url)) : ['help', ...names].includes(other);
      expect([place, isThere, other === name]).toEqual([place, true, false]);
    }
  });

  test('is what vault help and -h print, too', async () => {
    const help = await helpOf(name);
    for (const line of [`help ${name}`, `${name} -h`, `--help ${name}`]) {
      expect(await openShell().vault(line)).toEqual({ exitCode: 0, stdout: help, stderr: '' });
    }
  });

  test.each([40, 80, 200, undefined])('fits into %s columns', async (columns) => {
    expect(tooWide(await helpOf(name, columns), columns)).toEqual([]);
  });
});

/** Lines that are wider than they may be: neither examples nor a single word. */
function tooWide(help: string, columns = 80): string[] {
  const width = Math.min(columns, 100);
  return help.split('\n').filter((line) => line.length > width && !line.startsWith('    $ ') && /\S\s+\S/.test(line));
}

test('what an option means stands beside it, and below it where there is no room for words', async () => {
  const lineOf = async (columns: number): Promise<string | undefined> => {
    return (await helpOf('fetch', columns)).split('\n').find((line) => line.startsWith('  --if-older-than'));
  };
  expect(await lineOf(80)).toBe('  --if-older-than <duration>  do nothing while the last run that stored');
  expect(await lineOf(40)).toBe('  --if-older-than <duration>');
});

describe('the help of the program', () => {
  test.each([40, 80, 200, undefined])('fits into %s columns', async (columns) => {
    expect(tooWide(await helpOf('', columns), columns)).toEqual([]);
  });

  test('is what vault help and -h print, too', async () => {
    const help = await helpOf('');
    for (const line of ['help', 'help help', 'help --help', '-h']) {
      expect(await openShell().vault(line)).toEqual({ exitCode: 0, stdout: help, stderr: '' });
    }
  });

  test('lists the arguments of commands', async () => {
    const help = await helpOf('');
    for (const { name, options } of commands) {
      const words = [name, ...options.flatMap((option) => optionOf(option).argument ?? [])];
      expect(help).toMatch(new RegExp(`^  ${words.join(' ').replaceAll('.', '\\.')}  `, 'm'));
    }
  });

  test('goes to stderr where there is no command at all, as wrong usage', async () => {
    expect(await openShell().vault('')).toEqual({ exitCode: 64, stdout: '', stderr: await helpOf('') });
  });
});

test.each([
  ['help nope', "vault: unknown command 'nope'"],
  ['nope --help', "vault: unknown command 'nope'"],
  ['nope -h', "vault: unknown command 'nope'"],
  ['help fetc', "vault: unknown command 'fetc'\n(Did you mean fetch?)"],
  ['fetc --help', "vault: unknown command 'fetc'\n(Did you mean fetch?)"],
])('vault %s says that it knows no such command, and the nearest one', async (line, message) => {
  const { exitCode, stdout, stderr } = await openShell().vault(line);
  expect([exitCode, stdout]).toEqual([64, '']);
  expect(stderr).toContain(message);
});

describe('the limits that the help tells are those that a wrong value is told', () => {
  const limited = Object.values<Option>(options).flatMap((option) => {
    const wrong = option.schema(schemas).safeParse('x');
    const [, least, most] = /from (\S+) to ([^\s,]+)/.exec(wrong.error?.issues[0]?.message ?? '') ?? [];
    return least === undefined ? [] : [{ option, name: option.flag ?? option.variable, limits: `(${least} to ${most}` }];
  });

  test.each(limited)('$name $limits', async ({ option, limits }) => {
    const command = commands.find(({ options }) => options.map(optionOf).includes(option));
    expect(inOneLine(await helpOf(command?.name ?? ''))).toContain(`${option.help} ${limits}`);
  });
});
