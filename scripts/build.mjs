// Builds dist.
import { rm } from 'node:fs/promises';
import { bundle } from './bundle.mjs';

await rm('dist', { recursive: true, force: true });
await bundle({ entryPoints: { main: 'src/cli/main.ts' }, outdir: 'dist' });
