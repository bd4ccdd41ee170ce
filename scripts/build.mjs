// Builds dist: what a checkout runs, or with `--types` all that is published.
import { rm } from 'node:fs/promises';
import { bundleProgram } from './bundle.mjs';

await rm('dist', { recursive: true, force: true });
await bundleProgram({ outdir: 'dist' });
if (process.argv.includes('--types')) await (await import('./build-types.mjs')).buildTypes('dist/library.d.cts');
