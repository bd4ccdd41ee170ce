import type { CompletionSettings } from './command-options.ts';
import { completionScripts } from './completion-scripts.ts';
import type { Edges } from './edges.ts';

/** `vault completion SHELL`: the script that makes the shell ask `vault complete`. */
export async function completionCommand({ shell }: CompletionSettings, { stdout }: Edges): Promise<number> {
  stdout.write(completionScripts[shell]);
  return 0;
}
