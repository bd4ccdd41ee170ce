import { copyingOptions } from './copying-options.ts';
import { exportingOptions } from './exporting-options.ts';
import { historyOptions } from './history-options.ts';
import { limit, oneRun, type Option, type ValueOf } from './option.ts';
import { reportingOptions } from './reporting-options.ts';
import { requestOptions } from './request-options.ts';
import { upkeepOptions } from './upkeep-options.ts';

/** How far apart the runs of a demo are, in hours of its own time. */
export const demoPaceHours = 7;

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** Every option of every command, declared once: here, or in one of the groups. Durations come out in ms. */
export const options = {
  ...requestOptions,
  ...upkeepOptions,
  ...historyOptions,
  ...exportingOptions,
  ...copyingOptions,
  ...reportingOptions,
  json: { flag: '--json', help: 'print one JSON document', schema: (s) => s.flag() },
  db: {
    flag: '--db <vault>',
    variable: 'VAULT_DB',
    default: 'vault.db',
    help: 'the vault: a file of SQLite, or a database of PostgreSQL as postgres://user:password@host/database',
    values: 'files',
    schema: (s) => s.vaultAddress(),
  },
  demoDb: {
    flag: '--db <path>',
    default: 'vault-demo.db',
    help: 'the demo vault, made anew each time; never one that holds anything else',
    values: 'files',
    schema: (s) => s.vaultPath(),
  },
  logLevel: {
    flag: '--log-level <level>',
    variable: 'VAULT_LOG_LEVEL',
    default: 'info',
    help: 'how much to log on stderr: silent, error, warn, info or debug',
    values: logLevels.map((level) => [level, level === 'info' ? 'as is usual' : 'log level'] as const),
    schema: (s) => s.oneOf(logLevels),
  },
  run: oneRun('this run instead of the last one'),
  limit: limit('10', 'how many runs'),
  runs: {
    flag: '--runs <n>',
    default: '1',
    help: `play so many runs, ${demoPaceHours} simulated hours apart`,
    schema: (s) => s.wholeNumber(1, 1000),
  },
  seed: { flag: '--seed <n>', default: '7', help: 'another seed is another world', schema: (s) => s.wholeNumber(0, 4_294_967_295) },
} as const satisfies Record<string, Option>;

export type OptionName = keyof typeof options;

/** What a command works with: the values of the options it declares. */
export type Settings<Name extends OptionName> = { readonly [Key in Name]: ValueOf<(typeof options)[Key]> };
