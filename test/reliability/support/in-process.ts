import type { Clock } from '../../../src/core/ports.ts';
import type { Program } from './program.ts';

/** What a command line came to that ran in this process; an error that it threw is exit code 70, with its stack. */
export interface Result {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `vault` in this process: many times as fast, for what no signal and no limit of the system concerns. */
export async function runInProcess(
  { parts }: Program,
  args: readonly string[],
  { cwd, env, clock = parts.systemClock }: { cwd: string; env: Readonly<Record<string, string>>; clock?: Clock },
): Promise<Result> {
  const output = { stdout: '', stderr: '' };
  try {
    const exitCode = await parts.run(args, {
      env,
      cwd,
      stdout: { write: (text) => (output.stdout += text) },
      stderr: { write: (text) => (output.stderr += text) },
      clock,
      random: Math.random,
      interruption: new AbortController().signal,
      program: { node: '/usr/bin/node', script: '/opt/vault/bin/vault.js' },
      openFile: async () => {},
      timeZone: 'UTC',
    });
    return { exitCode, ...output };
  } catch (error) {
    return { exitCode: 70, ...output, stderr: `${output.stderr}${error instanceof Error ? error.stack : String(error)}\n` };
  }
}
