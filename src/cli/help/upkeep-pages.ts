import { allowedDays } from '../../core/retention.ts';
import { exitCodes } from './exit-codes.ts';
import type { HelpGroup } from './pages.ts';

/** What keeps a vault for years. */
export const upkeepPages = {
  heading: 'Look after the vault',
  pages: {
    doctor: {
      about: [
        'Checks everything that a run needs, one line each, with the remedy: the program, the key, the vault with its pages and rows, ' +
          'the disk, the lock, when a run last stored something, the quota, and how long runs are kept.',
        'It sends nothing and changes nothing, but with --online asks the API once. Even then nothing is sent while another run holds ' +
          'the vault, YouTube wants a pause, or the quota is used up.',
      ],
      variables: [['HTTPS_PROXY', 'and HTTP_PROXY, NO_PROXY: proxies on the way to YouTube']],
      exitCodes: {
        ...exitCodes.anyCommand,
        0: 'nothing failed; a warning is not a failure',
        69: 'the API cannot be reached (--online), or nothing was stored for three times the pace',
        74: 'the vault is damaged, cannot be written, lies on a network file system, or the disk is full',
        75: "the day's quota is spent (--online)",
        77: 'the key is refused (--online)',
        78: 'no key, a file that is not a vault, a newer format, a clock that is hours off, too small a quota',
      },
      examples: [
        ['vault doctor', 'everything on this machine'],
        ['vault doctor --online', 'and the key, the network and the clock'],
        ['vault doctor --every 12h --json', 'where runs are 12 hours apart, for another program'],
      ],
      seeAlso: ['vault stats', 'vault fetch', 'vault schedule', 'docs/operations.md'],
    },
    rejections: {
      about: [
        'Lists what could not be read of the charts: the reasons, how often, and the newest items. A bad item does not affect its ' +
          'neighbours, and a bad field costs only that field; the item is kept as YouTube sent it.',
        'With --retry it reads them again, as a newer version of the program may understand more, and stores in the runs they came from ' +
          'what it understands now.',
      ],
      exitCodes: { ...exitCodes.reading, 75: `${exitCodes.changing[75]} (--retry)` },
      examples: [
        ['vault rejections', 'what was rejected, and why'],
        ['vault rejections --run 12 --json', 'of one run, with the items as YouTube sent them'],
        ['vault rejections --retry', 'after the program was updated'],
      ],
      seeAlso: ['vault stats', 'vault doctor', 'docs/data.md'],
    },
    backup: {
      about: [
        'Copies the vault as it is at one moment, even while a run goes on, and checks the pages and rows of the copy, which is one ' +
          'ordinary SQLite file with the permissions of the vault. It appears under its name only when it is complete and on the disk.',
        'A vault on a server is backed up by pg_dump, or copied by vault copy.',
      ],
      exitCodes: { ...exitCodes.reading, 0: exitCodes.anyCommand[0], 64: 'wrong usage, or a file that is there already' },
      examples: [
        ['vault backup vault-2026-11-23.db', 'under the name of a day'],
        ['vault backup /mnt/backup/vault.db --force --quiet', 'in place of the last copy, from a scheduler'],
      ],
      seeAlso: ['vault restore', 'vault copy', 'docs/operations.md'],
    },
    restore: {
      about: [
        'Checks a copy, and puts it in place of the vault. The vault that it replaces stays beside it under another name, damaged or ' +
          'not, until you delete it. Counters, such as the quota used today, go back to what they were when the copy was made.',
      ],
      files: [['the old vault', 'gets .replaced- and the time appended to its name']],
      exitCodes: { ...exitCodes.changing, 75: 'try later: another run holds the vault, or another program has it open' },
      examples: [
        ['vault restore vault-2026-11-23.db', 'the copy of a day'],
        ['vault restore vault-2026-11-23.db --db restored.db', 'as another vault, to look into it'],
      ],
      seeAlso: ['vault backup', 'vault doctor', 'docs/operations.md'],
    },
    copy: {
      about: [
        'Copies all tables of a vault into an empty one of either kind, a file or a database of PostgreSQL, and compares the counts and ' +
          'checksums of all of them. Started again, a copy that was stopped goes on where it was.',
        'The first vault is only read. A password is better kept in PGPASSWORD or ~/.pgpass than in an address, which every user of the ' +
          'machine sees in the list of processes.',
      ],
      variables: [['PGPASSWORD', 'and PGHOST, PGPORT, PGUSER, PGDATABASE, PGSSLMODE: what an address leaves out']],
      exitCodes: { ...exitCodes.changing, 64: 'wrong usage, or a vault to fill that holds runs of its own' },
      examples: [
        ['vault copy --from vault.db --to postgres://vault@db.example.org/vault', 'onto a server'],
        ['vault copy --from postgres://vault@db.example.org/vault --to vault-2026-11.db --json', 'back into a file, for another program'],
      ],
      seeAlso: ['vault backup', 'vault export', 'docs/postgres.md'],
    },
    prune: {
      about: [
        'Deletes old runs with their charts, counts, ranks and rejections, and the videos that no other run has seen, and gives the ' +
          'space back. With --keep-daily it first thins what is older to the last complete run of each day, or else the best.',
        `YouTube's rules let data fetched with a key alone be kept for at most ${allowedDays} days; VAULT_RETENTION_DAYS=${allowedDays} ` +
          'keeps to that after every run. Copies and exports are not pruned. Not legal advice.',
      ],
      exitCodes: { ...exitCodes.changing, 64: 'wrong usage, or nothing says what is old' },
      examples: [
        ['vault prune --older-than 30d --dry-run', 'what would go'],
        ['vault prune --older-than 30d', 'what is older than a month'],
        ['vault prune --keep-daily 7d --older-than 30d', 'the same, and thin what is older than a week to one run per day'],
      ],
      seeAlso: ['vault runs', 'vault backup', 'vault doctor', 'docs/operations.md'],
    },
  },
} satisfies HelpGroup;
