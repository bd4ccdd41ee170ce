import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** What a process came to. */
interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Surroundings {
  readonly cwd: string;
  /** All of its environment but PATH. */
  readonly env?: Readonly<Record<string, string>>;
  /** Words for node itself, such as `--require`. */
  readonly nodeWords?: readonly string[];
  /** Another place of the program than this checkout. */
  readonly program?: string;
  /** Who it runs as, where the tests run as root, whom no permission stops. */
  readonly user?: number;
}

const built = fileURLToPath(new URL('../../bin/vault.js', import.meta.url));

/** Runs the built program to its end, as a process of its own. */
export function runVault(args: readonly string[], { cwd, env = {}, nodeWords = [], program = built, user }: Surroundings): Promise<Ended> {
  const as = user !== undefined && process.getuid?.() === 0 ? { uid: user, gid: user } : {};
  return new Promise((resolve) => {
    const words = [...nodeWords, program, ...args];
    const child = execFile(process.execPath, words, { cwd, env: { PATH: process.env['PATH'], ...env }, ...as }, (_, stdout, stderr) => {
      resolve({ exitCode: child.exitCode, stdout, stderr });
    });
  });
}

/** A folder that goes with the test, by this name in one of its own. */
export function makeFolder(name: string): string {
  const parent = mkdtempSync(join(tmpdir(), 'vault-compatibility-'));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  const folder = join(parent, name);
  mkdirSync(folder);
  return folder;
}
