#!/usr/bin/env node
// Until the version is looked at, nothing that the first Nodes could not read: they are to say what is wrong, not to crash.
var oldest = [20, 18, 1];

if (isOlder(process.versions.node.split('.'))) {
  var remedy = 'install Node ' + oldest.join('.') + ' or newer: https://nodejs.org';
  process.stderr.write('vault: Node ' + process.versions.node + ' is too old; ' + remedy + '\n');
  process.exit(78);
}

var keepCompiled = require('./compile-cache.js');

keepCompiled();
require('../dist/main.cjs');

function isOlder(version) {
  for (var i = 0; i < oldest.length; i += 1) {
    var part = Number(version[i]);
    if (part !== oldest[i]) return part < oldest[i];
  }
  return false;
}
