import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What is done to a run at one of its system calls. */
export interface Fault {
  readonly call: string;
  /** At which of these calls, from 1; `7+` is the seventh and all that follow. */
  readonly at: string;
  /** Killed before the call is done, or told that it failed. */
  readonly does: 'signal=KILL' | 'error=EIO' | 'error=ENOSPC';
}

/** A call as a log has it. */
export interface Call {
  readonly call: string;
  /** `stdout` for a write to it, whatever that is; else the path, which a log of everything has. */
  readonly file: string;
}

/** Calls that change a file, or make a change last. A `?` excuses what this processor's Linux does not have. */
const changing = 'write writev pwrite64 pwritev pwritev2 fsync fdatasync ftruncate fallocate unlink unlinkat rename renameat renameat2'
  .split(' ')
  .map((call) => `?${call}`)
  .join();

/** Why no system call can be watched or disturbed here; `undefined` where they can. */
export function missingStrace(): string | undefined {
  const { error, status } = spawnSync('strace', ['-f', '--seccomp-bpf', '-e', `trace=${changing}`, '-o', '/dev/null', 'true']);
  if (error) return 'strace is not installed (Debian package strace)';
  return status === 0 ? undefined : 'strace may not trace here (a container needs the capability SYS_PTRACE)';
}

/** Starts a run under strace: every changing call to the vault's files goes to `log`, and one fault is done where one is given. */
export function underStrace(vault: string, log: string, fault?: Fault): string[] {
  const paths = ['', '-wal', '-shm', '-journal', '.lock'].flatMap((end) => ['-P', vault + end]);
  const inject = fault ? ['-e', `inject=${fault.call}:${fault.does}:when=${fault.at}`] : [];
  // Fast, but where it stops the process no signal is delivered.
  const fast = fault?.does === 'signal=KILL' ? [] : ['--seccomp-bpf'];
  return ['strace', '-f', '-o', log, ...fast, '-e', `trace=${changing}`, ...paths, ...inject];
}

/** Starts a run under strace: every changing call goes to `log`, with the file's path: what came before the run's first word, and what after. */
export function underStraceOfEverything(log: string): string[] {
  return ['strace', '-f', '-y', '-o', log, '--seccomp-bpf', '-e', `trace=${changing}`];
}

/** The calls in a log, in the order in which they were made. */
export function readCalls(log: string): Call[] {
  const lines = readFileSync(log, 'utf8').matchAll(/^\d+ +(?<call>\w+)\((?<descriptor>\d*)(?:<(?<path>[^>]*)>)?/gm);
  return [...lines].map(({ groups: { call = '', descriptor, path = '' } = {} }) => ({ call, file: descriptor === '1' ? 'stdout' : path }));
}
