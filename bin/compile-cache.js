const { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { createRequire, enableCompileCache, wrap } = require('node:module');
const { basename, dirname, isAbsolute, join } = require('node:path');
const { constants, Script } = require('node:vm');
const { crc32 } = require('node:zlib');

/** What was not written for so long is of another version of the program, or soon written again. */
const keptMs = 30 * 24 * 60 * 60 * 1000;

module.exports = keepCompiled;

/** Keeps what is compiled of the program for its next start: a quarter of what `vault stats` takes. */
function keepCompiled() {
  const folder = ownFolder(findCaches(), 'viralvidvault');
  if (folder === undefined) return;
  // Node 22 does it by itself, but for its first release, which lacks the checksum too.
  if (enableCompileCache) enableCompileCache(folder);
  else if (crc32 && isPlain()) keepChunks(ownFolder(folder, `${process.version}-${process.arch}`));
}

/** Where this user's caches are; `undefined` where nobody can tell, or where they are another user's, as HOME may be for root. */
function findCaches() {
  const { HOME, LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
  const caches = XDG_CACHE_HOME || LOCALAPPDATA || (HOME && existsSync(HOME) && `${HOME}/.cache`);
  if (!caches || !isAbsolute(caches)) return undefined;
  try {
    makeFolder(caches);
    return isOurs(statSync(caches)) ? caches : undefined;
  } catch {
    return undefined;
  }
}

/** A folder that nobody but this user can write to, for what lies there is run; Node's usual one, among temporary files, is none. */
function ownFolder(parent, name) {
  if (parent === undefined) return undefined;
  try {
    const folder = join(parent, name);
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

/** Under other settings V8 takes nothing that was compiled under these. */
function isPlain() {
  const { NODE_DISABLE_COMPILE_CACHE, NODE_OPTIONS, NODE_V8_COVERAGE } = process.env;
  return process.execArgv.length === 0 && !NODE_DISABLE_COMPILE_CACHE && !NODE_OPTIONS && !NODE_V8_COVERAGE;
}

/** What Node 20 lacks: a start finds what an earlier one compiled. */
function keepChunks(folder) {
  if (folder === undefined) return;
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
    if (compiled.length === 0) return;
    unlessItFails(() => removeOld(folder));
    for (const each of compiled) keep(each);
  });
}

function removeOld(folder) {
  const oldest = Date.now() - keptMs;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    unlessItFails(() => lstatSync(path).mtimeMs < oldest && rmSync(path));
  }
}

function keep({ path, source, script }) {
  const aside = `${path}.${process.pid}`;
  unlessItFails(() => {
    const data = script.createCachedData();
    writeFileSync(aside, Buffer.concat([checksum(source, data), data]), { mode: 0o600 });
    renameSync(aside, path);
  });
  unlessItFails(() => rmSync(aside, { force: true }));
}

/** A disk that is full, or a home that cannot be written, is no reason to fail. */
function unlessItFails(work) {
  try {
    work();
  } catch {
    // The next start compiles once more.
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
