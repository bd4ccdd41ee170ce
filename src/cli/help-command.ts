import type { CommandSpec } from './command.ts';
import { listExamples, listMeanings, listNames, section, wrap } from './help-layout.ts';
import { describeArgument, describeFlag, describeVariable, isOnlyVariable } from './help-options.ts';
import type { HelpPage, Meanings } from './help-page.ts';
import { optionOf } from './settings.ts';

/** What `vault NAME --help` prints: all that there is to know of a command, in lines of at most `width` letters. */
export function renderCommandHelp({ name, options }: CommandSpec, page: HelpPage, width: number): string[] {
  const all = options.map(optionOf);
  const list = (meanings: Meanings = []): string[] => listMeanings(meanings, width);
  return [
    ...wrap(['Usage: vault', name, '[options]', ...all.flatMap(({ argument }) => argument ?? [])].join(' '), width),
    ...page.about.flatMap((paragraph) => ['', ...wrap(paragraph, width)]),
    ...section('Arguments', list(all.flatMap(describeArgument))),
    ...section('Options', list([...all.flatMap(describeFlag), ['-h, --help', 'show this']])),
    ...section('Environment, or .env', list(all.filter(isOnlyVariable).flatMap(describeVariable))),
    ...section('Environment', list(page.variables)),
    ...section('Files', list(page.files)),
    ...section('Exit codes', list(Object.entries(page.exitCodes))),
    ...section('Examples', listExamples(page.examples, width)),
    ...section('See also', listNames(page.seeAlso, width)),
  ];
}
