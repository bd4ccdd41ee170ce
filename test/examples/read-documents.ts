import { readdirSync, readFileSync } from 'node:fs';
import { commands } from '../../src/cli/commands.ts';
import { optionOf } from '../../src/cli/settings.ts';

/** Command lines that belong together and are run in their order, and where they stand. */
export interface Example {
  readonly from: string;
  readonly lines: readonly string[];
}

const root = new URL('../../', import.meta.url);

/** The documents for users. */
export const documents = [
  'README.md',
  ...readdirSync(new URL('docs', root)).flatMap((name) => (name.endsWith('.md') ? `docs/${name}` : [])),
];

export function readDocument(document: string): string {
  return readFileSync(new URL(document, root), 'utf8');
}

/** A line of a crontab, and the command in it. */
const inCrontab = /^(?:[\d*/,-]+ ){5} *(\S.*)$/;

/** What fenced blocks of a document tell to type, a block being one example, or a line of a crontab. Those in lists are indented. */
export function readBlocks(document: string): Example[] {
  const text = readDocument(document);
  return [...text.matchAll(fence)].flatMap(({ index, 1: margin = '', 2: language = '', 3: block = '' }) => {
    const from = `${document}:${text.slice(0, index).split('\n').length}`;
    const lines = block.split('\n').map((line) => line.slice(margin.length));
    if (language === '') return lines.flatMap(commandOfCron).map((line) => ({ from, lines: [line] }));
    const typed = lines.flatMap((line) => typedIn(language, line));
    return typed.length === 0 ? [] : [{ from, lines: typed }];
  });
}

const fence = /^( *)```(\w*)\n([^]*?)^\1```$/gm;

function typedIn(language: string, line: string): string[] {
  if (language === 'console') return /^[$>] (.+)$/.exec(line)?.slice(1) ?? [];
  return ['sh', 'bash'].includes(language) && /^[^#\s]/.test(line) ? [line] : [];
}

/** cron reads a bare percent sign as the end of the line. */
function commandOfCron(line: string): string[] {
  const [, command] = inCrontab.exec(line) ?? [];
  return command === undefined ? [] : [command.replaceAll('\\%', '%')];
}

/** What stands in backticks and calls this program, be it a whole command line or not; a name in bold goes on in what follows it. */
export function readInline(document: string): Example[] {
  const text = readDocument(document).replace(fence, (block) => block.replace(/[^\n]/g, ''));
  return [...text.matchAll(/\*\*`(vault \w+)`\*\*\s`([^`]+)`|`([^`]+)`/g)].flatMap(({ index, 1: name, 2: rest, 3: code = '' }) => {
    const line = (name === undefined ? code : `${name} ${rest}`).replace(/\s+/g, ' ');
    const from = `${document}:${text.slice(0, index).split('\n').length}`;
    const lines = /^(npx )?vault /.test(line) ? [line] : commandOfCron(line);
    return lines.length === 0 ? [] : [{ from, lines }];
  });
}

const placeholder = /^(ID|WORDS|FILE|KIND|FOLDER|COMMAND)$/;

/** Whether a line can be typed as it is: neither the name of a command alone, nor with words that stand for others, nor without its last value. */
export function isWhole(line: string): boolean {
  const [name = '', ...words] = wordsOf(line);
  const last = words.at(-1);
  if (last === undefined || [name, ...words].some((word) => placeholder.test(word))) return false;
  return !flagsOf(name).includes(`${last} <`);
}

/** The command and the flags that a line names, as far as they are none of this program's. */
export function unknownIn(line: string): string[] {
  const [name = '', ...words] = wordsOf(line);
  if (['help', '--help', '--version'].includes(name) || placeholder.test(name)) return [];
  if (commands.every((command) => command.name !== name)) return [name];
  const known = new Set(['--help', ...flagsOf(name).map((flag) => flag.split(' ')[0])]);
  return words.filter((word) => word.startsWith('--') && !known.has(word));
}

function wordsOf(line: string): string[] {
  return line.replace(/^(npx )?vault /, '').split(' ');
}

/** As `--json`, or as `--limit <` where a value follows. */
function flagsOf(name: string): string[] {
  const { options } = commands.find((command) => command.name === name) ?? { options: [] };
  return options.map(optionOf).flatMap(({ flag }) => (flag === undefined ? [] : [flag.replace(/<.*/, '<')]));
}
