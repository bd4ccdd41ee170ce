import type { Edges } from './edges.ts';
import type { OptionName, Settings } from './options.ts';
import { type Flags, readSettings } from './settings.ts';

/** A command as the command line shows it; its work is loaded only when it runs. */
export interface CommandSpec {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionName[];
  /** Gives the exit code. */
  readonly run: (flags: Flags, edges: Edges) => Promise<number>;
}

type Work<Name extends OptionName> = (settings: Settings<Name>, edges: Edges) => Promise<number>;

/** A command whose work, which `load` gives, gets the values of the options that it declares. */
export function command<Name extends OptionName>({
  load,
  ...spec
}: Omit<CommandSpec, 'run' | 'options'> & { options: readonly Name[]; load: () => Promise<Work<Name>> }): CommandSpec {
  return {
    ...spec,
    async run(flags, edges) {
      const settings = await readSettings(spec.options, flags, edges);
      return (await load())(settings, edges);
    },
  };
}
