#!/usr/bin/env node
const { keepCompiled } = require('./compile-cache.js');

keepCompiled();
require('../dist/main.cjs');
