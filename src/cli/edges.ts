import { VaultError } from '../core/errors.ts';
import type { Clock } from '../core/ports.ts';

/** A stream that results or logs go to; `columns` and `rows` only where it is a terminal. */
export interface Output {
  write(chunk: string | Uint8Array): unknown;
  /** Calls back when a write that gave `false` has gone out, or never can. */
  once?(event: 'drain' | 'error' | 'close', listener: () => void): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
}

/** Everything of the outside world that a command touches, so that a test can hold it. */
export interface Edges {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** Aborts when the process is told to end; the reason is an `Interruption`. */
  readonly interruption: AbortSignal;
  /** How a scheduler starts this program: absolute paths of node and of its script. */
  readonly program: { readonly node: string; readonly script: string };
  /** Shows a file as the user's own programs show it; rejects where nothing can. */
  readonly openFile: (path: string) => Promise<void>;
  /** IANA name; `undefined` for the machine's own. */
  readonly timeZone: string | undefined;
}

/** Why a process ends that was told to: 128 and the signal's number is what it exits with, whatever its command came to. */
export class Interruption extends VaultError {
  readonly exitCode: number;

  constructor(signal: 'SIGINT' | 'SIGTERM') {
    super('interrupted', `ended by ${signal}`);
    this.exitCode = { SIGINT: 130, SIGTERM: 143 }[signal];
  }
}

/** What the process exits with when its command gives `exitCode`. */
export function finalExitCode(exitCode: number, { reason }: AbortSignal): number {
  return reason instanceof Interruption ? reason.exitCode : exitCode;
}

/** The machine's clocks. */
export const systemClock: Clock = {
  now: () => Date.now(),
  // Not performance.now(), for which Node loads more than a start is to wait for.
  monotonic: () => Number(process.hrtime.bigint()) / 1e6,
  schedule(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
