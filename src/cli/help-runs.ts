import { changing, diagnosing, reading } from './help-exit-codes.ts';
import type { HelpPage } from './help-page.ts';

/** How the runs went, and whether the next one will. */
export const runsPages = {
  stats: {
    about: [
      'Shows the last run that ended, or another one: per region and in total, what failed and when it last did not, how many videos are ' +
        'new, how many several regions share, and the quota used today with the time at which it is given anew.',
      'With --json it prints the document that vault fetch --json prints at the end of a run.',
    ],
    exitCodes: reading,
    examples: [
      ['vault stats', 'how the last run went'],
      ['vault stats --run 12 --json', 'run 12, for another program'],
    ],
    seeAlso: ['vault runs', 'vault fetch', 'vault top', 'vault doctor'],
  },
  runs: {
    about: [
      'Lists the runs in the vault, the newest first: when each started, how it ended, what it asked for, and how many videos it stored. ' +
        'A run that was killed is shown as interrupted, and holds nothing.',
    ],
    exitCodes: reading,
    examples: [
      ['vault runs', 'the last few'],
      ['vault runs --limit 100 --json', 'a hundred, for another program'],
    ],
    seeAlso: ['vault stats', 'vault doctor', 'vault prune'],
  },
  rejections: {
    about: [
      'Lists what could not be read of the charts: the reasons, how often, and the newest items. A bad item costs its neighbours nothing, ' +
        'and a bad field costs that field alone; the item is kept as YouTube sent it.',
      'With --retry it reads them again, as a newer version of the program may understand more, and stores in the runs they came from ' +
        'what it understands now.',
    ],
    exitCodes: { ...reading, 75: `${changing[75]} (--retry)` },
    examples: [
      ['vault rejections', 'what was rejected, and why'],
      ['vault rejections --run 12 --json', 'of one run, with the items as YouTube sent them'],
      ['vault rejections --retry', 'after the program was brought up to date'],
    ],
    seeAlso: ['vault stats', 'vault doctor', 'docs/data.md'],
  },
  doctor: {
    about: [
      'Checks everything that a run needs, a line each, with the remedy: the program, the key, the vault with its pages and rows, the ' +
        'disk, the lock, when a run last stored something, the quota, and how long runs are kept.',
      'It sends nothing and changes nothing, unless --online asks the API once. Even then nothing is sent while another run holds the ' +
        'vault, YouTube wants a pause, or the quota is used up.',
    ],
    variables: [['HTTPS_PROXY', 'and HTTP_PROXY, NO_PROXY: the way to YouTube']],
    exitCodes: diagnosing,
    examples: [
      ['vault doctor', 'everything on this machine'],
      ['vault doctor --online', 'and the key, the network and the clock'],
      ['vault doctor --every 12h --json', 'where runs are 12 hours apart, for another program'],
    ],
    seeAlso: ['vault stats', 'vault fetch', 'vault schedule', 'docs/operations.md'],
  },
} satisfies Readonly<Record<string, HelpPage>>;
