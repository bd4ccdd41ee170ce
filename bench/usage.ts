import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Ended, runProcess } from './process.ts';
import { freshPath } from './scratch.ts';

/** What a process of node took, from its start to its end. */
export interface Used extends Ended {
  /** User and system, of all its threads. */
  readonly cpuMs: number;
  /** The same until undici had the last answer. */
  readonly fetchingCpuMs: number;
  /** The most memory that it held at once. */
  readonly peakBytes: number;
}

/** Runs a script and takes down what it used. */
export function runCounted(args: readonly string[], env: Readonly<Record<string, string>>): Used {
  const report = freshPath('usage.json');
  const ended = runProcess(process.execPath, ['--require', resolve('bench/report-usage.cjs'), ...args], {
    cwd: dirname(report),
    env: { ...env, REPORT_USAGE: report },
  });
  return { ...ended, ...(JSON.parse(readFileSync(report, 'utf8')) as Omit<Used, keyof Ended>) };
}
