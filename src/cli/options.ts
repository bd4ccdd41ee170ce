import { copyOptions } from './copy-options.ts';
import { exportOptions } from './export-options.ts';
import { historyOptions } from './history-options.ts';
import type { Option, ValueOf } from './option.ts';
import { reportOptions } from './report-options.ts';
import { requestOptions } from './request-options.ts';
import { upkeepOptions } from './upkeep-options.ts';

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** Every option of every command, declared once: here, or in one of the groups. Durations come out in ms. */
export const options = {
  ...requestOptions,
  ...upkeepOptions,
  ...historyOptions,
  ...exportOptions,
  ...copyOptions,
  ...reportOptions,
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
  run: {
    flag: '--run <n>',
    help: 'this run instead of the last one',
    schema: (s) => s.optional(s.wholeNumber(1, Number.MAX_SAFE_INTEGER)),
  },
  limit: { flag: '--limit <n>', default: '10', help: 'how many runs', schema: (s) => s.wholeNumber(1, 10_000) },
  runs: { flag: '--runs <n>', default: '1', help: 'play so many runs, 7 simulated hours apart', schema: (s) => s.wholeNumber(1, 1000) },
  seed: { flag: '--seed <n>', default: '7', help: 'another seed is another world', schema: (s) => s.wholeNumber(0, 4_294_967_295) },
} as const satisfies Record<string, Option>;

export type OptionName = keyof typeof options;

/** What a command works with: the values of the options it declares. */
export type Settings<Name extends OptionName> = { readonly [Key in Name]: ValueOf<(typeof options)[Key]> };
