// Builds dist.
import { rm } from 'node:fs/promises';
import { bundleProgram } from './bundle.mjs';

await rm('dist', { recursive: true, force: true });
await bundleProgram({ outdir: 'dist' });
