import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles `entryPoints` into `outdir`, one chunk a command, so that a command loads only what it needs.
 *
 * @param {{ entryPoints: Record<string, string>, outdir: string, plugins?: import('esbuild').Plugin[] }} options
 */
export async function bundle({ entryPoints, outdir, plugins = [] }) {
  await build({
    entryPoints,
    outdir,
    plugins: [...plugins, rawFiles],
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // A native module cannot be bundled.
    external: ['better-sqlite3'],
    // Some dependencies are CommonJS and require Node's own modules.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    // undici compares its own Headers with the global ones, and that alone would load Node's built-in copy of undici: 10 MB, 20 ms.
    define: { 'globalThis.Headers': 'undefined' },
    legalComments: 'none',
    logLevel: 'warning',
  });
}

/** `import text from './file.css?raw'`, as vite has it: the file as text. */
const rawFiles = {
  name: 'raw-files',
  setup(build) {
    build.onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path.slice(0, -'?raw'.length)),
      namespace: 'raw',
    }));
    build.onLoad({ filter: /.*/, namespace: 'raw' }, async ({ path }) => ({ contents: await readFile(path, 'utf8'), loader: 'text' }));
  },
};
