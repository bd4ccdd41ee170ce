import { realpathSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { finalExitCode, Interruption, systemClock } from './edges.ts';
import { filterOutput } from './filter-output.ts';
import { openFile } from './open-file.ts';
import { run } from './run.ts';
import { createSecretRedact } from './secrets.ts';

// Before undici is loaded: optimising its HTTP parser for the few answers of a run would take 30 MB of memory.
setFlagsFromString('--liftoff-only');

// First of all: Node would print it by itself, past the filter.
process.on('uncaughtException', endWithBug);

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

const redact = createSecretRedact({ env: process.env, cwd: process.cwd(), words: process.argv.slice(2) });
filterOutput(process.stdout, redact);
filterOutput(process.stderr, redact);

let unwritten = false;

// What cannot be logged is no reason to lose a run, and `vault runs | head -1` closes the pipe because nobody reads on.
process.stderr.on('error', () => {});
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE' || unwritten) return;
  unwritten = true;
  process.stderr.write(`vault: the results could not be written (${error.code}); what was stored is kept, see it with: vault stats\n`);
});
process.on('exit', () => {
  // Results that nobody got are no success.
  if (unwritten && process.exitCode === 0) process.exitCode = 74;
});

/** A bug may have left anything open: nothing of it keeps the process alive. */
function endWithBug(error: unknown): never {
  console.error(error);
  process.exit(70);
}

try {
  const exitCode = await run(process.argv.slice(2), {
    env: process.env,
    cwd: process.cwd(),
    stdout: process.stdout,
    stderr: process.stderr,
    clock: systemClock,
    random: Math.random,
    interruption: interruption.signal,
    program: { node: process.execPath, script: realpathSync(process.argv[1] ?? '') },
    openFile,
    timeZone: undefined,
  });
  process.exitCode = finalExitCode(exitCode, interruption.signal);
  isOver = true;
  leaveWhenOver();
} catch (error) {
  endWithBug(error);
}
