#!/usr/bin/env node
const { existsSync } = require('node:fs');
const { enableCompileCache } = require('node:module');
const { HOME, LOCALAPPDATA, XDG_CACHE_HOME } = process.env;

// Since Node 22: what was compiled is kept, which saves a tenth of a start. In a folder of the user's own: Node's usual one, among
// temporary files, somebody else may have made, and what lies there is run.
const cache = XDG_CACHE_HOME || LOCALAPPDATA || (HOME && existsSync(HOME) && `${HOME}/.cache`);
if (enableCompileCache && cache) enableCompileCache(`${cache}/viralvidvault`);

require('../dist/main.cjs');
