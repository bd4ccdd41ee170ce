import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { queryFile } from '../sqlite/temporary-vault.ts';
import { openShell, type Shell } from './cli.ts';

/** A shell whose vault holds nine runs of the demo, the last of them at noon. */
export interface DemoShell extends Shell {
  /** Of a file in its folder. */
  path(name: string): string;
  /** Rows of the vault's tables. */
  table(sql: string): Record<string, unknown>[];
}

let made: Promise<Buffer> | undefined;

/** The bytes of the vault, made once a file of tests: playing the runs takes a while. */
async function makeDemo(): Promise<Buffer> {
  const shell = openShell({ VAULT_DB: 'vault-demo.db' });
  await shell.vault('demo --runs 9 --json');
  return readFileSync(join(shell.folder, 'vault-demo.db'));
}

/** A shell with a demo vault of its own. */
export async function openDemoShell(): Promise<DemoShell> {
  made ??= makeDemo();
  const shell = openShell({ VAULT_DB: 'vault-demo.db' });
  const path = (name: string): string => join(shell.folder, name);
  writeFileSync(path('vault-demo.db'), await made);
  return { ...shell, path, table: (sql) => queryFile(path('vault-demo.db'), sql) };
}
