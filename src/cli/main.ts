import { realpathSync } from 'node:fs';
import { inspect } from 'node:util';
import { once } from '../core/once.ts';
import { finalExitCode, Interruption, systemClock } from './edges.ts';
import { filterOutput } from './filter-output.ts';
import { openFile } from './open-file.ts';
import { run } from './run.ts';
import { createSecretRedact } from './secrets.ts';

const cwd = findFolder();
const redact = createSecretRedact({ env: process.env, cwd, words: process.argv.slice(2) });

/** Where we are, unless somebody deleted it. */
function findFolder(): string {
  try {
    return process.cwd();
  } catch {
    process.stderr.write('vault: the working directory is gone; change to another\n');
    return process.exit(78);
  }
}

/** Made when it is first written to, which takes milliseconds, and which most commands never do. */
const stderr = once(() => {
  filterOutput(process.stderr, redact);
  // What cannot be logged is no reason to lose a run.
  process.stderr.on('error', () => {});
  return process.stderr;
});

// Node would print both by itself, past the filter.
process.on('uncaughtException', endWithBug);
process.prependOnceListener('warning', () => void stderr());

const interruption = new AbortController();
let isOver = false;

for (const name of ['SIGINT', 'SIGTERM'] as const) {
  // Once: who asks a second time does not want to wait for what arrived to be stored.
  process.once(name, () => {
    interruption.abort(new Interruption(name));
    leaveWhenOver();
  });
}

/** Who was told to end does not wait for ever for a reader that reads no more; what arrived is stored by then. */
function leaveWhenOver(): void {
  if (isOver && interruption.signal.aborted) setTimeout(() => process.exit(finalExitCode(0, interruption.signal)), 1000).unref();
}

filterOutput(process.stdout, redact);

let unwritten = false;

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `vault runs | head -1` closes the pipe because nobody reads on.
  if (error.code === 'EPIPE' || unwritten) return;
  unwritten = true;
  stderr().write(`vault: the results could not be written (${error.code}); make room, or send them elsewhere: what was done is done\n`);
});
process.on('exit', (exitCode) => {
  // Node ends where nothing is left to wait for, be it done or not.
  if (!isOver && exitCode === 0) process.exitCode = 70;
  // Results that nobody got are no success.
  if (unwritten && process.exitCode === 0) process.exitCode = 74;
});

/** A bug may have left anything open: nothing of it keeps the process alive. */
function endWithBug(error: unknown): never {
  stderr().write(`${inspect(error)}\n`);
  process.exit(70);
}

async function main(): Promise<void> {
  try {
    const exitCode = await run(process.argv.slice(2), {
      env: process.env,
      cwd,
      stdout: process.stdout,
      get stderr() {
        return stderr();
      },
      clock: systemClock,
      random: Math.random,
      interruption: interruption.signal,
      program: {
        node: process.execPath,
        get script() {
          return realpathSync(process.argv[1] ?? '');
        },
      },
      openFile,
      timeZone: undefined,
    });
    process.exitCode = finalExitCode(exitCode, interruption.signal);
    isOver = true;
    leaveWhenOver();
  } catch (error) {
    endWithBug(error);
  }
}

void main();
