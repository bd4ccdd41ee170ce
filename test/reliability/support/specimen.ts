import { join } from 'node:path';
import { expect } from 'vitest';
import type { ChartApi } from './chart-api.ts';
import { runInProcess } from './in-process.ts';
import { temporaryFolder } from './process.ts';
import type { Program } from './program.ts';
import { findDamage } from './vault-check.ts';
import { contentOf, copyVault } from './vault-content.ts';

/** A vault of which any number can be had, and what it may hold once the next run has met its end. */
export interface Specimen {
  readonly title: string;
  /** Puts one there, or nothing where the specimen is a vault still to be made. */
  put(path: string): void;
  /** As if that run had never been. */
  readonly before: readonly string[];
  /** With all of that run. */
  readonly after: string;
}

/** A run to be disturbed. */
export interface Trial {
  readonly program: Program;
  readonly api: ChartApi;
  readonly specimen: Specimen;
  /** Where there is room, and nothing fails. */
  readonly folder: string;
}

/** What a run is made of: the same each time, call by call. */
export const fetchArguments = ['fetch', '--json', '--concurrency', '1'];

/** A vault that is still to be made and one that holds two runs. */
export async function prepareSpecimens(program: Program, api: ChartApi): Promise<Specimen[]> {
  const folder = temporaryFolder();
  const [made, grown] = [join(folder, 'made.db'), join(folder, 'grown.db')];
  await (await program.parts.openSqliteStore(made)).close();
  for (let run = 1; run <= 2; run += 1) await runOnce(program, api, grown);
  return [
    await complete({ title: 'a new vault', put: (path) => copyVault(join(folder, 'none.db'), path), before: ['nothing', contentOf(made)] }),
    await complete({ title: 'a vault of two runs', put: (path) => copyVault(grown, path), before: [contentOf(grown)] }),
  ];

  async function complete(specimen: Omit<Specimen, 'after'>): Promise<Specimen> {
    const path = join(folder, `${specimen.title}.db`);
    specimen.put(path);
    await runOnce(program, api, path);
    return { ...specimen, after: contentOf(path) };
  }
}

/** Looks, at a copy, at what the run left; fails where that is neither of the two, or is not all that the run acknowledged. */
export function beforeOrAfter(
  { specimen: { before, after }, folder }: Trial,
  vault: string,
  { isAcknowledged, what }: { isAcknowledged: boolean; what: string },
): 'before' | 'after' {
  const copy = join(folder, 'copy.db');
  copyVault(vault, copy);
  const content = contentOf(copy);
  expect(isAcknowledged ? [after] : [...before, after], `${what}, holds ${content}`).toContain(content);
  if (content !== 'nothing') expect(findDamage(copy), `damage; ${what}`).toEqual([]);
  return content === after ? 'after' : 'before';
}

/** Runs `vault` on a vault that something befell, and expects no less of it than of any other run. */
export async function runOnce(program: Program, api: ChartApi, path: string, what = 'a run that nothing disturbs'): Promise<void> {
  const { exitCode, stderr } = await runInProcess(program, [...fetchArguments, '--db', path], { cwd: join(path, '..'), env: api.env() });
  expect({ exitCode, stderr }, what).toEqual({ exitCode: 0, stderr: '' });
}

/** The run that comes after a disturbed one, which has to find the vault in order and leave it so. */
export async function runNext({ program, api }: Trial, vault: string, what: string): Promise<void> {
  await runOnce(program, api, vault, `the run after ${what}`);
  expect(findDamage(vault), `damage after the run after ${what}`).toEqual([]);
}
