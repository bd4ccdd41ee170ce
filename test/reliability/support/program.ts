import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'rolldown';
import { bundleProgram } from '../../../scripts/bundle.mjs';
import type * as Parts from './parts.ts';

/** A build of the program: the command itself, and the parts of it that a check calls directly. */
export interface Program {
  /** The script to give to node. */
  readonly main: string;
  readonly parts: typeof Parts;
}

/** One protection taken away: `from`, which stands exactly once in `file`, becomes `to`. */
export interface Sabotage {
  /** What is taken away, in a few words. */
  readonly title: string;
  readonly patches: readonly { readonly file: `src/${string}`; readonly from: string; readonly to: string }[];
}

const root = process.cwd();

/** Builds the program as it is, or sabotaged, into a folder of its own. Rejects where the sabotage no longer fits the source. */
export async function buildProgram(name: string, sabotage?: Sabotage): Promise<Program> {
  // Below package.json, from which the program finds its migrations and better-sqlite3.
  const outdir = join(root, 'node_modules', '.cache', 'reliability', name);
  await rm(outdir, { recursive: true, force: true });
  await bundleProgram({
    entryPoints: { main: 'src/cli/main.ts', parts: 'test/reliability/support/parts.ts' },
    outdir,
    plugins: sabotage ? [sabotaging(sabotage)] : [],
  });
  const parts = (await import(/* @vite-ignore */ pathToFileURL(join(outdir, 'parts.cjs')).href)) as Program['parts'];
  return { main: join(outdir, 'main.cjs'), parts };
}

function sabotaging({ title, patches }: Sabotage): Plugin {
  const unused = new Set(patches.map(({ file }) => file));
  return {
    name: 'sabotage',
    transform: {
      filter: { id: /[\\/]src[\\/].*\.ts$/ },
      handler(source, id) {
        const here = patches.filter(({ file }) => join(root, file) === id);
        let code = source;
        for (const { file, from, to } of here) {
          if (code.split(from).length !== 2) throw new Error(`${title}: ${file} does not hold exactly once: ${from}`);
          code = code.replace(from, () => to);
          unused.delete(file);
        }
        return here.length === 0 ? undefined : { code };
      },
    },
    buildEnd() {
      if (unused.size > 0) throw new Error(`${title}: not part of the program: ${[...unused].join(', ')}`);
    },
  };
}
