import { demoOptions, fetchOptions, runsOptions, statsOptions } from './command-options.ts';
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
    name: 'demo',
    description: 'try everything against a simulated YouTube on this machine: no key, no internet',
    options: demoOptions,
    examples: ['vault demo', 'vault demo --runs 30', 'vault demo --regions all --max-results 200'],
    load: async () => (await import('./demo.ts')).demoCommand,
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
