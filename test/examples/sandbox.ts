import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSimulation } from '../../src/demo/simulation.ts';
import { type Ended, openShellWithApi, type Shell } from '../support/cli.ts';
import { queryDuckDb } from '../support/duckdb.ts';
import { createEagerClock } from '../support/test-clock.ts';
import { now, prepareVault } from './prepared-vault.ts';

/** A machine as the documents have it, in a folder: a home in which `vault` holds a vault, and nothing of the real one. */
export interface Sandbox {
  /** The working directory. */
  readonly folder: string;
  /** Runs a line as somebody would who types it. */
  type(line: string): Promise<Ended>;
}

const project = fileURLToPath(new URL('../../', import.meta.url));

/** What lines may call beside this program, if it is there: nothing that reaches beyond the folder. */
const harmless = ['cat', 'chmod', 'cp', 'date', 'find', 'head', 'mkdir', 'rm'];

/** What stands in for programs that are not here, or that would reach beyond the folder, and why. */
export const standIns = {
  npx: { script: 'exec "$@"', reason: 'it would ask the registry for what is not installed' },
  rclone: { script: 'exit 0', reason: 'it needs an account of an object store' },
  'Out-String': { script: 'exec cat', reason: 'it is of PowerShell, which bash is not' },
  'Invoke-Expression': { script: 'exec cat', reason: 'likewise' },
};

/** Folders of the machine that the documents name. */
const places = ['etc/systemd/system', 'var/www', 'mnt/backup', 'home/you', 'srv', 'functions', '.config/fish/completions', 'programs'];

const homes = ['home/you/vault', 'srv/vault'];

/** `more` are programs by their paths. */
export async function openSandbox(more: readonly string[] = []): Promise<Sandbox> {
  const { handler } = createSimulation({ seed: 7, epochMs: now - 84 * 3_600_000, hours: () => 85, latency: false, refusals: false });
  const shell = await openShellWithApi(handler);
  const folder = join(shell.folder, 'vault');
  mkdirSync(folder);
  for (const place of places) mkdirSync(join(shell.folder, place), { recursive: true });
  for (const home of homes) symlinkSync(folder, join(shell.folder, home));
  writeFileSync(join(folder, 'vault.db'), await prepareVault());
  copyFileSync(join(project, '.env.example'), join(folder, '.env.example'));
  installPrograms(join(shell.folder, 'programs'), more);
  return { folder, type: (line) => type(line.replace(/(?<=[\s=>"'])\/(?=(etc|var|mnt|home|srv)\/)/g, `${shell.folder}/`), shell, folder) };
}

function installPrograms(folder: string, more: readonly string[]): void {
  const install = (name: string, script: string): void => writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  install('vault', `exec '${process.execPath}' '${join(project, 'bin/vault.js')}' "$@"`);
  for (const [name, { script }] of Object.entries(standIns)) install(name, script);
  const found = harmless.flatMap((name) => findProgram(name) ?? []);
  for (const program of [process.execPath, ...found, ...more]) symlinkSync(program, join(folder, program.split('/').at(-1) ?? ''));
}

function findProgram(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** In this process, unless the line needs a shell. */
async function type(line: string, shell: Shell, folder: string): Promise<Ended> {
  const [, sql] = /^duckdb -c "(.+)"$/.exec(line) ?? [];
  if (sql !== undefined) return askDuckDb(sql, folder);
  const [, words = ''] = /^(?:npx )?vault ([^'"`$&|<>;#]*?)(?:\s+#.*)?$/.exec(line) ?? [];
  if (words === '') return inShell(line, shell, folder);
  const [, copy] = /^restore (\S+)/.exec(words) ?? [];
  const edges = { cwd: folder, clock: createEagerClock(now) };
  // What is restored was copied before.
  if (copy !== undefined) await shell.vault(`backup ${copy} --force --quiet`, edges);
  return shell.vault(words, edges);
}

async function askDuckDb(sql: string, folder: string): Promise<Ended> {
  const rows = await queryDuckDb(sql.replaceAll("FROM '", `FROM '${folder}/`));
  return { exitCode: rows.length > 0 ? 0 : 1, stdout: rows.map((row) => `${Object.values(row).join(' ')}\n`).join(''), stderr: '' };
}

function inShell(line: string, { folder: home, env }: Shell, cwd: string): Promise<Ended> {
  const { YOUTUBE_API_KEY, VAULT_API_URL } = env;
  const given = { HOME: home, PATH: join(home, 'programs'), YOUTUBE_API_KEY, VAULT_API_URL };
  // Where zsh looks for functions, in bash.
  const script = `set -o pipefail; fpath=("" "$HOME/functions")\n${line}`;
  return new Promise((resolve) => {
    const child = execFile('/bin/bash', ['--norc', '-c', script], { cwd, env: given }, (_, stdout, stderr) => {
      resolve({ exitCode: child.exitCode ?? -1, stdout, stderr });
    });
    child.stdin?.end();
  });
}
