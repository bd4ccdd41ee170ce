import type { ScheduleKind } from '../ops/schedule/schedule.ts';
import { ages, type Option, paces } from './option.ts';

const schedulers = ['systemd', 'cron', 'launchd', 'github-actions', 'kubernetes'] as const satisfies readonly ScheduleKind[];
const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** What keeps a vault running by itself: schedule, health, backup, retention. */
export const upkeepOptions = {
  scheduler: {
    argument: '<scheduler>',
    values: [
      ['systemd', 'a service and its timer'],
      ['cron', 'a line for the crontab'],
      ['launchd', 'a property list, for macOS'],
      ['github-actions', 'a workflow'],
      ['kubernetes', 'a CronJob and its volume'],
    ],
    help: 'systemd, cron, launchd, github-actions or kubernetes',
    schema: (s) => s.oneOf(schedulers),
  },
  // No scheduler but systemd knows seconds.
  every: {
    flag: '--every <duration>',
    default: '7h',
    help: 'how far apart the runs are to be',
    values: paces,
    schema: (s) => s.wholeMinutes('1m', '365d'),
  },
  into: {
    flag: '--into <folder>',
    help: 'write the files into this folder instead of printing them',
    values: 'folders',
    schema: (s) => s.optional(s.filePath()),
  },
  online: { flag: '--online', help: 'ask the API too, with one request that costs 1 unit of quota', schema: (s) => s.flag() },
  pingUrl: {
    variable: 'VAULT_PING_URL',
    secret: true,
    help: 'told of each run, as healthchecks.io is: /start, then the plain address or /fail',
    schema: (s) => s.optional(s.pingAddress()),
  },
  metricsFile: {
    variable: 'VAULT_METRICS_FILE',
    help: "written after each run, for the textfile collector of Prometheus's node exporter",
    schema: (s) => s.optional(s.filePath()),
  },
  retentionDays: {
    variable: 'VAULT_RETENTION_DAYS',
    help: 'delete runs older than this, after each run that stored something',
    schema: (s) => s.optional(s.wholeNumber(1, 36_500)),
  },
  backupFile: { argument: '<file>', help: 'where the copy goes', values: 'files', schema: (s) => s.filePath() },
  force: { flag: '--force', help: 'replace what is there', schema: (s) => s.flag() },
  restoreFile: {
    argument: '<file>',
    help: 'a copy that vault backup made, or any other vault',
    values: 'files',
    schema: (s) => s.filePath(),
  },
  olderThan: {
    flag: '--older-than <duration>',
    help: 'delete the runs that started longer ago than this; without it, VAULT_RETENTION_DAYS decides',
    values: ages,
    schema: (s) => s.optional(s.duration('1h', '36500d')),
  },
  keepDaily: {
    flag: '--keep-daily [age]',
    help: 'first thin the runs older than this (7d unless said) to one a day, of UTC',
    schema: (s) => s.optional(s.durationOr('7d', '1h', '36500d')),
  },
  pruneDryRun: { flag: '--dry-run', help: 'say what would go, and delete nothing', schema: (s) => s.flag() },
  silent: { flag: '--quiet', help: 'print nothing on success', schema: (s) => s.flag() },
  shell: {
    argument: '<shell>',
    values: shells.map((name) => [name, `the script for ${name}`] as const),
    help: 'bash, zsh, fish or powershell',
    schema: (s) => s.oneOf(shells),
  },
} as const satisfies Record<string, Option>;
