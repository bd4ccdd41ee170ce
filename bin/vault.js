#!/usr/bin/env node
const { existsSync } = require('node:fs');
const { enableCompileCache } = require('node:module');
const { isAbsolute } = require('node:path');
const { HOME, LOCALAPPDATA, XDG_CACHE_HOME } = process.env;

// Since Node 22: what was compiled is kept, which saves a tenth of a start. In a folder of the user's own: Node's usual one, among
// temporary files, somebody else may have made, and what lies there is run. Not for root, whose HOME may be that of another user.
const cache = XDG_CACHE_HOME || LOCALAPPDATA || (HOME && existsSync(HOME) && `${HOME}/.cache`);
const isRoot = process.getuid?.() === 0;
if (enableCompileCache && cache && isAbsolute(cache) && !isRoot) enableCompileCache(`${cache}/viralvidvault`);

require('../dist/main.cjs');
