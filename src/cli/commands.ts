import { command, type CommandSpec } from './command.ts';
import {
  backupOptions,
  completionOptions,
  copyOptions,
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

/** Every command, with its line in the lists of the help and of shells; help/pages.ts has the rest, in the same order. */
export const commands: readonly CommandSpec[] = [
  command({
    name: 'fetch',
    description: 'fetch the charts of all regions, merge them and store them as one run',
    options: fetchOptions,
    load: async () => (await import('./fetch.ts')).fetchCommand,
  }),
  command({
    name: 'demo',
    description: 'try everything against a simulated YouTube on this machine: no key, no internet',
    options: demoOptions,
    load: async () => (await import('./demo.ts')).demoCommand,
  }),
  command({
    name: 'schedule',
    description: 'print the files that make a scheduler fetch for you, ready to install',
    options: scheduleOptions,
    load: async () => (await import('./schedule.ts')).scheduleCommand,
  }),
  command({
    name: 'stats',
    description: 'show the last run: per region, in total, and what failed',
    options: statsOptions,
    load: async () => (await import('./stats.ts')).statsCommand,
  }),
  command({
    name: 'runs',
    description: 'list the runs in the vault, newest first',
    options: runsOptions,
    load: async () => (await import('./runs.ts')).runsCommand,
  }),
  command({
    name: 'top',
    description: 'show what is on top: in the last run, or in a period',
    options: topOptions,
    load: async () => (await import('./top.ts')).topCommand,
  }),
  command({
    name: 'movers',
    description: 'show what is new, gone, risen, fallen and growing fastest since the run before, or in a period',
    options: moversOptions,
    load: async () => (await import('./movers.ts')).moversCommand,
  }),
  command({
    name: 'video',
    description: 'show all that is known of a video: its views, its ranks in each region, how it spread',
    options: videoOptions,
    load: async () => (await import('./video.ts')).videoCommand,
  }),
  command({
    name: 'overlap',
    description: 'show how many videos each pair of regions shares: in the last run, or in a period',
    options: overlapOptions,
    load: async () => (await import('./overlap.ts')).overlapCommand,
  }),
  command({
    name: 'search',
    description: 'find videos by words of their title, channel, tags and description',
    options: searchOptions,
    load: async () => (await import('./search.ts')).searchCommand,
  }),
  command({
    name: 'report',
    description: 'write one page, or a text, that shows what is on top, rising and shared, and whether the fetcher is well',
    options: reportOptions,
    load: async () => (await import('./report.ts')).reportCommand,
  }),
  command({
    name: 'export',
    description: 'write rows for other programs: CSV, NDJSON or Parquet, into a file, a folder or stdout',
    options: exportOptions,
    load: async () => (await import('./export.ts')).exportCommand,
  }),
  command({
    name: 'doctor',
    description: 'check everything that a run needs, one line each, with the remedy',
    options: doctorOptions,
    load: async () => (await import('./doctor.ts')).doctorCommand,
  }),
  command({
    name: 'rejections',
    description: 'list what could not be read of the charts, with the reasons; or read it again',
    options: rejectionsOptions,
    load: async () => (await import('./rejections.ts')).rejectionsCommand,
  }),
  command({
    name: 'backup',
    description: 'copy the vault into a file, even while a run goes on, and check the copy',
    options: backupOptions,
    load: async () => (await import('./backup.ts')).backupCommand,
  }),
  command({
    name: 'restore',
    description: 'put a copy in place of the vault, after checking it; the vault it replaces is kept',
    options: restoreOptions,
    load: async () => (await import('./restore.ts')).restoreCommand,
  }),
  command({
    name: 'copy',
    description: 'copy a vault into another, of SQLite or PostgreSQL, and compare checksums; goes on where it was stopped',
    options: copyOptions,
    load: async () => (await import('./copy.ts')).copyCommand,
  }),
  command({
    name: 'prune',
    description: 'delete old runs with all that belongs to them, and give the space back',
    options: pruneOptions,
    load: async () => (await import('./prune.ts')).pruneCommand,
  }),
  command({
    name: 'completion',
    description: 'print the script with which a shell completes commands and options',
    options: completionOptions,
    load: async () => (await import('./completion.ts')).completionCommand,
  }),
];

/** The command of that name, if there is one. */
export function findCommand(name: string | undefined): CommandSpec | undefined {
  return commands.find((command) => command.name === name);
}
