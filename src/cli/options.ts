import * as z from 'zod';

import { copyOptions } from './copy-options.ts';
import { exportOptions } from './export-options.ts';
import { historyOptions } from './history-options.ts';
import { optionInfo } from './option-info.ts';
import { vaultAddress, vaultPath, wholeNumber } from './option-schemas.ts';
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
  json: z.boolean().default(false).register(optionInfo, { flag: '--json', help: 'print one JSON document' }),
  db: vaultAddress().register(optionInfo, {
    flag: '--db <vault>',
    variable: 'VAULT_DB',
    default: 'vault.db',
    help: 'the vault: a file of SQLite, or a database of PostgreSQL as postgres://user:password@host/database',
    values: 'files',
  }),
  demoDb: vaultPath().register(optionInfo, {
    flag: '--db <path>',
    default: 'vault-demo.db',
    help: 'the demo vault, made anew each time; never one that holds anything else',
    values: 'files',
  }),
  logLevel: z.enum(logLevels, 'expected silent, error, warn, info or debug').register(optionInfo, {
    flag: '--log-level <level>',
    variable: 'VAULT_LOG_LEVEL',
    default: 'info',
    help: 'how much to log on stderr: silent, error, warn, info or debug',
    values: logLevels.map((level) => [level, level === 'info' ? 'as is usual' : 'log level'] as const),
  }),
  run: wholeNumber(1, Number.MAX_SAFE_INTEGER)
    .optional()
    .register(optionInfo, { flag: '--run <n>', help: 'this run instead of the last one' }),
  limit: wholeNumber(1, 10_000).register(optionInfo, { flag: '--limit <n>', default: '10', help: 'how many runs' }),
  runs: wholeNumber(1, 1000).register(optionInfo, {
    flag: '--runs <n>',
    default: '1',
    help: 'play so many runs, 7 simulated hours apart',
  }),
  seed: wholeNumber(0, 4_294_967_295).register(optionInfo, {
    flag: '--seed <n>',
    default: '7',
    help: 'another seed is another world',
  }),
} as const;

export type OptionName = keyof typeof options;

/** What a command works with: the values of the options it declares. */
export type Settings<Name extends OptionName> = { readonly [Key in Name]: z.output<(typeof options)[Key]> };
