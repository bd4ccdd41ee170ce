// Measures the program on generated vaults: npm run bench, or npm run bench -- --quick.
import { bundle } from './bundle.mjs';

const outdir = 'node_modules/.cache/vault-bench/program';
await bundle({ entryPoints: { main: 'bench/main.ts' }, outdir });
await import(new URL(`../${outdir}/main.js`, import.meta.url).href);
