import type { CommandSpec } from '../command.ts';
import { findCommand } from '../commands.ts';
import type { Output } from '../edges.ts';
import { optionOf } from '../settings.ts';
import { describeOption } from './describe-option.ts';
import { listExamples, listMeanings, listNames, type Meanings, section, wrap } from './layout.ts';
import { type HelpPage, helpPages } from './pages.ts';
import { renderProgramHelp } from './render-program-help.ts';

/** Where no terminal says how wide it is, and what is still read with ease. */
const widths = { usual: 80, most: 100 };

/** The help of a command, or of the program, as wide as `output` and no wider than is read with ease. */
export function renderHelp(name: string | undefined, { columns }: Output): string {
  const width = Math.min(columns || widths.usual, widths.most);
  const spec = findCommand(name);
  const page = helpPages[name ?? ''];
  const lines = spec && page ? renderCommandHelp(spec, page, width) : renderProgramHelp(width);
  return `${lines.join('\n')}\n`;
}

function renderCommandHelp({ name, options }: CommandSpec, page: HelpPage, width: number): string[] {
  const all = options.map(optionOf);
  const told = all.map(describeOption);
  const onlyVariables = told.filter(({ argument, flag }) => argument.length + flag.length === 0);
  const list = (meanings: Meanings = []): string[] => listMeanings(meanings, width);
  return [
    ...wrap(['Usage: vault', name, '[options]', ...all.flatMap(({ argument }) => argument ?? [])].join(' '), width),
    ...page.about.flatMap((paragraph) => ['', ...wrap(paragraph, width)]),
    ...section('Arguments', list(told.flatMap(({ argument }) => argument))),
    ...section('Options', list([...told.flatMap(({ flag }) => flag), ['-h, --help', 'show this']])),
    ...section('Environment, or .env', list(onlyVariables.flatMap(({ variable }) => variable))),
    ...section('Environment', list(page.variables)),
    ...section('Files', list(page.files)),
    ...section('Exit codes', list(Object.entries(page.exitCodes))),
    ...section('Examples', listExamples(page.examples, width)),
    ...section('See also', listNames(page.seeAlso, width)),
  ];
}
