// Makes a checkout ready to run: installs what package-lock.json names, unless that is installed already, and builds.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { findLeftOut } from './left-out.mjs';

const stamp = 'node_modules/.vault-installed';
// A native module built for one version of Node's ABI does not load in another.
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).update(process.versions.modules).digest('hex');

requireNode();
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.error('Installing what package-lock.json names; where better-sqlite3 has to be compiled, this takes a minute or two.');
  npm(['ci'], 'better-sqlite3 needs python3, make and a C++ compiler where its prebuilt binary cannot be downloaded.');
  const leftOut = findLeftOut();
  if (leftOut.length > 0) npm(['install', '--no-save', ...leftOut], 'What builds the program needs them.');
  writeFileSync(stamp, wanted);
}
await import('./build.mjs');

/** As bin/vault.js does, before the tools that build it fail on what they cannot read. */
function requireNode() {
  const oldest = JSON.parse(readFileSync('package.json', 'utf8')).engines.node.replace('>=', '');
  const { node } = process.versions;
  if (node.localeCompare(oldest, 'en', { numeric: true }) >= 0) return;
  console.error(`Node ${node} is too old; install Node ${oldest} or newer: https://nodejs.org`);
  process.exit(78);
}

function npm(words, remedy) {
  const { status } = spawnSync('npm', [...words, '--no-fund', '--no-audit', '--loglevel=error'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.error(`npm ${words.join(' ')} failed. ${remedy}`);
  process.exit(1);
}
