import { allowedDays } from '../core/retention.ts';
import { anyCommand, changing, reading } from './help-exit-codes.ts';
import type { HelpPage } from './help-page.ts';

/** What keeps a vault for years, and the shell that types all this. */
export const keepingPages = {
  backup: {
    about: [
      'Copies the vault as it is at one moment, also while a run goes on, and checks the pages and rows of the copy, which is one ' +
        'ordinary file of SQLite with the permissions of the vault. It has its name only when it is whole and on the disk.',
      'A vault on a server is backed up by pg_dump, or copied by vault copy.',
    ],
    exitCodes: { ...reading, 0: anyCommand[0], 64: 'wrong usage, also a file that is there already' },
    examples: [
      ['vault backup vault-2026-11-23.db', 'under the name of a day'],
      ['vault backup /mnt/backup/vault.db --force --quiet', 'in the place of the last copy, from a scheduler'],
    ],
    seeAlso: ['vault restore', 'vault copy', 'docs/operations.md'],
  },
  restore: {
    about: [
      'Checks a copy, and puts it in the place of the vault. The vault that it replaces stays beside it under another name, damaged or ' +
        'not, until you delete it. What was counted since the copy was made, such as the quota used today, is as it was then.',
    ],
    files: [['the old vault', 'gets .replaced- and the time behind its name']],
    exitCodes: { ...changing, 75: 'try later: another run holds the vault, or another program has it open' },
    examples: [
      ['vault restore vault-2026-11-23.db', 'the copy of a day'],
      ['vault restore vault-2026-11-23.db --db restored.db', 'as another vault, to look into it'],
    ],
    seeAlso: ['vault backup', 'vault doctor', 'docs/operations.md'],
  },
  copy: {
    about: [
      'Copies all tables of a vault into an empty one of either kind, a file or a database of PostgreSQL, and compares the counts and ' +
        'checksums of all of them. One that was stopped goes on where it was when it is started again.',
      'The first vault is only read. A password is better kept in PGPASSWORD or ~/.pgpass than in an address, which every user of the ' +
        'machine sees in the list of processes.',
    ],
    variables: [['PGPASSWORD', 'and PGHOST, PGPORT, PGUSER, PGDATABASE, PGSSLMODE: what an address leaves out']],
    exitCodes: { ...changing, 64: 'wrong usage, also a vault to fill that holds runs of its own' },
    examples: [
      ['vault copy --from vault.db --to postgres://vault@db.example.org/vault', 'onto a server'],
      ['vault copy --from postgres://vault@db.example.org/vault --to vault-2026-11.db --json', 'back into a file, for another program'],
    ],
    seeAlso: ['vault backup', 'vault export', 'docs/postgres.md'],
  },
  prune: {
    about: [
      'Deletes old runs with their charts, counts, ranks and rejections, and the videos that no other run has seen, and gives the space ' +
        'back. With --keep-daily it first thins what is older to the last complete run of each day.',
      `YouTube's rules let data fetched with a key alone be kept for at most ${allowedDays} days; VAULT_RETENTION_DAYS=${allowedDays} keeps ` +
        'to that after every run. Copies and exports are not pruned. Not legal advice.',
    ],
    exitCodes: { ...changing, 64: 'wrong usage, also where nothing says what is old' },
    examples: [
      ['vault prune --older-than 30d --dry-run', 'what would go'],
      ['vault prune --older-than 30d', 'what is older than a month'],
      ['vault prune --keep-daily 7d --older-than 30d', 'and of what is older than a week all but a run a day'],
    ],
    seeAlso: ['vault runs', 'vault backup', 'vault doctor', 'docs/operations.md'],
  },
  completion: {
    about: [
      'Prints the script with which a shell completes commands, options and their values. It asks the program itself, so that it stays right.',
    ],
    exitCodes: anyCommand,
    examples: [
      ['source <(vault completion bash)', 'in ~/.bashrc'],
      ['vault completion zsh > "${fpath[1]}/_vault"', 'once'],
      ['vault completion fish > ~/.config/fish/completions/vault.fish', 'once'],
      ['vault completion powershell | Out-String | Invoke-Expression', 'in $PROFILE'],
    ],
    seeAlso: ['vault help', 'docs/operations.md'],
  },
} satisfies Readonly<Record<string, HelpPage>>;
