import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import { bundle } from '../../../scripts/bundle.mjs';
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
  await bundle({
    entryPoints: { main: 'src/cli/main.ts', parts: 'test/reliability/support/parts.ts' },
    outdir,
    plugins: sabotage ? [sabotaging(sabotage)] : [],
  });
  const parts = (await import(/* @vite-ignore */ pathToFileURL(join(outdir, 'parts.js')).href)) as Program['parts'];
  return { main: join(outdir, 'main.js'), parts };
}

function sabotaging({ title, patches }: Sabotage): Plugin {
  return {
    name: 'sabotage',
    setup(build) {
      const unused = new Set(patches.map(({ file }) => file));
      build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
        const here = patches.filter(({ file }) => join(root, file) === path);
        if (here.length === 0) return undefined;
        let contents = await readFile(path, 'utf8');
        for (const { file, from, to } of here) {
          if (contents.split(from).length !== 2) throw new Error(`${title}: ${file} does not hold exactly once: ${from}`);
          contents = contents.replace(from, () => to);
          unused.delete(file);
        }
        return { contents, loader: 'ts' };
      });
      build.onEnd(() => {
        if (unused.size > 0) throw new Error(`${title}: not part of the program: ${[...unused].join(', ')}`);
      });
    },
  };
}
