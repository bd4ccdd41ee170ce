import { exitCodes } from './exit-codes.ts';
import type { HelpGroup } from './pages.ts';

/** How charts come into a vault. */
export const fetchPages = {
  heading: 'Fetch',
  pages: {
    fetch: {
      about: [
        'Asks YouTube for the chart of every region, merges the videos that several regions show, and stores all of it as one run, in ' +
          'one transaction. A region that fails does not affect the others. A refused key or a spent quota ends the run at once; what ' +
          'had arrived by then is stored.',
        'YouTube shows only what is popular now, so let a scheduler run this: vault schedule prints its files. A second run at the same ' +
          'time ends at once and says who holds the vault.',
      ],
      variables: [['HTTPS_PROXY', 'and HTTP_PROXY, NO_PROXY: proxies on the way to YouTube and to VAULT_PING_URL']],
      files: [
        ['.env', 'in the working directory: settings and the key, so keep it to yourself (chmod 600 .env)'],
        ['the vault', 'made by the first run, with an empty file beside it that ends in .lock'],
      ],
      exitCodes: {
        ...exitCodes.changing,
        0: 'every region is stored (or has no such chart), or the run was not due',
        3: 'some regions are stored, some failed',
        69: 'no region could be fetched',
        75: "try later: another run holds the vault, the day's quota is spent, or YouTube asked for a longer wait",
        77: 'the key was refused',
        78: 'configuration: no key, a file that is not a vault, a vault made by a newer version, a run that needs more than the quota of a day',
        '130, 143': 'ended by SIGINT, SIGTERM; what had arrived is stored',
      },
      examples: [
        ['vault fetch', 'the usual regions'],
        ['vault fetch --regions PL,NL --max-results 50', 'two regions, and 50 videos of each'],
        ['vault fetch --dry-run', 'what it would ask for and cost; sends nothing'],
        ['vault fetch --if-older-than 7h --quiet', 'from an hourly trigger'],
        ['vault fetch --wait 30s', 'while another run may be going on'],
      ],
      seeAlso: ['vault schedule', 'vault stats', 'vault doctor', 'vault rejections', 'docs/operations.md', 'docs/reliability.md'],
    },
    demo: {
      about: [
        'Runs fetch against a simulated YouTube on this machine, into a vault of its own that begins empty each time, and writes its ' +
          'report beside it. Videos, channels and counts are invented; one region is told that it asks too fast, and waits.',
        'With --runs the counters grow, ranks move, and videos come and go, so that all questions have answers. The last run is played ' +
          'at the pace of the real thing, those before it as fast as possible.',
      ],
      files: [['the vault', 'and beside it the report, under the same name but ending in .html']],
      exitCodes: { ...exitCodes.changing, 0: 'all runs are stored', 64: 'wrong usage, or a vault that is not a demo' },
      examples: [
        ['vault demo', 'one run'],
        ['vault demo --runs 30', 'nine days, 7 hours from run to run'],
        ['vault demo --seed 2 --regions PL,NL --max-results 50', 'another world, two regions, 50 videos of each'],
      ],
      seeAlso: ['vault fetch', 'vault report', 'vault top', 'vault movers'],
    },
    schedule: {
      about: [
        'Prints the files that make a scheduler run vault fetch, with the absolute paths of node, of this program and of the working ' +
          'directory, whose .env the runs will read. Each begins with a comment on how to install it.',
        'Those for systemd keep the pace of --every by themselves. All others start vault fetch once an hour or more often, and ' +
          '--if-older-than keeps the pace. Each start is delayed a little, so that not all vaults of the world ask at the same moment.',
      ],
      files: [['.env', 'in the working directory: the settings of the runs; variables set only in this shell do not reach them']],
      exitCodes: { ...exitCodes.anyCommand, 64: 'wrong usage, or a folder that cannot be written' },
      examples: [
        ['vault schedule cron', 'a line for the crontab'],
        ['vault schedule systemd --every 6h', 'another pace'],
        ['vault schedule systemd --into /etc/systemd/system', 'the files where systemd looks for them, as root'],
      ],
      seeAlso: ['vault fetch', 'vault doctor', 'docs/operations.md'],
    },
  },
} satisfies HelpGroup;
