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
  'retentionDays',
  'pingUrl',
  'metricsFile',
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

export const scheduleOptions = ['scheduler', 'every', 'into', 'force', 'db', 'logLevel'] as const satisfies readonly OptionName[];

export const doctorOptions = [
  'online',
  'every',
  'json',
  'db',
  'logLevel',
  'regions',
  'categories',
  'maxResults',
  'timeout',
  'apiKey',
  'apiUrl',
  'quotaPerDay',
  'maxWait',
  'retentionDays',
  'pingUrl',
  'metricsFile',
] as const satisfies readonly OptionName[];

export const backupOptions = ['backupFile', 'force', 'json', 'silent', 'db', 'logLevel'] as const satisfies readonly OptionName[];

export const restoreOptions = ['restoreFile', 'json', 'db', 'logLevel'] as const satisfies readonly OptionName[];

export const copyOptions = ['from', 'to', 'json', 'silent', 'logLevel'] as const satisfies readonly OptionName[];

export const pruneOptions = [
  'olderThan',
  'keepDaily',
  'pruneDryRun',
  'wait',
  'json',
  'silent',
  'db',
  'logLevel',
  'retentionDays',
] as const satisfies readonly OptionName[];

const periodOptions = ['region', 'since', 'until', 'json', 'db', 'logLevel'] as const satisfies readonly OptionName[];

export const topOptions = ['run', 'category', 'videoLimit', ...periodOptions] as const satisfies readonly OptionName[];

export const videoOptions = ['videoId', 'runLimit', ...periodOptions] as const satisfies readonly OptionName[];

export const moversOptions = ['run', 'moverLimit', ...periodOptions] as const satisfies readonly OptionName[];

export const overlapOptions = ['run', 'pairLimit', ...periodOptions] as const satisfies readonly OptionName[];

export const searchOptions = ['words', 'language', 'videoLimit', ...periodOptions] as const satisfies readonly OptionName[];

export const rejectionsOptions = ['retry', 'wait', 'onlyRun', 'rejectionLimit', ...periodOptions] as const satisfies readonly OptionName[];

export const exportOptions = [
  'dataset',
  'format',
  'out',
  'partitionBy',
  'raw',
  'bom',
  'force',
  'region',
  'since',
  'until',
  'json',
  'silent',
  'db',
  'logLevel',
] as const satisfies readonly OptionName[];

export const reportOptions = [
  'reportOut',
  'reportFormat',
  'thumbnails',
  'open',
  'force',
  'region',
  'reportSince',
  'until',
  'json',
  'silent',
  'db',
  'logLevel',
] as const satisfies readonly OptionName[];

export const completionOptions = ['shell', 'logLevel'] as const satisfies readonly OptionName[];

export type FetchSettings = Settings<(typeof fetchOptions)[number]>;
export type StatsSettings = Settings<(typeof statsOptions)[number]>;
export type RunsSettings = Settings<(typeof runsOptions)[number]>;
export type DemoSettings = Settings<(typeof demoOptions)[number]>;
export type ScheduleSettings = Settings<(typeof scheduleOptions)[number]>;
export type DoctorSettings = Settings<(typeof doctorOptions)[number]>;
export type BackupSettings = Settings<(typeof backupOptions)[number]>;
export type RestoreSettings = Settings<(typeof restoreOptions)[number]>;
export type CopySettings = Settings<(typeof copyOptions)[number]>;
export type PruneSettings = Settings<(typeof pruneOptions)[number]>;
export type TopSettings = Settings<(typeof topOptions)[number]>;
export type VideoSettings = Settings<(typeof videoOptions)[number]>;
export type MoversSettings = Settings<(typeof moversOptions)[number]>;
export type OverlapSettings = Settings<(typeof overlapOptions)[number]>;
export type SearchSettings = Settings<(typeof searchOptions)[number]>;
export type RejectionsSettings = Settings<(typeof rejectionsOptions)[number]>;
export type ExportSettings = Settings<(typeof exportOptions)[number]>;
export type ReportSettings = Settings<(typeof reportOptions)[number]>;
export type CompletionSettings = Settings<(typeof completionOptions)[number]>;
