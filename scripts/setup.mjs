// Makes a checkout ready to run: installs what package-lock.json names, unless that is installed already, and builds.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const stamp = 'node_modules/.vault-installed';
// A native module built for one version of Node's ABI does not load in another.
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).update(process.versions.modules).digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  console.error('Installing what package-lock.json names; where better-sqlite3 has to be compiled, this takes a minute or two.');
  const { status } = spawnSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('npm ci failed. better-sqlite3 needs python3, make and a C++ compiler where its prebuilt binary cannot be downloaded.');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}
await import('./build.mjs');
