const { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { createRequire, enableCompileCache, wrap } = require('node:module');
const { basename, dirname, isAbsolute, join } = require('node:path');
const { constants, Script } = require('node:vm');
const { crc32 } = require('node:zlib');

/** Files that were not written anew for so long belong to other versions of the program, or to chunks that are soon written again. */
const keptMs = 30 * 24 * 60 * 60 * 1000;

module.exports = { keepCompiled };

/** Keeps what is compiled of the program for its next start: a third of the time in which `vault stats` gets to work. */
function keepCompiled() {
  const folder = findFolder();
  if (folder === undefined) return;
  // Node 22 does it by itself.
  if (enableCompileCache) enableCompileCache(folder);
  else keepChunks(join(folder, `${process.version}-${process.arch}`));
}

/**
 * A folder of this user's own, for what lies there is run: Node's usual one, among temporary files, somebody else may have made. That of
 * another user is none, as HOME may be for root.
 */
function findFolder() {
  const { HOME, LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
  const caches = XDG_CACHE_HOME || LOCALAPPDATA || (HOME && existsSync(HOME) && `${HOME}/.cache`);
  if (!caches || !isAbsolute(caches)) return undefined;
  const folder = join(caches, 'viralvidvault');
  try {
    makeFolder(caches);
    if (!isOurs(statSync(caches))) return undefined;
    makeFolder(folder);
    const made = lstatSync(folder);
    return made.isDirectory() && isOurs(made) && isClosed(made) ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** Not with all that is above it: somebody may have a reason for having no such home, and Node would try for ever in /proc. */
function makeFolder(path) {
  if (!existsSync(path)) mkdirSync(path, { mode: 0o700 });
}

function isOurs({ uid }) {
  return process.getuid === undefined || uid === process.getuid();
}

function isClosed({ mode }) {
  return process.platform === 'win32' || (mode & 0o022) === 0;
}

/** What Node 20 lacks: a start finds what an earlier one compiled. */
function keepChunks(folder) {
  const compiled = [];
  require.extensions['.cjs'] = (module, filename) => {
    const path = join(folder, basename(filename));
    const source = readFileSync(filename);
    const cachedData = readKept(path, source);
    const script = new Script(wrap(source.toString()), {
      filename,
      cachedData,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    if (cachedData === undefined || script.cachedDataRejected) compiled.push({ path, source, script });
    script.runInThisContext()(module.exports, createRequire(filename), module, filename, dirname(filename));
  };
  process.on('exit', () => {
    if (compiled.length > 0 && isCommand(process.argv[2])) keep(folder, compiled);
  });
}

/** What only prints its help has run so little of the program that the next command would gain nothing from it. */
function isCommand(word = '-') {
  return !word.startsWith('-');
}

function keep(folder, compiled) {
  try {
    makeFolder(folder);
    const oldest = Date.now() - keptMs;
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (statSync(path).mtimeMs < oldest) rmSync(path);
    }
    for (const { path, source, script } of compiled) {
      const data = script.createCachedData();
      const aside = `${path}.${process.pid}`;
      writeFileSync(aside, Buffer.concat([checksum(source, data), data]));
      renameSync(aside, path);
    }
  } catch {
    // A disk that is full, or a home that cannot be written, is no reason to fail.
  }
}

/** V8 looks at the length of the source alone, and what is damaged ends the process: it is given only what is whole, and of this source. */
function readKept(path, source) {
  try {
    const kept = readFileSync(path);
    const data = kept.subarray(4);
    return checksum(source, data).equals(kept.subarray(0, 4)) ? data : undefined;
  } catch {
    return undefined;
  }
}

function checksum(source, data) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(crc32(data, crc32(source)));
  return bytes;
}
