import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { licences } from './licences.mjs';

/**
 * Bundles the program and the library as they are published, `main.cjs` and `library.cjs`: CommonJS, for Node's loader of modules takes
 * longer than all that `vault --help` does.
 *
 * @param {{ outdir: string, entryPoints?: Record<string, string>, plugins?: import('rolldown').Plugin[] }} options
 */
export async function bundleProgram({ outdir, entryPoints = published, plugins = [] }) {
  await bundle({ entryPoints, outdir, format: 'cjs', plugins: [...plugins, ...slimLibraries, licences('LICENCES.txt')], external: [] });
}

const published = { main: 'src/cli/main.ts', library: 'src/library/library.ts' };

/**
 * Bundles `entryPoints` into `outdir`, so that each loads what it needs and nothing else, in few files.
 *
 * @param {{ entryPoints: Record<string, string>, outdir: string, format?: 'cjs' | 'esm', plugins?: import('rolldown').Plugin[], external?: string[] }} options
 */
export async function bundle({ entryPoints, outdir, format = 'esm', plugins = [], external = ['better-sqlite3'] }) {
  const extension = format === 'cjs' ? 'cjs' : 'js';
  const atStart = new Set();
  const build = await rolldown({
    input: entryPoints,
    plugins: [...plugins, rawFiles, findingStart(resolve(Object.values(entryPoints)[0]), atStart), plainLetters],
    platform: 'node',
    // A native module cannot be bundled.
    external: [/\.node$/, ...external],
    transform: { target: 'node20' },
    logLevel: 'warn',
  });
  await build.write({
    dir: outdir,
    format,
    entryFileNames: `[name].${extension}`,
    chunkFileNames: `[name]-[hash].${extension}`,
    comments: { legal: false, jsdoc: false, annotation: false },
    codeSplitting: { groups: groupsOf(atStart) },
  });
  await build.close();
}

/**
 * What is loaded together comes in one file, for each takes as long to find and open as several to read: what each start of the first
 * entry needs, what commands share, what opens a vault of SQLite. What brings a library with it stays by itself: not every command is to
 * load that.
 *
 * @param {ReadonlySet<string>} atStart
 */
function groupsOf(atStart) {
  return [
    { name: 'start', test: (id) => atStart.has(id), priority: 1 },
    {
      name: 'shared',
      test: /[\\/]src[\\/](core[\\/](?!chart|reread)|text[\\/](?!fit|width)|files[\\/]|cli[\\/](?!table|option-schemas))/,
      minShareCount: 5,
    },
    { name: 'sqlite', test: /[\\/]src[\\/]sqlite[\\/]/, minShareCount: 2 },
    { name: 'table', test: /[\\/]src[\\/](cli[\\/]table|text[\\/](fit|width))\.ts/, minShareCount: 2 },
  ];
}

/** A plugin that finds what an entry loads before its first line runs. */
function findingStart(entry, atStart) {
  return {
    name: 'start',
    buildEnd() {
      const importsOf = (id) => this.getModuleInfo(id)?.importedIds ?? [];
      const visit = (id) => {
        if (atStart.has(id)) return;
        atStart.add(id);
        importsOf(id).forEach(visit);
      };
      importsOf(entry).forEach(visit);
    },
  };
}

/** `import text from './file.css?raw'`, as vite has it: the file as text. */
const rawFiles = {
  name: 'raw-files',
  resolveId: (id, importer) =>
    id.endsWith('?raw') ? `\0raw:${relative('.', resolve(importer, '..', id.slice(0, -'?raw'.length)))}` : undefined,
  load: {
    filter: { id: /^\0raw:/ },
    handler: async (id) => ({
      code: `export default ${JSON.stringify(await readFile(id.slice('\0raw:'.length), 'utf8'))}`,
      moduleType: 'js',
    }),
  },
};

/** Other letters as their numbers: text of one byte a letter is read in half the time. */
const plainLetters = {
  name: 'plain-letters',
  generateBundle(_, files) {
    for (const chunk of Object.values(files).filter(({ type }) => type === 'chunk')) {
      if (/\braw`[^`]*[^\0-\x7f]|\\[^\0-\x7f]/.test(chunk.code)) throw new Error('a letter beyond ASCII stands where its number cannot');
      chunk.code = chunk.code.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
    }
  },
};

/** undici as far as src/youtube uses it. The rest is fetch, WebSocket, caches, mocks and interceptors. */
const undici = `
Object.assign(require('./lib/dispatcher/dispatcher').prototype, {
  request: require('./lib/api/api-request'),
  // For the tunnels of proxies.
  connect: require('./lib/api/api-connect'),
});
module.exports = {
  Agent: require('./lib/dispatcher/agent'),
  EnvHttpProxyAgent: require('./lib/dispatcher/env-http-proxy-agent'),
  Pool: require('./lib/dispatcher/pool'),
};`;

/** undici only ever asks whether something is true: 2 ms. */
const plainAssert = {
  name: 'plain assert',
  resolveId: (id, importer = '') => (id === 'node:assert' && /[\\/]undici[\\/]/.test(importer) ? '\0plain-assert' : undefined),
  load: {
    filter: { id: /^\0plain-assert$/ },
    handler: () => "module.exports = (isSo, message = 'what undici relies on does not hold') => { if (!isSo) throw new Error(message); };",
  },
};

/** Libraries without what they load at each start and the program never uses. */
const slimLibraries = [
  // 30 ms.
  replacing('undici/index.js', /^[^]*$/, undici),
  // Bodies of FormData and their like, and SOCKS, which no request of ours has.
  replacing('undici/lib/web/fetch/body.js', /^[^]*$/, ''),
  replacing('undici/lib/dispatcher/socks5-proxy-agent.js', /^[^]*$/, ''),
  // HTTP/2, which no dispatcher of ours allows: 8 ms.
  replacing('undici/lib/dispatcher/client-h2.js', "http2 = require('node:http2')", 'http2 = { constants: {} }'),
  // Node's own HTTP client, for one class and one number, which is Node's unless it was told another: 4 ms.
  replacing('undici/lib/core/util.js', "{ IncomingMessage } = require('node:http')", 'IncomingMessage = undefined'),
  replacing('undici/lib/dispatcher/client.js', "http = require('node:http')", 'http = { maxHeaderSize: 16_384 }'),
  plainAssert,
  // A search for the native module, in thirty places: 4 ms.
  replacing(
    'better-sqlite3/lib/database.js',
    "require('bindings')('better_sqlite3.node')",
    "require('better-sqlite3/build/Release/better_sqlite3.node')",
  ),
  // For commands that are programs of their own: 4 ms.
  replacing('commander/lib/command.js', "const childProcess = require('node:child_process');", ''),
];

/** A plugin that changes one file of a library, and fails where that is not met, or no longer holds what is to be changed. */
function replacing(file, from, to) {
  let isMet = false;
  return {
    name: `slim ${file}`,
    transform: {
      filter: { id: new RegExp(`[\\\\/]node_modules[\\\\/]${file.replaceAll('.', '\\.').replaceAll('/', '[\\\\/]')}$`) },
      handler(code) {
        isMet = true;
        const changed = code.replace(from, () => to);
        if (changed === code) throw new Error(`${file} does not hold ${from}`);
        return { code: changed };
      },
    },
    buildEnd() {
      if (!isMet) throw new Error(`${file} is not part of the program`);
    },
  };
}
