import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Program } from './program.ts';

/** What a process came to. */
export interface Ended {
  /** `null` where a signal killed it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** From its start to its end. */
  readonly ms: number;
  /** The most memory that it held, in KiB; 0 where it was killed. */
  readonly peakKib: number;
}

/** A process that goes on, and its end. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

export interface StartOptions {
  readonly cwd: string;
  /** All of its environment but PATH. */
  readonly env?: Readonly<Record<string, string>>;
  /** A command line that starts it in turn, such as `['strace', '-f']`. */
  readonly under?: readonly string[];
}

/** A folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vault-reliability-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const reportPeak = fileURLToPath(new URL('report-peak.cjs', import.meta.url));

/** Starts `vault` with these arguments as a process of its own, which ends with the test at the latest. */
export function startVault({ main }: Program, args: readonly string[], { cwd, env = {}, under = [] }: StartOptions): Running {
  const began = performance.now();
  const peak = join(cwd, `.peak-${Math.random().toString(36).slice(2)}`);
  const [command = process.execPath, ...rest] = [...under, process.execPath, '--require', reportPeak, main, ...args];
  const child = spawn(command, rest, {
    cwd,
    env: { PATH: process.env['PATH'], REPORT_PEAK: peak, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  onTestFinished(kill);
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve(exitCode));
  });
  const ended = Promise.all([closed, text(child.stdout), text(child.stderr)]).then(([exitCode, stdout, stderr]) => {
    process.off('exit', kill);
    const ms = performance.now() - began;
    return { exitCode, stdout, stderr, ms, peakKib: takePeak(peak) };
  });
  return { child, ended };
}

/** Runs `vault` to its end. */
export function runVault(program: Program, args: readonly string[], options: StartOptions): Promise<Ended> {
  return startVault(program, args, options).ended;
}

function takePeak(path: string): number {
  if (!existsSync(path)) return 0;
  const peakKib = Number(readFileSync(path, 'utf8'));
  rmSync(path);
  return peakKib;
}
