import { join } from 'node:path';
import { runVault } from './process.ts';
import { fetchArguments, type Trial } from './specimen.ts';
import { readCalls, underStrace } from './strace.ts';

/** Every call by which a run changes its vault where nothing disturbs it: the name, and the how-manieth of this name it is. */
export async function listCalls({ program, api, specimen, folder }: Trial): Promise<{ call: string; at: number }[]> {
  const [vault, log] = [join(folder, 'vault.db'), join(folder, 'strace.log')];
  specimen.put(vault);
  await runVault(program, [...fetchArguments, '--db', vault], { cwd: folder, env: api.env(), under: underStrace(vault, log) });
  const counts = new Map<string, number>();
  return readCalls(log).map(({ call }) => {
    const at = (counts.get(call) ?? 0) + 1;
    counts.set(call, at);
    return { call, at };
  });
}

/** At most so many of the items, evenly spread. */
export function spread<Item>(items: readonly Item[], atMost: number): Item[] {
  const step = Math.max(1, items.length / atMost);
  return items.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
