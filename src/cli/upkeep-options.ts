import * as z from 'zod';
import type { ScheduleKind } from '../ops/schedule/schedule.ts';
import { optionInfo } from './option-info.ts';
import { ages, duration, filePath, paces, pingAddress, wholeNumber } from './option-schemas.ts';

const schedulers = ['systemd', 'cron', 'launchd', 'github-actions', 'kubernetes'] as const satisfies readonly ScheduleKind[];
const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** What keeps a vault running by itself: schedule, health, backup, retention. */
export const upkeepOptions = {
  scheduler: z.enum(schedulers, 'expected systemd, cron, launchd, github-actions or kubernetes').register(optionInfo, {
    argument: '<scheduler>',
    values: [
      ['systemd', 'a service and its timer'],
      ['cron', 'a line for the crontab'],
      ['launchd', 'a property list, for macOS'],
      ['github-actions', 'a workflow'],
      ['kubernetes', 'a CronJob and its volume'],
    ],
    help: 'systemd, cron, launchd, github-actions or kubernetes',
  }),
  // No scheduler but systemd knows seconds.
  every: duration('1m', '365d')
    .refine((ms) => ms % 60_000 === 0, 'expected whole minutes, such as 90m or 7h')
    .register(optionInfo, {
      flag: '--every <duration>',
      default: '7h',
      help: 'how far apart the runs are to be',
      values: paces,
    }),
  into: filePath().optional().register(optionInfo, {
    flag: '--into <folder>',
    help: 'write the files into this folder instead of printing them',
    values: 'folders',
  }),
  online: z.boolean().default(false).register(optionInfo, {
    flag: '--online',
    help: 'ask the API too, with one request that costs 1 unit of quota',
  }),
  pingUrl: pingAddress().optional().register(optionInfo, {
    variable: 'VAULT_PING_URL',
    secret: true,
    help: 'told of each run, as healthchecks.io is: /start, then the plain address or /fail',
  }),
  metricsFile: filePath().optional().register(optionInfo, {
    variable: 'VAULT_METRICS_FILE',
    help: "written after each run, for the textfile collector of Prometheus's node exporter",
  }),
  retentionDays: wholeNumber(1, 36_500).optional().register(optionInfo, {
    variable: 'VAULT_RETENTION_DAYS',
    help: 'delete runs older than this, after each run that stored something',
  }),
  backupFile: filePath().register(optionInfo, { argument: '<file>', help: 'where the copy goes', values: 'files' }),
  force: z.boolean().default(false).register(optionInfo, { flag: '--force', help: 'replace what is there' }),
  restoreFile: filePath().register(optionInfo, {
    argument: '<file>',
    help: 'a copy that vault backup made, or any other vault',
    values: 'files',
  }),
  olderThan: duration('1h', '36500d').optional().register(optionInfo, {
    flag: '--older-than <duration>',
    help: 'delete the runs that started longer ago than this; without it, VAULT_RETENTION_DAYS decides',
    values: ages,
  }),
  keepDaily: z
    .union([z.literal(true).transform(() => 7 * 86_400_000), duration('1h', '36500d')])
    .optional()
    .register(optionInfo, {
      flag: '--keep-daily [age]',
      help: 'first thin the runs older than this (7d unless said) to one a day, of UTC',
    }),
  pruneDryRun: z.boolean().default(false).register(optionInfo, { flag: '--dry-run', help: 'say what would go, and delete nothing' }),
  silent: z.boolean().default(false).register(optionInfo, { flag: '--quiet', help: 'print nothing on success' }),
  shell: z.enum(shells, 'expected bash, zsh, fish or powershell').register(optionInfo, {
    argument: '<shell>',
    values: shells.map((name) => [name, `the script for ${name}`] as const),
    help: 'bash, zsh, fish or powershell',
  }),
} as const;
