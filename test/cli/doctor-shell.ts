import { join } from 'node:path';
import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import type { Answer, Handler } from '../../src/demo/server.ts';
import { openSqliteStore } from '../../src/sqlite/store.ts';
import { finishedRun, sampleOutcome, sampleVideo, startRun } from '../store/sample-run.ts';
import { noon, openShellWithApi } from '../support/cli.ts';
import { page } from '../support/source.ts';

/** ISO 8601 UTC, so many hours before the moment that doctor is asked. */
export const ago = (hours: number): string => new Date(noon - hours * 3_600_000).toISOString();

export type DoctorShell = Awaited<ReturnType<typeof openSound>>;

/** A shell whose vault, at `path`, holds a run of two hours ago, and an API whose clock is right unless its answer says otherwise. */
export async function openSound(api: Handler = ({ region }) => page(region)) {
  const shell = await openShellWithApi(async (request) => withDate(await api(request)));
  const path = join(shell.folder, 'vault.db');
  const store = await openSqliteStore(path);
  const run = await startRun(store, ago(2));
  await store.finishRun(finishedRun(run, [sampleOutcome('PL', [sampleVideo('a')])]));
  await store.close();
  return { ...shell, path };
}

function withDate(answer: Answer): Answer {
  return 'raw' in answer ? answer : { ...answer, headers: { date: new Date(noon).toUTCString(), ...answer.headers } };
}

/** Changes the vault behind the program's back. */
export function execute(path: string, sql: string): void {
  const db = new Database(path);
  db.exec(sql);
  db.close();
}

/** Overwrites the first page of a table, as a failing disk does. */
export function breakPage(path: string): void {
  const db = new Database(path);
  const page = Number(db.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'rejections'`).pluck().get());
  db.close();
  writeFileSync(path, readFileSync(path).fill(0xff, (page - 1) * 4096, page * 4096));
}

/** What doctor says of one check, and with which exit code it ends: `ok 0`, `failure 78`. */
export async function findCheck(
  shell: DoctorShell,
  check: string,
  line = '',
): Promise<{ verdict: string; message: string | undefined; hasRemedy: boolean }> {
  const { exitCode, stdout } = await shell.vault(`doctor --json ${line}`);
  const { checks } = JSON.parse(stdout) as { checks: { name: string; status: string; message: string; remedy: string | null }[] };
  const found = checks.find(({ name }) => name === check);
  return { verdict: `${found?.status} ${exitCode}`, message: found?.message, hasRemedy: found?.remedy !== null };
}

/** What a check is expected to say: with a remedy, unless it is ok. */
export function saying(verdict: string, message: RegExp): object {
  return { verdict, message: expect.stringMatching(message), hasRemedy: !verdict.startsWith('ok') };
}
