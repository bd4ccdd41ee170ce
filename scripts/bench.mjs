// Measures the program: npm run bench is its speed, side by side with others'; -- --history the questions on a vault of ten years, and
// -- --postgres postgres://… the same in a server. The first two take --quick.
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';

const programs = {
  history: [{ main: new URL('../bench/history.ts', import.meta.url) }],
  postgres: [{ main: new URL('../bench/postgres-scale.ts', import.meta.url) }],
  // Each by itself: what runs as a process of its own is to load nothing of the others.
  speed: [{ main: new URL('../bench/main.ts', import.meta.url) }, { youtube: new URL('../bench/youtube/server.ts', import.meta.url) }],
};
/** As CommonJS, as the program is: they start sooner so, and sooner than from node_modules. */
const peers = {
  'undici-pages': new URL('../bench/peers/undici-pages.ts', import.meta.url),
  'official-client': new URL('../bench/peers/official-client.mjs', import.meta.url),
};
const wanted = ['history', 'postgres'].find((name) => process.argv.includes(`--${name}`)) ?? 'speed';
const outdir = new URL('../node_modules/.cache/vault-bench/program/', import.meta.url);
await rm(outdir, { recursive: true, force: true });
for (const program of programs[wanted]) await bundle({ entryPoints: pathsOf(program), outdir: fileURLToPath(outdir) });
if (wanted === 'speed') {
  for (const [name, url] of Object.entries(peers)) {
    await bundle({ entryPoints: pathsOf({ [name]: url }), outdir: fileURLToPath(outdir), format: 'cjs' });
  }
}
// Called, and not run by being imported: a command that it loads may import it in turn, which would wait for its end for ever.
const { main } = await import(new URL('main.js', outdir).href);
await main();

function pathsOf(urls) {
  return Object.fromEntries(Object.entries(urls).map(([name, url]) => [name, fileURLToPath(url)]));
}
