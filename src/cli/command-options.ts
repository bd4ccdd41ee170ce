import type { OptionName, Settings } from './options.ts';

/** The options of each command, those of the environment last. */
export const fetchOptions = [
  'regions',
  'categories',
  'maxResults',
  'concurrency',
  'timeout',
  'deadline',
  'ifOlderThan',
  'wait',
  'dryRun',
  'json',
  'quiet',
  'db',
  'logLevel',
  'apiKey',
  'apiUrl',
  'maxWait',
  'quotaPerDay',
] as const satisfies readonly OptionName[];

export const statsOptions = ['run', 'json', 'db', 'logLevel', 'quotaPerDay'] as const satisfies readonly OptionName[];

export const runsOptions = ['limit', 'json', 'db', 'logLevel'] as const satisfies readonly OptionName[];

export const demoOptions = [
  'runs',
  'seed',
  'regions',
  'categories',
  'maxResults',
  'concurrency',
  'json',
  'demoDb',
  'logLevel',
] as const satisfies readonly OptionName[];

export type FetchSettings = Settings<(typeof fetchOptions)[number]>;
export type StatsSettings = Settings<(typeof statsOptions)[number]>;
export type RunsSettings = Settings<(typeof runsOptions)[number]>;
export type DemoSettings = Settings<(typeof demoOptions)[number]>;
