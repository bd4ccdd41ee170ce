import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { commands } from '../src/cli/commands.ts';
import { helpPages } from '../src/cli/help/pages.ts';
import type { Handler } from '../src/demo/server.ts';
import { backupVault } from '../src/sqlite/backup.ts';
import { takeLock } from '../src/sqlite/lock.ts';
import { ago, type DoctorShell, execute, openSound } from './cli/doctor-shell.ts';
import { apiError, page } from './support/source.ts';

/** A command line of each command that ends with 0 where a vault holds a run, and a copy of it is there. */
const lines: Readonly<Record<string, string>> = {
  fetch: 'fetch --regions PL,NL',
  demo: 'demo --regions PL',
  schedule: 'schedule cron',
  stats: 'stats',
  runs: 'runs',
  rejections: 'rejections',
  doctor: 'doctor',
  top: 'top',
  movers: 'movers',
  video: 'video a',
  overlap: 'overlap',
  search: 'search a',
  report: 'report',
  export: 'export charts',
  backup: 'backup new.db',
  restore: 'restore copy.db',
  copy: 'copy --from vault.db --to new.db',
  prune: 'prune --older-than 30d',
  completion: 'completion bash',
};

/** How a command comes to an end: another line, or something more at the end of its line, and what is so before. */
interface Way {
  readonly line?: string;
  readonly more?: string;
  readonly api?: Handler;
  readonly before?: (shell: DoctorShell) => void;
}

/** While other runs hold every vault that a command would change. */
function hold({ folder }: DoctorShell): void {
  const locks = ['vault.db', 'vault-demo.db', 'new.db'].map((name) => takeLock(join(folder, name)));
  onTestFinished(() => locks.forEach((lock) => lock.close()));
}

/** By the code, and where that is not the same for all of them by the command. */
const ways: Readonly<Record<string, Way>> = {
  0: {},
  '3 fetch': { api: ({ region }) => (region === 'NL' ? apiError(500, 'backendError') : page(region)) },
  64: { more: '--nonsense' },
  '69 fetch': { api: () => apiError(500, 'backendError') },
  '69 doctor': { before: ({ path }) => execute(path, `UPDATE runs SET started_at = '${ago(500)}'`) },
  74: { more: '--db postgres://me@127.0.0.1:1/vault' },
  '74 demo': { more: '--db missing/vault.db' },
  '74 restore': { more: '--db missing/vault.db' },
  '74 backup': { line: 'backup missing/new.db' },
  '74 copy': { more: '--to missing/new.db' },
  75: { before: hold },
  '75 rejections': { more: '--retry', before: hold },
  '75 doctor': { more: '--online', api: () => apiError(403, 'quotaExceeded') },
  '77 fetch': { api: () => apiError(400, 'keyInvalid') },
  '77 doctor': { more: '--online', api: () => apiError(400, 'keyInvalid') },
  78: { before: ({ folder }) => mkdirSync(join(folder, '.env')) },
};

/** What the smoke test has: a bug, and signals. */
const elsewhere = new Set(['70', '130, 143']);

const withoutVault = ['schedule', 'completion'];

const pairs = commands
  .flatMap(({ name }) => Object.keys(helpPages[name]?.exitCodes ?? {}).map((code) => ({ name, code })))
  .filter(({ name, code }) => !elsewhere.has(code) && !(code === '74' && withoutVault.includes(name)));

test.each(pairs)('vault $name can end with $code, as its help says', async ({ name, code }) => {
  const way = ways[`${code} ${name}`] ?? ways[code];
  expect(way).toBeDefined();
  const shell = await openSound(way?.api);
  await backupVault({ vault: shell.path, file: join(shell.folder, 'copy.db'), force: false, signal: new AbortController().signal });
  way?.before?.(shell);
  const { exitCode, stderr } = await shell.vault([way?.line ?? lines[name], way?.more].filter(Boolean).join(' '));
  expect(exitCode, stderr).toBe(Number(code));
});

const here = fileURLToPath(new URL('.', import.meta.url));
const bin = join(here, '../bin/vault.js');

test.skipIf(!existsSync('/dev/full')).each(withoutVault)('vault %s ends with 74 where what it prints finds no room', async (name) => {
  const line = `'${process.execPath}' '${bin}' ${lines[name]} >/dev/full`;
  const exitCode = await new Promise((resolve) => {
    const child = execFile('/bin/sh', ['-c', line], { cwd: here, env: {} }, () => resolve(child.exitCode));
  });
  expect(exitCode).toBe(74);
});
