import {
  backupOptions,
  completionOptions,
  demoOptions,
  doctorOptions,
  exportOptions,
  fetchOptions,
  moversOptions,
  overlapOptions,
  pruneOptions,
  rejectionsOptions,
  reportOptions,
  restoreOptions,
  runsOptions,
  scheduleOptions,
  searchOptions,
  statsOptions,
  topOptions,
  videoOptions,
} from './command-options.ts';
import type { Edges } from './edges.ts';
import type { OptionName, Settings } from './options.ts';
import { type Flags, readSettings } from './settings.ts';

/** A command as the command line shows it; its work is loaded only when it runs. */
export interface CommandSpec {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionName[];
  readonly examples: readonly string[];
  /** Gives the exit code. */
  readonly run: (flags: Flags, edges: Edges) => Promise<number>;
}

type Work<Name extends OptionName> = (settings: Settings<Name>, edges: Edges) => Promise<number>;

/** Every command, in the order of `--help`. */
export const commands: readonly CommandSpec[] = [
  command({
    name: 'fetch',
    description: 'fetch the charts of all regions, merge them and store them as one run',
    options: fetchOptions,
    examples: [
      'vault fetch',
      'vault fetch --regions PL,NL --max-results 50',
      'vault fetch --if-older-than 7h --quiet   # from an hourly trigger',
      'vault fetch --wait 30s                   # while another run may be going on',
    ],
    load: async () => (await import('./fetch.ts')).fetchCommand,
  }),
  command({
    name: 'stats',
    description: 'show the last run: per region, in total, and what failed',
    options: statsOptions,
    examples: ['vault stats', 'vault stats --run 12 --json'],
    load: async () => (await import('./stats.ts')).statsCommand,
  }),
  command({
    name: 'runs',
    description: 'list the runs in the vault, newest first',
    options: runsOptions,
    examples: ['vault runs', 'vault runs --limit 100 --json'],
    load: async () => (await import('./runs.ts')).runsCommand,
  }),
  command({
    name: 'top',
    description: 'show what is on top: in the last run, or in a period',
    options: topOptions,
    examples: ['vault top', 'vault top --region PL --limit 50', 'vault top --since 7d --category 10', 'vault top --run 12 --json'],
    load: async () => (await import('./top.ts')).topCommand,
  }),
  command({
    name: 'movers',
    description: 'show what is new, gone, risen, fallen and growing fastest since the run before, or in a period',
    options: moversOptions,
    examples: ['vault movers', 'vault movers --region PL,NL', 'vault movers --since 7d --limit 20 --json'],
    load: async () => (await import('./movers.ts')).moversCommand,
  }),
  command({
    name: 'video',
    description: 'show all that is known of a video: its views, its ranks in each region, how it spread',
    options: videoOptions,
    examples: [
      'vault video dQw4w9WgXcQ',
      'vault video https://youtu.be/dQw4w9WgXcQ --json',
      'vault video -- -xQw4w9WgXc   # begins with a dash',
    ],
    load: async () => (await import('./video.ts')).videoCommand,
  }),
  command({
    name: 'overlap',
    description: 'show how many videos each two regions share: in the last run, or in a period',
    options: overlapOptions,
    examples: ['vault overlap', 'vault overlap --since 30d --region PL,NL,SE,NO,AT', 'vault overlap --run 12 --json'],
    load: async () => (await import('./overlap.ts')).overlapCommand,
  }),
  command({
    name: 'search',
    description: 'find videos by words of their title, channel, tags and description',
    options: searchOptions,
    examples: ['vault search lodz', 'vault search official music --language pl --since 30d', 'vault search 東京 --json'],
    load: async () => (await import('./search.ts')).searchCommand,
  }),
  command({
    name: 'export',
    description: 'write rows for other programs: CSV, NDJSON or Parquet, into a file, a folder or stdout',
    options: exportOptions,
    examples: [
      'vault export charts --out charts.csv --bom   # for a spreadsheet',
      'vault export snapshots --since 7d --format ndjson | head',
      'vault export charts --format parquet --partition-by date,region --out charts',
    ],
    load: async () => (await import('./export.ts')).exportCommand,
  }),
  command({
    name: 'rejections',
    description: 'list what could not be read of the charts, with the reasons; or read it again',
    options: rejectionsOptions,
    examples: ['vault rejections', 'vault rejections --run 12 --json   # with the items as YouTube sent them', 'vault rejections --retry'],
    load: async () => (await import('./rejections.ts')).rejectionsCommand,
  }),
  command({
    name: 'report',
    description: 'write one page, or a text, that shows what is on top, rising and shared, and whether the fetcher is well',
    options: reportOptions,
    examples: [
      'vault report --open',
      'vault report --since 7d --region PL,NL --out /var/www/charts.html --quiet',
      'vault report --format text',
    ],
    load: async () => (await import('./report.ts')).reportCommand,
  }),
  command({
    name: 'demo',
    description: 'try everything against a simulated YouTube on this machine: no key, no internet',
    options: demoOptions,
    examples: ['vault demo', 'vault demo --runs 30', 'vault demo --regions all --max-results 200'],
    load: async () => (await import('./demo.ts')).demoCommand,
  }),
  command({
    name: 'schedule',
    description: 'print the files that make a scheduler fetch for you, ready to install',
    options: scheduleOptions,
    examples: ['vault schedule cron', 'vault schedule systemd --every 6h', 'vault schedule systemd --into /etc/systemd/system'],
    load: async () => (await import('./schedule.ts')).scheduleCommand,
  }),
  command({
    name: 'doctor',
    description: 'check everything that a run needs, a line each, with the remedy',
    options: doctorOptions,
    examples: ['vault doctor', 'vault doctor --online   # asks the API too, for 1 unit of quota', 'vault doctor --json'],
    load: async () => (await import('./doctor.ts')).doctorCommand,
  }),
  command({
    name: 'backup',
    description: 'copy the vault into a file, also while a run goes on, and check the copy',
    options: backupOptions,
    examples: ['vault backup vault-2026-11-23.db', 'vault backup /mnt/backup/vault.db --force --quiet'],
    load: async () => (await import('./backup.ts')).backupCommand,
  }),
  command({
    name: 'restore',
    description: 'put a copy in the place of the vault, after checking it; the vault it replaces is kept',
    options: restoreOptions,
    examples: ['vault restore vault-2026-11-23.db'],
    load: async () => (await import('./restore.ts')).restoreCommand,
  }),
  command({
    name: 'prune',
    description: 'delete old runs with all that hangs on them, and give the space back',
    options: pruneOptions,
    examples: ['vault prune --older-than 30d --dry-run', 'vault prune --older-than 30d', 'vault prune --keep-daily 7d --older-than 30d'],
    load: async () => (await import('./prune.ts')).pruneCommand,
  }),
  command({
    name: 'completion',
    description: 'print the script with which a shell completes commands and options',
    options: completionOptions,
    examples: ['source <(vault completion bash)', 'vault completion fish > ~/.config/fish/completions/vault.fish'],
    load: async () => (await import('./completion.ts')).completionCommand,
  }),
];

function command<Name extends OptionName>({
  load,
  ...spec
}: Omit<CommandSpec, 'run' | 'options'> & { options: readonly Name[]; load: () => Promise<Work<Name>> }): CommandSpec {
  return {
    ...spec,
    async run(flags, edges) {
      const settings = readSettings(spec.options, flags, edges);
      return (await load())(settings, edges);
    },
  };
}
