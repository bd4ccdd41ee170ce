import { commands } from './commands.ts';
import { fetching } from './help-exit-codes.ts';
import { listExamples, listMeanings, listNames, section, widestOf, wrap } from './help-layout.ts';
import { describeVariable } from './help-options.ts';
import type { Meanings } from './help-page.ts';
import type { OptionName } from './options.ts';
import { optionOf } from './settings.ts';

/** Every command once, by what it is for. */
const groups: readonly (readonly [heading: string, ...names: string[]])[] = [
  ['Fetch', 'fetch', 'demo', 'schedule'],
  ['Ask what was fetched', 'stats', 'runs', 'top', 'movers', 'video', 'overlap', 'search'],
  ['Take it elsewhere', 'report', 'export'],
  ['Look after the vault', 'doctor', 'rejections', 'backup', 'restore', 'copy', 'prune'],
  ['In the shell', 'completion'],
];

const firstSteps: Meanings = [
  ['vault demo', 'all of it against a simulated YouTube on this machine: no key, no internet'],
  ['vault fetch', 'the real thing, once YOUTUBE_API_KEY has a key'],
  ['vault schedule systemd', 'files that make a scheduler do it from now on'],
  ['vault doctor', 'whether all is well'],
];

const everyCommand: Meanings = [
  ['-h, --help', 'show this, or after a command all about that one, as vault help COMMAND does'],
  ['-V, --version', 'show the version'],
];

const variables: readonly OptionName[] = ['apiKey', 'db', 'logLevel'];

const others: Meanings = [
  ['HTTPS_PROXY', 'and HTTP_PROXY, NO_PROXY: the way to YouTube, as elsewhere'],
  ['NO_COLOR, FORCE_COLOR', 'no colours on a terminal, or colours in a pipe'],
];

const precedence =
  'A flag beats the environment, which beats .env in the working directory, which beats the default. ' +
  'Durations are written 500ms, 10s, 5m, 7h or 30d. Results go to stdout, logs to stderr.';

const about =
  'Keeps what charts on YouTube, country by country, from the day you start it: which videos, where, at which rank, and how their counts grow.';

/** What `vault --help` prints, in lines of at most `width` letters. */
export function renderProgramHelp(width: number): string[] {
  const list = (meanings: Meanings): string[] => listMeanings(meanings, width);
  const widest = widestOf(groups.flatMap(([, ...names]) => names.flatMap(describeCommand)));
  return [
    'Usage: vault COMMAND [options]',
    '',
    ...wrap(about, width),
    ...section('First steps', listExamples(firstSteps, width)),
    ...groups.flatMap(([heading, ...names]) => section(heading, listMeanings(names.flatMap(describeCommand), width, widest))),
    ...section('Options', list(everyCommand)),
    '',
    ...wrap(precedence, width),
    ...section('Environment', list([...variables.map(optionOf).flatMap(describeVariable), ...others])),
    ...section('Exit codes', list(Object.entries(fetching))),
    ...section('See also', listNames(['vault help COMMAND', 'README.md', 'docs/operations.md', 'docs/data.md'], width)),
  ];
}

function describeCommand(name: string): Meanings {
  return commands
    .filter((command) => command.name === name)
    .map(({ name, options, description }) => {
      const words = options.map(optionOf).flatMap(({ argument }) => argument ?? []);
      return [[name, ...words].join(' '), description] as const;
    });
}
