import { findCommand } from '../commands.ts';
import type { OptionName } from '../options.ts';
import { optionOf } from '../settings.ts';
import { describeOption } from './describe-option.ts';
import { fetchPages } from './fetch-pages.ts';
import { listExamples, listMeanings, listNames, type Meanings, section, widestOf, wrap } from './layout.ts';
import { helpGroups } from './pages.ts';

const firstSteps: Meanings = [
  ['vault demo', 'all of it against a simulated YouTube on this machine: no key, no internet'],
  ['vault fetch', 'the real thing, once YOUTUBE_API_KEY is set'],
  ['vault schedule systemd', 'files that make a scheduler do it from now on'],
  ['vault doctor', 'whether all is well'],
];

const everyCommand: Meanings = [
  ['-h, --help', 'show this; after a command, the help of that command, as vault help COMMAND does'],
  ['-V, --version', 'show the version'],
];

const variables: readonly OptionName[] = ['apiKey', 'db', 'logLevel'];

const others: Meanings = [
  ['HTTPS_PROXY', 'and HTTP_PROXY, NO_PROXY: proxies on the way to YouTube'],
  ['NO_COLOR, FORCE_COLOR', 'no colours on a terminal; colours in a pipe'],
];

const precedence =
  'A flag beats the environment, which beats .env in the working directory, which beats the default. ' +
  'Durations are written 500ms, 10s, 5m, 7h or 30d. Results go to stdout, logs to stderr.';

const about =
  'Keeps what charts on YouTube, country by country, from the day you start it: which videos, where, at which rank, and how their counts grow.';

/** What `vault --help` prints, in lines of at most `width` letters. */
export function renderProgramHelp(width: number): string[] {
  const list = (meanings: Meanings): string[] => listMeanings(meanings, width);
  const groups = helpGroups.map(({ heading, pages }) => ({ heading, lines: Object.keys(pages).flatMap(describeCommand) }));
  const widest = widestOf(groups.flatMap(({ lines }) => lines));
  const known = variables.map(optionOf).flatMap((option) => describeOption(option).variable);
  return [
    'Usage: vault COMMAND [options]',
    '',
    ...wrap(about, width),
    ...section('First steps', listExamples(firstSteps, width)),
    ...groups.flatMap(({ heading, lines }) => section(heading, listMeanings(lines, width, widest))),
    ...section('Options', list(everyCommand)),
    '',
    ...wrap(precedence, width),
    ...section('Environment', list([...known, ...others])),
    ...section('Exit codes', list(Object.entries(fetchPages.pages.fetch.exitCodes))),
    ...section('See also', listNames(['vault help COMMAND', 'README.md', 'docs/operations.md', 'docs/data.md'], width)),
  ];
}

function describeCommand(name: string): Meanings {
  const { options = [], description = '' } = findCommand(name) ?? {};
  const words = options.map(optionOf).flatMap(({ argument }) => argument ?? []);
  return [[[name, ...words].join(' '), description]];
}
