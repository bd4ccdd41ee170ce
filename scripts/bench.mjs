// Measures the program on generated vaults: npm run bench, npm run bench -- --quick, or npm run bench -- --postgres postgres://…
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';

const main = process.argv.includes('--postgres')
  ? new URL('../bench/postgres-scale.ts', import.meta.url)
  : new URL('../bench/main.ts', import.meta.url);
const outdir = 'node_modules/.cache/vault-bench/program';
await bundle({ entryPoints: { main: fileURLToPath(main) }, outdir });
await import(new URL(`../${outdir}/main.js`, import.meta.url).href);
